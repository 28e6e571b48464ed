"""What a run tells -> the page of its flow run on the Prefect server: progress while it works, and
artifacts at its end.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import httpx
from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.events import emit_event

from flows.flow_run import log
from flows.pace import STEPS_OF_A_PAGE
from flows.progress import Reporter
from flows.verdict import tell
from warehouse.lake import as_argument
from warehouse.runs import RunSummary

FALL_EVENT = "onrecord.quality.fell"
SECONDS_BETWEEN_UPDATES = 5.0


@contextmanager
def unless_server_is_gone() -> Iterator[None]:
    """What is told to the server inside the block is not worth the run: where it does not take it,
    the run goes on.
    """
    try:
        yield
    except httpx.HTTPError as error:
        log(
            f"the Prefect server does not answer ({error}): the run goes on, its page there stays behind"
        )


class FlowPage:
    """A reporter that hands on what it is told, and shows how far the batch has come.

    A server that went away is not told of this batch any more: Prefect asks for minutes before it
    gives up.
    """

    def __init__(self, listener: Reporter) -> None:
        self._listener = listener
        self._progress: UUID | None = None
        self._steps, self._steps_done = 1, 0
        self._said_at = 0.0

    def begin_batch(self, number: int, pages: int) -> None:
        """A progress of its own for each batch: how many there will be is not known before the
        last.
        """
        self._steps, self._steps_done = pages * len(STEPS_OF_A_PAGE), 0
        self._said_at = time.monotonic()
        self._progress = None
        with unless_server_is_gone():
            words = f"Batch {number}: {pages:,} pages"
            made = create_progress_artifact(0.0, key="onrecord-progress", description=words)
            self._progress = made if isinstance(made, UUID) else None

    def count(self, outcome: str, pages: int = 1) -> None:
        self._listener.count(outcome, pages)
        if outcome in STEPS_OF_A_PAGE:
            self._steps_done += pages
            if time.monotonic() - self._said_at >= SECONDS_BETWEEN_UPDATES:
                self._show(100.0 * self._steps_done / self._steps)

    def step(self, words: str) -> None:
        self._listener.step(words)

    def end_batch(self) -> None:
        self._show(100.0)

    def _show(self, percent: float) -> None:
        self._said_at = time.monotonic()
        if shown := self._progress:
            self._progress = None
            with unless_server_is_gone():
                update_progress_artifact(shown, progress=min(percent, 100.0))
                self._progress = shown


def write_artifacts(
    summary: RunSummary, rejects: Sequence[Mapping[str, object]], warehouse: Path
) -> None:
    """Leave what the run did, as a text to read, and the pages that it rejected, as a table."""
    rows = [dict(reject) for reject in rejects]
    with unless_server_is_gone():
        create_markdown_artifact(
            make_markdown(summary, warehouse), key="onrecord-run", description="What the run did"
        )
        create_table_artifact(rows, key="onrecord-rejects", description="Rejected pages")


def announce_falls(summary: RunSummary, warehouse: str) -> None:
    """Tell the server where quality fell; the automation of `onrecord deploy` passes it on."""
    if summary.falls:
        resource = {
            "prefect.resource.id": f"onrecord.warehouse.{warehouse}",
            "prefect.resource.name": warehouse,
        }
        emit_event(
            FALL_EVENT,
            resource=resource,
            payload={"words": "; ".join(summary.falls), "run_id": summary.run.run_id},
        )


def make_markdown(summary: RunSummary, warehouse: Path) -> str:
    """The summary as a list, and how to look at what is in the warehouse now."""
    lines = {
        "Pages": tell_pages(summary),
        "Rejected": tell(summary.rejects_by_reason),
        "Quotes": tell(summary.quotes_by_kind),
        "Most quoted": tell(summary.top_speakers),
        "Quality rules failed": tell(summary.failed_rules),
        "Quality fell": "; ".join(summary.falls),
    }
    listed = "\n".join(f"- **{name}**: {value or 'none'}" for name, value in lines.items())
    return f"# Run {summary.run.run_id}\n\n{listed}\n\n{tell_report(warehouse)}"


def tell_report(warehouse: Path) -> str:
    """The command that makes the pages, on the machine of the run: a browser follows no link from a
    server to a file.
    """
    option = f"--warehouse {as_argument(warehouse)}"
    return f"To look at it:\n\n    onrecord report {option} --open\n    onrecord explore {option} --open"


def tell_pages(summary: RunSummary) -> str:
    """`1,943 seen, 1,912 loaded, 0 unchanged, 31 rejected`"""
    pages = summary.run.pages
    if not pages:
        return "not counted"
    counts = {
        "seen": pages.seen,
        "loaded": pages.loaded,
        "unchanged": pages.unchanged,
        "rejected": pages.rejected,
    }
    return ", ".join(f"{number:,} {outcome}" for outcome, number in counts.items())
