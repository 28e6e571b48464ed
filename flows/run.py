"""A run under way: the build file it writes to, its worker processes, its key, and what it has counted."""

import os
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from prefect.runtime import flow_run

from flows.progress import Reporter, current_reporter
from flows.workers import WorkerPool
from transforms.keys import make_key
from transforms.records import Reject
from warehouse.build import Build, open_build
from warehouse.known import SourceFile as ReadFile
from warehouse.runs import PageCounts, end_run, start_run

FLOW_NAME = "ingest"
PLACE_IN_FILE = re.compile("#[0-9]+$")  # crawl.warc.gz#10345
NONE_YET = PageCounts(seen=0, loaded=0, unchanged=0, rejected=0)


@dataclass(slots=True)
class Run:
    """What the tasks of a run share. The one mutable value of the flow: it counts pages.

    read_to_end: files of which no page is left to read. rejected_in: rejected pages by file.
    """

    run_id: str
    build: Build
    pool: WorkerPool
    reporter: Reporter
    code_version: str
    text_only: bool
    refresh: bool
    pages: PageCounts = NONE_YET
    read_to_end: list[ReadFile] = field(default_factory=list)
    rejected_in: Counter[str] = field(default_factory=Counter)

    def count(self, loaded: int = 0, unchanged: int = 0, rejected: int = 0) -> None:
        """Add pages whose outcome is known; what is seen is their sum."""
        seen = loaded + unchanged + rejected
        before = self.pages
        self.pages = PageCounts(before.seen + seen, before.loaded + loaded, before.unchanged + unchanged, before.rejected + rejected)
        for outcome, pages in (("loaded", loaded), ("unchanged", unchanged), ("rejected", rejected)):
            if pages:
                self.reporter.count(outcome, pages)

    def note_rejects(self, rejects: tuple[Reject, ...]) -> None:
        """Count rejected pages by the file they lie in."""
        self.rejected_in.update(PLACE_IN_FILE.sub("", reject.source_uri) for reject in rejects if reject.scope == "page")


@contextmanager
def open_run(warehouse: Path, workers: int | None, text_only: bool, refresh: bool) -> Iterator[Run]:
    """A run on the warehouse's build file. Where it fails the published file is untouched, and the build file waits for the next run."""
    run_id, code_version = make_key("run", flow_run.get_id() or os.urandom(8).hex()), version("onrecord")
    shared = ["flows.steps"] if text_only else ["flows.steps", "flows.readied"]
    with open_build(warehouse) as build, WorkerPool(workers or count_cores(), shared) as pool:
        start_run(build.connection, run_id, FLOW_NAME, datetime.now(UTC), code_version)
        run = Run(run_id, build, pool, current_reporter(), code_version, text_only, refresh)
        try:
            yield run
        except Exception:
            end_run(build.connection, run_id, datetime.now(UTC), "failed", run.pages)
            raise


def count_cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
