"""What a run is asked to do, by the command or by a deployment."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

TaskRunnerName = Literal["here", "dask", "ray", "work-pool"]
TASK_RUNNERS: tuple[TaskRunnerName, ...] = ("here", "dask", "ray", "work-pool")
TakenUp = Literal["pages", "documents", "findings"]
DEFAULT_WAREHOUSE = Path("onrecord.duckdb")


@dataclass(frozen=True, slots=True)
class Reading:
    """Who reads the pages, and what is kept of it.

    task_runner: "here" is this machine's own processes; the workers of a Dask or Ray cluster; the
    workers of Prefect's work pool.
    cluster: the address of the Dask scheduler or of Ray; None for one that is started here. parts:
    folder or URL, seen by all machines,
    where parts are put; None for a folder beside the warehouse. keep_parts: whether they stay there
    when they are loaded.
    part_pages: pages of a batch. taken_up: "pages" for sources; else the sources are places of kept
    parts, read from that stage on.
    """

    task_runner: TaskRunnerName = "here"
    cluster: str | None = None
    parts: str | None = None
    keep_parts: bool = False
    part_pages: int | None = None
    taken_up: TakenUp = "pages"


@dataclass(frozen=True, slots=True)
class Order:
    """The sources, the warehouse, and how they are to be loaded.

    workers: processes that clean and read pages; as many as there are cores where None. since: only
    what was fetched, changed
    or published on that day or later. limit: at most so many pages. text_only: articles without
    quotes, entities and times.
    refresh: unchanged pages too. wait_seconds: how long the run waits for another one on the same
    warehouse.
    max_reject_share: a run that rejects a greater share of its pages counts as failed; None for no
    such limit. reading: by whom.
    """

    sources: tuple[str, ...]
    warehouse: Path = DEFAULT_WAREHOUSE
    workers: int | None = None
    since: date | None = None
    limit: int | None = None
    text_only: bool = False
    refresh: bool = False
    wait_seconds: int = 0
    max_reject_share: float | None = None
    reading: Reading = Reading()
