"""Options that several commands share."""

from pathlib import Path

import click

DEFAULT_WAREHOUSE = Path("onrecord.duckdb")

warehouse_option = click.option(
    "--warehouse",
    type=click.Path(dir_okay=False, path_type=Path),
    default=DEFAULT_WAREHOUSE,
    show_default=True,
    envvar="ONRECORD_WAREHOUSE",
    help="The DuckDB file to read or load.",
)


def require_warehouse(path: Path) -> Path:
    """The path, where a warehouse lies there; else an error that says how to make one."""
    if not path.exists():
        raise click.ClickException(f"there is no warehouse {path}: make one with `onrecord ingest SOURCE`, or name it with --warehouse")
    return path
