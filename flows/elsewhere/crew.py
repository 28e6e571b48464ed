"""Whoever takes parts, as the parent sees them."""

from typing import Protocol

from flows.verdict import RunFailedError


class PartLostError(RunFailedError):
    """A part that nobody could read, however often it was handed out."""


class NoCrewError(RunFailedError):
    """There is nobody to read: what was asked for is not installed, or does not answer."""


class Crew(Protocol):
    """Takes parts whose pages lie in the place, and tells of each when its findings lie there."""

    def submit(self, number: int) -> None:
        """Hand out a part, or hand it out again."""
        ...

    def take(self, *, is_patient: bool) -> tuple[int, BaseException | None] | None:
        """A part that is done, and what went wrong with it, if something did. None where none is,
        and one is not to be waited for.
        """
        ...
