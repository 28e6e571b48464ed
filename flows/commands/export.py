"""`onrecord export`: the warehouse as Parquet files with a description that other tools read."""

from pathlib import Path

import click

from flows.commands.folders import replace_folder
from flows.commands.options import require_warehouse, warehouse_option

SCHEMAS = ("mart", "core", "ops")


@click.command(
    short_help="Write the tables as Parquet, with a datapackage.json that describes them."
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@warehouse_option
@click.option(
    "--schema",
    "schemas",
    type=click.Choice(SCHEMAS),
    multiple=True,
    default=("mart",),
    show_default=True,
    help="Which tables; can be given more than once.",
)
@click.option(
    "--by-month",
    is_flag=True,
    help="A folder a month for what has a day of publication: for large warehouses.",
)
def export(folder: Path, warehouse: Path, schemas: tuple[str, ...], by_month: bool) -> None:
    """Write the flat views, or with --schema the facts, as Parquet files to DIR.

    A datapackage.json (Frictionless Data) beside them carries the meaning, type and key of every
    column, CODEBOOK.md the same for people, a README how to read and to cite them. An export that
    stands in DIR is replaced.
    """
    from warehouse.errors import WarehouseError
    from warehouse.export import export as write
    from warehouse.query import read_warehouse

    path = require_warehouse(warehouse)
    try:
        with read_warehouse(path) as connection, replace_folder(folder, "export") as fresh:
            resources = write(connection, list(dict.fromkeys(schemas)), fresh, by_month=by_month)
    except WarehouseError as error:
        raise click.ClickException(str(error)) from error
    rows = sum(resource.row_count for resource in resources)
    click.echo(f"{len(resources)} tables, {rows:,} rows: {folder.resolve()}")
