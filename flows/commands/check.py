"""`onrecord check`: holds all assertions across tables against the whole warehouse, and tells what
is broken.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.options import warehouse_option

if TYPE_CHECKING:
    from transforms.records import QualityResult


@click.command(short_help="Check the whole warehouse; exit code 1 where a rule is broken.")
@warehouse_option
@click.option("--all", "is_all", is_flag=True, help="List the rules that hold, too.")
def check(warehouse: Path, is_all: bool) -> None:
    """Hold every rule across tables against all that the warehouse holds.

    A run checks what it has written. Nothing is changed. The exit code is 1 where a rule is broken.
    """
    from flows.commands.corrections import look
    from warehouse.checks import check_everything

    with look(warehouse) as connection:
        results = check_everything(connection)
    broken = [result for result in results if result.unexpected_count]
    show(results if is_all else broken)
    rows = sum(result.evaluated_count for result in results)
    click.echo(f"{len(results) - len(broken)} of {len(results)} rules hold for {rows:,} rows")
    if broken:
        raise click.exceptions.Exit(1)


def show(results: Sequence["QualityResult"]) -> None:
    """A table of results: the table and rule, how many rows were looked at and are broken, and the
    keys of some.
    """
    from flows.commands.tables import draw_table, screen_width

    columns: dict[str, list[object]] = {
        "rule": [f"{result.table_name}.{result.rule}" for result in results],
        "rows": [result.evaluated_count for result in results],
        "broken": [result.unexpected_count for result in results],
        "keys": [", ".join(map(str, result.sample_keys[:3])) for result in results],
    }
    if results:
        click.echo(draw_table(columns, "Rules across tables", screen_width()))
