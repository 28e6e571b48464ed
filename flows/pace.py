"""Pages counted as they go through the steps of a batch -> how far it has come, how fast, and how long its step will still take."""

import time
from collections import Counter
from collections.abc import Callable

STEPS_OF_A_PAGE = ("read", "analysed")
SECONDS_BEFORE_A_GUESS = 2.0


class Pace:
    """The course of one batch of pages; before the first there are none, and nothing is told."""

    def __init__(self, pages: int = 0, number: int = 1, clock: Callable[[], float] = time.monotonic) -> None:
        self.pages, self.number = pages, number
        self._clock = clock
        self._done: Counter[str] = Counter()
        self.step()

    def step(self) -> None:
        """Another step begins: its speed is its own."""
        self._since = self._clock()
        self._counting = ""
        self._counted = 0

    def count(self, outcome: str, pages: int) -> None:
        if outcome in STEPS_OF_A_PAGE:
            self._done[outcome] += pages
            self._counting, self._counted = outcome, self._counted + pages

    @property
    def share(self) -> float:
        """How much of the batch is done, from 0 to 1."""
        return min(sum(self._done.values()) / (len(STEPS_OF_A_PAGE) * self.pages), 1.0) if self.pages else 0.0

    def tell(self) -> str:
        """`12.5 pages a second, 1 min 20 s left in batch 2`; nothing where it is too early to say."""
        seconds = self._clock() - self._since
        if not self._counted or seconds < SECONDS_BEFORE_A_GUESS:
            return ""
        rate = self._counted / seconds
        awaited = self.pages if self._counting == STEPS_OF_A_PAGE[0] else self._done[STEPS_OF_A_PAGE[0]]
        left = max(awaited - self._done[self._counting], 0) / rate
        return f"{rate:,.1f} pages a second, {tell_seconds(left)} left in batch {self.number}"


def tell_seconds(seconds: float) -> str:
    """`1 min 20 s`"""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
