"""A folder that a command writes: made beside its place and put there whole, in the place of one of
the same kind only.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click


@contextmanager
def replace_folder(output: Path, kind: str) -> Iterator[Path]:
    """The folder to write to; when all went well it takes the place of `output`, else nothing is
    left of it.
    """
    mark = f".onrecord-{kind}"  # says that the folder is ours to replace
    check_folder(output, mark, kind)
    fresh = output.with_name(output.name + ".new")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        (fresh / mark).touch()
        yield fresh
        shutil.rmtree(output, ignore_errors=True)
        fresh.replace(output)
    except OSError as error:
        raise click.ClickException(f"cannot write {output}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def check_folder(output: Path, mark: str, kind: str) -> None:
    """Refuse a folder that holds something else."""
    if output.is_dir() and any(output.iterdir()) and not (output / mark).exists():
        raise click.UsageError(
            f"{output} holds something else than {A_KIND[kind]}: name another folder"
        )


A_KIND = {"report": "a report", "export": "an export"}
