"""The Prefect flow `ingest`: raw pages in, a published warehouse out. What it does stands in
`flows.course`.
"""

import logging
from datetime import date
from pathlib import Path
from typing import Annotated
from uuid import UUID

from prefect import flow
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import FlowRunPolicy, State
from prefect.runtime import flow_run
from prefect.states import Completed, Failed
from pydantic import Field

from flows.cli import COMMANDS
from flows.course import run_ingest
from flows.failures import drop_traceback, explain_failure, may_pass
from flows.flow_page import tell_pages, unless_server_is_gone
from flows.flow_run import tell_finish
from flows.order import DEFAULT_WAREHOUSE, Order, Reading, TakenUp, TaskRunnerName
from flows.settings import settle_environment
from flows.turn import take_turn
from flows.verdict import Finish, RunFailedError
from warehouse.lake import parse_warehouse
from warehouse.runs import RunSummary

Sources = Annotated[
    list[str],
    Field(
        min_length=1,
        description="Files, folders, web archives, feeds, sitemaps, lists of addresses, URLs",
    ),
]
Count = Annotated[int, Field(ge=1)]
Seconds = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]


@flow(
    name="ingest",
    flow_run_name="ingest into {warehouse}",
    description=__doc__,
    persist_result=False,
    retries=2,
    retry_delay_seconds=60,
)
def ingest(  # noqa: PLR0913 - the parameters that a deployment may set
    sources: Sources,
    warehouse: Path = DEFAULT_WAREHOUSE,
    workers: Count | None = None,
    since: date | None = None,
    limit: Count | None = None,
    text_only: bool = False,
    refresh: bool = False,
    wait_seconds: Seconds = 0,
    max_reject_share: Share | None = None,
    task_runner: TaskRunnerName = "here",
    cluster: str | None = None,
    parts: str | None = None,
    keep_parts: bool = False,
    part_pages: Count | None = None,
    taken_up: TakenUp = "pages",
) -> RunSummary:
    """Load the pages of the sources into the warehouse and publish it.

    workers: processes that clean and read pages; as many as there are cores by default. since: only
    what was fetched, changed or
    published on that day or later. limit: at most so many pages. text_only: articles without
    quotes, entities and times.
    refresh: take up unchanged pages too, as after an upgrade. wait_seconds: how long to wait for
    another run on the warehouse.
    max_reject_share: fail where a greater share of the pages is rejected.

    task_runner: who reads the pages: this machine ("here"), a "dask" or "ray" cluster, the workers
    of the "work-pool". cluster: where it is. parts: folder or URL that all of them see. keep_parts:
    what was read stays there. part_pages: pages that are handed out at once. taken_up: "documents"
    or "findings" where the sources are places of kept parts.

    Fails, and says why in one line, where something stopped it, and where a source gave nothing but
    rejects. It tries again only what may pass: a full disk, a server that is not reached.
    """
    reading = Reading(task_runner, cluster, parts, keep_parts, part_pages, taken_up)
    order = Order(
        tuple(sources),
        parse_warehouse(str(warehouse)),
        workers,
        since,
        limit,
        text_only,
        refresh,
        wait_seconds,
        max_reject_share,
        reading,
    )
    try:
        settle_environment(COMMANDS)
        with take_turn(order):
            finish = run_ingest(order)
            tell_finish(finish)
    except Exception as error:
        return fail(RunFailedError(explain_failure(error)), may_pass(error))  # type: ignore[return-value]
    return judge(finish)  # type: ignore[return-value]  # the caller gets the summary in the state


def judge(finish: Finish) -> State[RunSummary]:
    """Completed, with the counts for a message, or Failed, with the complaints."""
    pages = tell_pages(finish.summary)
    if not finish.complaints:
        return Completed(message=pages, data=finish.summary)
    words = "; ".join(complaint.words for complaint in finish.complaints)
    all_may_pass = all(complaint.may_pass for complaint in finish.complaints)
    return fail(RunFailedError(f"{words} ({pages})", finish.summary), all_may_pass)


def fail(error: RunFailedError, is_passing: bool) -> State[RunSummary]:
    """Failed at once, or, for what may pass, the error that makes Prefect try again in a minute."""
    if is_passing:
        raise error from None
    give_retries_up()
    return Failed(message=str(error), data=error)


def give_retries_up() -> None:
    """Let the server take the failure of this flow run as its end."""
    with unless_server_is_gone(), get_client(sync_client=True) as client:
        client.update_flow_run(UUID(flow_run.get_id()), empirical_policy=FlowRunPolicy(retries=0))


logging.getLogger("prefect.flow_runs").addFilter(drop_traceback)
