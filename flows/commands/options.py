"""Options that several commands share."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from flows.order import DEFAULT_WAREHOUSE

warehouse_option = click.option(
    "--warehouse",
    type=click.Path(dir_okay=False, path_type=Path),
    default=DEFAULT_WAREHOUSE,
    show_default=True,
    envvar="ONRECORD_WAREHOUSE",
    help="The DuckDB file to read or load.",
)


URL_SCHEMES = ("http://", "https://")


def check_sources(sources: Sequence[str]) -> list[str]:
    """The sources as they are; a path that is not there is wrong usage."""
    for source in sources:
        if not source.lower().startswith(URL_SCHEMES) and not os.path.lexists(source):
            raise click.BadParameter(f"there is no file or folder {source!r}; a web address begins with http:// or https://")
    return list(sources)


def require_warehouse(path: Path) -> Path:
    """The path, where a warehouse lies there; else an error that says how to make one."""
    if not path.exists():
        raise click.ClickException(f"there is no warehouse {path}: make one with `onrecord ingest SOURCE`, or name it with --warehouse")
    return path
