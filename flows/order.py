"""What a run is asked to do, by the command or by a deployment."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

DEFAULT_WAREHOUSE = Path("onrecord.duckdb")


@dataclass(frozen=True, slots=True)
class Order:
    """The sources, the warehouse, and how they are to be loaded.

    workers: processes that clean and read pages; as many as there are cores where None. since: only what was fetched, changed
    or published on that day or later. limit: at most so many pages. text_only: articles without quotes, entities and times.
    refresh: unchanged pages too. wait_seconds: how long the run waits for another one on the same warehouse.
    max_reject_share: a run that rejects a greater share of its pages counts as failed; None for no such limit.
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
