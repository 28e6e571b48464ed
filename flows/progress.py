"""What a run tells while it works: a live line on a terminal, a plain line now and then
elsewhere.
"""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as LiveProgress

from flows.pace import Pace

SECONDS_BETWEEN_LINES = 10.0


class Reporter(Protocol):
    """Is told what became of each page, one outcome at a time: `read`, `analysed`, `loaded`,
    `unchanged`, `rejected`, or a step's name.
    """

    def count(self, outcome: str, pages: int = 1) -> None: ...

    def step(self, words: str) -> None: ...

    def begin_batch(self, number: int, pages: int) -> None: ...

    def end_batch(self) -> None: ...


class Silent:
    """Tells nothing: for flows that run on a Prefect worker, whose log has a line for each task."""

    def count(self, outcome: str, pages: int = 1) -> None:
        """Nothing to count for."""

    def step(self, words: str) -> None:
        """Nothing to say."""

    def begin_batch(self, number: int, pages: int) -> None:
        """Nothing to begin."""

    def end_batch(self) -> None:
        """Nothing to end."""


class PlainLines:
    """A line on stderr at every step of a batch, and every ten seconds between, for logs and
    pipes.
    """

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._words = "starting"
        self._said_at = time.monotonic()
        self._pace = Pace()

    def count(self, outcome: str, pages: int = 1) -> None:
        self._counts[outcome] += pages
        self._pace.count(outcome, pages)
        if time.monotonic() - self._said_at >= SECONDS_BETWEEN_LINES:
            self._say(self._pace.tell())

    def step(self, words: str) -> None:
        self._words = words
        self._say()

    def _say(self, pace: str = "") -> None:
        self._said_at = time.monotonic()
        self._console.print(
            ": ".join(
                filter(None, [self._words, "; ".join(filter(None, [tell(self._counts), pace]))])
            )
        )

    def begin_batch(self, number: int, pages: int) -> None:
        self._pace = Pace(pages, number)

    def end_batch(self) -> None:
        self._pace = Pace()


class LiveLine:
    """One line on the terminal that counts pages as they go through the steps, with a bar, a speed
    and the time left in a batch.
    """

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self.live = LiveProgress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            TextColumn("{task.fields[pace]}"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._line = self.live.add_task("starting", total=None, pace="")
        self._words = "starting"
        self._pace = Pace()

    def count(self, outcome: str, pages: int = 1) -> None:
        self._counts[outcome] += pages
        self._pace.count(outcome, pages)
        self._show()

    def step(self, words: str) -> None:
        self._words = words
        self._show()

    def begin_batch(self, number: int, pages: int) -> None:
        self._pace = Pace(pages, number)
        self._show()

    def end_batch(self) -> None:
        self._pace = Pace()
        self._show()

    def _show(self) -> None:
        told = f"{self._words}  [dim]{tell(self._counts)}[/dim]"
        self.live.update(
            self._line, description=told, completed=self._pace.share, pace=self._pace.tell()
        )
        # without a batch the bar only moves
        self.live.tasks[0].total = 1.0 if self._pace.pages else None


def tell(counts: Counter[str]) -> str:
    """`1,200 read, 1,100 analysed, 12 rejected`"""
    return ", ".join(f"{number:,} {outcome}" for outcome, number in counts.items())


@contextmanager
def open_reporter() -> Iterator[Reporter]:
    """The reporter that suits where stderr goes."""
    if not Console(stderr=True).is_terminal:
        yield PlainLines()
        return
    line = LiveLine()
    with line.live:
        yield line


_told: ContextVar[Reporter | None] = ContextVar("reporter", default=None)


@contextmanager
def report_to(reporter: Reporter) -> Iterator[None]:
    """Let the runs inside the block tell this reporter how they go."""
    token = _told.set(reporter)
    try:
        yield
    finally:
        _told.reset(token)


def current_reporter() -> Reporter:
    """Whom a run tells: the command's reporter, or nobody."""
    return _told.get() or Silent()
