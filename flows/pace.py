"""Pages counted as they go through a batch -> how far it has come, how fast, and how long the rest
will take.
"""

import time
from collections.abc import Callable

STEPS_OF_A_PAGE = ("read", "analysed")
ENDS_OF_A_PAGE = ("analysed", "rejected")  # what takes time to come to
SECONDS_BEFORE_A_GUESS = 2.0
PAGES_BEFORE_A_GUESS = 8  # the first wait for the model: they would have the rest last hours


class Pace:
    """The course of one batch of pages; before the first there are none, and nothing is told."""

    def __init__(
        self, pages: int = 0, number: int = 1, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.pages, self.number = pages, number
        self._clock = clock
        self._began = clock()
        self._done = 0

    def count(self, outcome: str, pages: int) -> None:
        if outcome in ENDS_OF_A_PAGE:
            self._done += pages
        elif outcome == "unchanged":  # known without being read: they say nothing of the speed
            self.pages = max(self.pages - pages, 0)

    @property
    def share(self) -> float:
        """How much of the batch is done, from 0 to 1."""
        return min(self._done / self.pages, 1.0) if self.pages else 0.0

    def tell(self) -> str:
        """`12.5 pages a second, 1 min 20 s left in batch 2`; nothing where it is too early to
        say.
        """
        seconds = self._clock() - self._began
        is_early = self._done < PAGES_BEFORE_A_GUESS or seconds < SECONDS_BEFORE_A_GUESS
        if not self.pages or is_early:
            return ""
        rate = self._done / seconds
        left = max(self.pages - self._done, 0) / rate
        return f"{rate:,.1f} pages a second, {tell_seconds(left)} left in batch {self.number}"


def tell_seconds(seconds: float) -> str:
    """`1 min 20 s`"""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
