"""What a run tells while it works: a live line on a terminal, a plain line now and then elsewhere."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from types import TracebackType
from typing import Protocol, Self

from rich.console import Console
from rich.progress import Progress as LiveProgress
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

SECONDS_BETWEEN_LINES = 10.0


class Reporter(Protocol):
    """Is told what became of each page, one outcome at a time: `read`, `analysed`, `loaded`, `unchanged`, `rejected`, or a step's name."""

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
    """A line on stderr at every step of a batch, and every ten seconds between, for logs and pipes."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._console = Console(stderr=True, highlight=False)
        self._words = "starting"
        self._said_at = time.monotonic()

    def count(self, outcome: str, pages: int = 1) -> None:
        self._counts[outcome] += pages
        if time.monotonic() - self._said_at >= SECONDS_BETWEEN_LINES:
            self.step(self._words)

    def step(self, words: str) -> None:
        self._words, self._said_at = words, time.monotonic()
        self._console.print(f"{words}: {tell(self._counts)}" if self._counts else words)

    def begin_batch(self, number: int, pages: int) -> None:
        """The steps of the batch tell of themselves."""

    def end_batch(self) -> None:
        """The steps of the batch tell of themselves."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Nothing to close."""


class LiveLine:
    """One line on the terminal that counts pages as they go through the steps."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._live = LiveProgress(
            SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=Console(stderr=True), transient=True
        )
        self._line = self._live.add_task("starting")
        self._words = "starting"

    def count(self, outcome: str, pages: int = 1) -> None:
        self._counts[outcome] += pages
        self._show()

    def step(self, words: str) -> None:
        self._words = words
        self._show()

    def begin_batch(self, number: int, pages: int) -> None:
        """The line goes on counting."""

    def end_batch(self) -> None:
        """The line goes on counting."""

    def _show(self) -> None:
        self._live.update(self._line, description=f"{self._words}  [dim]{tell(self._counts)}[/dim]")

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._live.stop()


def tell(counts: Counter[str]) -> str:
    """`1,200 read, 1,100 analysed, 12 rejected`"""
    return ", ".join(f"{number:,} {outcome}" for outcome, number in counts.items())


def open_reporter() -> AbstractContextManager[Reporter]:
    """The reporter that suits where stderr goes."""
    return LiveLine() if Console(stderr=True).is_terminal else PlainLines()


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
