"""`onrecord ingest`: checks what can be checked before anything starts, runs the flow, and tells
how it went.
"""

import logging
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.options import (
    Day,
    check_sources,
    make_reading,
    reading_options,
    wait_option,
    warehouse_option,
    workers_option,
)
from flows.order import Order

if TYPE_CHECKING:
    from flows.verdict import Finish


INTERRUPTED = "interrupted. The warehouse is as it was before this run; run the same command again to complete it."


@click.command()
@click.argument(
    "sources",
    nargs=-1,
    required=True,
    metavar="SOURCE...",
    callback=lambda _context, _parameter, sources: check_sources(sources),
)
@warehouse_option
@workers_option
@click.option(
    "--since",
    type=Day(["%Y-%m-%d"]),
    metavar="DATE",
    help="Only what was fetched, changed or published since, as 2024-01-31.",
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most N pages.")
@click.option(
    "--text-only",
    is_flag=True,
    help="Load articles without quotes, entities and times: five times as fast.",
)
@click.option(
    "--refresh", is_flag=True, help="Take up pages again that did not change, as after an upgrade."
)
@wait_option
@click.option(
    "--max-reject-share",
    type=click.FloatRange(0, 1),
    metavar="SHARE",
    help="Fail where a greater share of the pages is rejected, as 0.3.  [default: no limit]",
)
@reading_options
def ingest(  # noqa: PLR0913 - the command's options
    sources: list[str],
    warehouse: Path,
    workers: int | None,
    since: datetime | None,
    limit: int | None,
    text_only: bool,
    refresh: bool,
    wait_seconds: int,
    max_reject_share: float | None,
    **reading: object,
) -> None:
    """Load pages into the warehouse.

    SOURCE is a file, a folder that may mix kinds, or a web address: HTML, plain-text page dumps,
    WARC archives, JSON Lines, JSON, CSV, Parquet, RSS and Atom feeds, news sitemaps, a text file
    with an address a line. All but addresses may be gzipped.

    A page that cannot be loaded is rejected with its reason (`onrecord status` lists them) and the
    run goes on; it fails in the end where a source gave nothing but rejects. Pages that did not
    change are skipped. The warehouse file is replaced in one step at the end: who reads it
    meanwhile is not disturbed.

    Where PREFECT_API_URL names a Prefect server, the run is a flow run there, and other machines
    can read the pages: see --task-runner.
    """
    day = since and since.date()
    order = Order(
        tuple(sources),
        warehouse,
        workers,
        day,
        limit,
        text_only,
        refresh,
        wait_seconds,
        max_reject_share,
        make_reading(reading),
    )
    finish = carry_out(order)
    from flows.commands.summary import print_summary

    print_summary(finish.summary, warehouse)
    if finish.complaints:
        raise click.ClickException("; ".join(complaint.words for complaint in finish.complaints))


def carry_out(order: Order) -> "Finish":
    """The run, on a Prefect server or without one; what stops it becomes an error of one line."""
    log = open_log(order.warehouse)
    from flows.failures import StoppedError, explain_failure, keep_signals

    try:
        with keep_signals():
            return run_reported(order)
    except StoppedError as stopped:
        leaving = click.ClickException(INTERRUPTED)
        leaving.exit_code = 128 + stopped.number  # type: ignore[misc]  # as the shell has it
        raise leaving from None
    except click.ClickException:
        raise
    except Exception as error:
        logging.getLogger("onrecord").exception("the run failed")
        raise click.ClickException(explain_failure(error, log)) from error


def open_log(warehouse: Path) -> Path:
    """The log of the run, in a folder beside the warehouse. Raises where it cannot be made."""
    from flows.prefect_home import settle_prefect

    try:
        return settle_prefect(warehouse)
    except FileNotFoundError as error:
        folder = warehouse.resolve().parent
        raise click.ClickException(
            f"there is no folder {folder}: make it, or name another file with --warehouse"
        ) from error
    except OSError as error:
        folder = warehouse.resolve().parent
        raise click.ClickException(
            f"cannot write in {folder} ({error.strerror}): name another file with --warehouse"
        ) from error


def run_reported(order: Order) -> "Finish":
    """The run, with a line on the terminal that tells how it goes."""
    from flows.progress import open_reporter, report_to

    if os.environ.get("PREFECT_API_URL"):
        from flows.on_server import run_on_server as run
    else:
        from flows.course import run_ingest as run
    with open_reporter() as reporter, report_to(reporter):
        return run(order)
