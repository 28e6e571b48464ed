"""The flow `ingest`: raw pages in, a published warehouse out. It reads as the table of contents of a run."""

from datetime import date
from itertools import islice
from pathlib import Path
from typing import Annotated

from prefect import flow
from pydantic import Field

from flows import tasks
from flows.arrivals import list_arrivals
from flows.report import write_artifacts
from flows.run import open_run
from flows.workers import split
from warehouse.runs import RunSummary

PAGES_A_BATCH = 1000

Sources = Annotated[list[str], Field(min_length=1, description="Files, folders, web archives, feeds, sitemaps, lists of addresses, URLs")]
Count = Annotated[int, Field(ge=1)]


@flow(name="ingest", flow_run_name="ingest into {warehouse}", description=__doc__, persist_result=False)
def ingest(  # noqa: PLR0913 - the parameters that a deployment may set
    sources: Sources,
    warehouse: Path = Path("onrecord.duckdb"),
    workers: Count | None = None,
    since: date | None = None,
    limit: Count | None = None,
    text_only: bool = False,
    refresh: bool = False,
) -> RunSummary:
    """Load the pages of the sources into the warehouse and publish it.

    workers: processes that clean and read pages; as many as there are cores by default. since: only what was fetched, changed or
    published on that day or later. limit: at most so many pages. text_only: articles without quotes, entities and times.
    refresh: take up unchanged pages too, as after an upgrade.
    """
    with open_run(warehouse, workers=workers, text_only=text_only, refresh=refresh) as run:
        for arrivals in split(islice(list_arrivals(run, sources, since), limit), PAGES_A_BATCH):
            documents, rejects = tasks.clean_pages(run, arrivals)
            batch = tasks.analyse_documents(run, documents)
            tasks.check_and_load(run, batch, rejects)
        tasks.link_entities(run)
        tasks.check_warehouse(run)
        summary = tasks.sum_up(run)
        write_artifacts(summary)
        tasks.publish(run)
    return summary
