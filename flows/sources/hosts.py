"""The hosts of a run: each is asked for one page at a time, with its pauses, and no more once it
has stopped to answer.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from flows.sources.reference import UnreadableError


@dataclass(slots=True)
class Host:
    """One host. free_at: when it may be asked again, by the monotonic clock. unanswered: requests
    in a row that got no answer.
    """

    strikes: int
    free_at: float = 0.0
    unanswered: int = 0
    rules_lock: threading.Lock = field(default_factory=threading.Lock)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def check(self) -> None:
        """Raise UnreadableError where the host is left alone."""
        if self.unanswered >= self.strikes:
            detail = f"The host did not answer {self.unanswered} requests in a row, and was left alone for the rest of the run."
            raise UnreadableError("host_given_up", detail)

    def note(self, *, is_up: bool) -> None:
        """Remember whether the host answered."""
        self.unanswered = 0 if is_up else self.unanswered + 1

    @contextmanager
    def turn(self, pause: float, sleep: Callable[[float], None]) -> Iterator[None]:
        """The time in which the host may be asked; it is free again `pause` seconds after it."""
        with self._lock:
            sleep(self.free_at - time.monotonic())
            try:
                yield
            finally:
                self.free_at = time.monotonic() + pause


@dataclass(slots=True)
class Hosts:
    """The hosts that have been asked so far. strikes: unanswered requests in a row after which one
    is left alone.
    """

    strikes: int
    by_name: dict[str, Host] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, url: str) -> Host:
        """The host that an address lies on, with its port."""
        with self._lock:
            return self.by_name.setdefault(name_of(url), Host(self.strikes))


def name_of(url: str) -> str:
    """`paper.example:8080`; "" for what is no address."""
    try:
        parts = urlsplit(url)
        return f"{parts.hostname}:{parts.port or ''}"
    except ValueError:
        return ""
