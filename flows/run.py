"""A run under way: the build file it writes to, its worker processes, its key, and what it has
counted.
"""

import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version

from flows.flow_run import get_id, is_under_way, log
from flows.order import Order
from flows.progress import Reporter, current_reporter
from flows.sources.archive import Archive
from flows.verdict import PLACE_IN_FILE, Tally, open_tally
from transforms.keys import make_key
from transforms.records import Reject, Visit
from warehouse.build import Build, open_build
from warehouse.known import SourceFile as ReadFile
from warehouse.lake import spell
from warehouse.runs import PageCounts, end_run, start_run

FLOW_NAME = "ingest"
NONE_YET = PageCounts(seen=0, loaded=0, unchanged=0, rejected=0)


@dataclass(slots=True)
class Run:
    """What the tasks of a run share. The one mutable value of the flow: it counts pages.

    read_to_end: files of which no page is left to read. rejected_in: rejected pages by file. tally:
    pages by named source.
    visits: addresses that were asked for and are not remembered yet. archive: where fetched pages
    are kept, None before the first.
    retired: archives that are to be deleted.
    """

    run_id: str
    build: Build
    reporter: Reporter
    code_version: str
    text_only: bool
    refresh: bool
    tally: Tally
    pages: PageCounts = NONE_YET
    warnings: list[str] = field(default_factory=list)
    read_to_end: list[ReadFile] = field(default_factory=list)
    rejected_in: Counter[str] = field(default_factory=Counter)
    visits: list[Visit] = field(default_factory=list)
    archive: Archive | None = None
    retired: list[str] = field(default_factory=list)

    def count(self, loaded: int = 0, unchanged: int = 0, rejected: int = 0) -> None:
        """Add pages whose outcome is known; what is seen is their sum."""
        seen = loaded + unchanged + rejected
        before = self.pages
        self.pages = PageCounts(
            before.seen + seen,
            before.loaded + loaded,
            before.unchanged + unchanged,
            before.rejected + rejected,
        )
        for outcome, pages in (
            ("loaded", loaded),
            ("unchanged", unchanged),
            ("rejected", rejected),
        ):
            if pages:
                self.reporter.count(outcome, pages)

    @contextmanager
    def batch(self, number: int, pages: int) -> Iterator[None]:
        """Tell that a batch of pages begins, and at its end what became of them."""
        before, began = self.pages, time.monotonic()
        self.reporter.begin_batch(number, pages)
        yield
        self.reporter.end_batch()
        after = self.pages
        counts = {
            "seen": after.seen - before.seen,
            "loaded": after.loaded - before.loaded,
            "unchanged": after.unchanged - before.unchanged,
            "rejected": after.rejected - before.rejected,
        }
        told = ", ".join(f"{number:,} {outcome}" for outcome, number in counts.items())
        log(f"batch {number}: {told}, {time.monotonic() - began:.1f} s")

    def warn(self, words: str) -> None:
        """Tell, once, what a person should look at though the run goes on."""
        if words not in self.warnings:
            self.warnings.append(words)
            self.reporter.step(words)
            log(words)

    def note_rejects(self, rejects: tuple[Reject, ...]) -> None:
        """Count rejected pages by the file they lie in, and by the source that was named."""
        of_pages = [reject for reject in rejects if reject.scope == "page"]
        self.rejected_in.update(PLACE_IN_FILE.sub("", reject.source_uri) for reject in of_pages)
        for reject in of_pages:
            self.tally.note_reject(reject)


@contextmanager
def open_run(order: Order) -> Iterator[Run]:
    """A run on the warehouse's build file. Where it fails the published file is untouched, and the
    build file waits for the next run.
    """
    run_id, code_version = make_key("run", os.urandom(8).hex()), version("onrecord")
    reporter = choose_reporter()

    def tell_waiting() -> None:
        reporter.step(f"waiting for another run on {spell(order.warehouse)}")
        log(
            f"another run is writing {spell(order.warehouse)}: waiting up to {order.wait_seconds} s for its end"
        )

    with open_build(order.warehouse, order.wait_seconds, tell_waiting) as build:
        begun = datetime.now(UTC)
        with build.alone():
            start_run(
                build.connection, run_id, FLOW_NAME, begun, code_version, get_id(), order.text_only
            )
        tally = open_tally(order.sources)
        run = Run(run_id, build, reporter, code_version, order.text_only, order.refresh, tally)
        try:
            yield run
        except Exception:
            with build.alone():
                end_run(build.connection, run_id, datetime.now(UTC), "failed", run.pages)
            raise


def choose_reporter() -> Reporter:
    """Whom the run tells how it goes: the command's reporter, and the page of the flow run where
    there is one.
    """
    if not is_under_way():
        return current_reporter()
    from flows.flow_page import FlowPage

    return FlowPage(current_reporter())
