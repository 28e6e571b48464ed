"""`onrecord reload`: loads parts that a run has kept, without fetching, opening or cleaning a
page.
"""

from pathlib import Path
from typing import Any

import click

from flows.commands.ingest import carry_out
from flows.commands.options import (
    make_reading,
    reading_options,
    wait_option,
    warehouse_option,
    workers_option,
)
from flows.order import Order


@click.command()
@click.argument("places", nargs=-1, required=True, metavar="PLACE...")
@warehouse_option
@click.option(
    "--from",
    "taken_up",
    type=click.Choice(["documents", "findings"]),
    default="documents",
    show_default=True,
    help="documents: find quotes, entities and times anew. findings: take them as they were found.",
)
@workers_option
@wait_option
@reading_options
def reload(
    places: tuple[str, ...],
    warehouse: Path,
    taken_up: str,
    workers: int | None,
    wait_seconds: int,
    **reading: Any,  # noqa: ANN401 - as click gives them
) -> None:
    """Load kept parts again, as after an upgrade that finds more quotes: pages are neither fetched
    nor cleaned.

    PLACE is a folder or URL where `onrecord ingest --keep-parts` has kept parts, of one run or of
    several.
    """
    order = Order(
        places,
        warehouse,
        workers,
        wait_seconds=wait_seconds,
        reading=make_reading(reading, taken_up=taken_up),
    )
    finish = carry_out(order)
    from flows.commands.summary import print_summary

    print_summary(finish.summary, warehouse)
    if finish.complaints:
        raise click.ClickException("; ".join(complaint.words for complaint in finish.complaints))
