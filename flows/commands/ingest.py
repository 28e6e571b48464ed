"""`onrecord ingest`: checks what can be checked before anything starts, runs the flow, and tells how it went."""

from datetime import datetime
from pathlib import Path

import click

from flows.commands.options import check_sources, warehouse_option


class Interrupted(click.ClickException):
    """Ctrl-C during a run."""

    exit_code = 130

    def __init__(self) -> None:
        super().__init__("interrupted. The warehouse is as it was before this run; run the same command again to complete it.")


@click.command()
@click.argument(
    "sources", nargs=-1, required=True, metavar="SOURCE...", callback=lambda _context, _parameter, sources: check_sources(sources)
)
@warehouse_option
@click.option("--workers", type=click.IntRange(1), help="Processes that clean and read pages.  [default: one a core]")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Only what was fetched, changed or published since, as 2024-01-31."
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most N pages.")
@click.option("--text-only", is_flag=True, help="Load articles without quotes, entities and times: five times as fast.")
@click.option("--refresh", is_flag=True, help="Take up pages again that did not change, as after an upgrade.")
def ingest(  # noqa: PLR0913 - the command's options
    sources: list[str],
    warehouse: Path,
    workers: int | None,
    since: datetime | None,
    limit: int | None,
    text_only: bool,
    refresh: bool,
) -> None:
    """Load pages into the warehouse.

    SOURCE is a file, a folder that may mix kinds, or a web address: HTML, plain-text page dumps, WARC archives, JSON Lines,
    Parquet, RSS and Atom feeds, news sitemaps, a text file with an address a line. All but addresses may be gzipped.

    A page that cannot be loaded is rejected with its reason (`onrecord status` lists them) and the run goes on. Pages that did
    not change are skipped. The warehouse file is replaced in one step at the end: who reads it meanwhile is not disturbed.
    """
    from flows.failures import explain_failure, keep_interrupts
    from flows.prefect_home import send_last_words_to, settle_prefect

    try:
        log = settle_prefect(warehouse)
    except OSError as error:
        folder = warehouse.resolve().parent
        raise click.ClickException(f"cannot write in {folder} ({error.strerror}): name another file with --warehouse") from error
    try:
        with keep_interrupts():
            from flows.commands.summary import print_summary
            from flows.ingest import ingest as run_flow
            from flows.progress import open_reporter, report_to

            with open_reporter() as reporter, report_to(reporter):
                summary = run_flow(sources, warehouse, workers, since and since.date(), limit, text_only, refresh)
    except KeyboardInterrupt:
        raise Interrupted from None
    except Exception as error:
        raise click.ClickException(explain_failure(error, log)) from error
    print_summary(summary, warehouse)
    send_last_words_to(log)
