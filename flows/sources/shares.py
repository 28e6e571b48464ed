"""The addresses of a list come in one after another; how many of each host a run may still ask for,
and what the list is to be remembered by, goes out.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from flows.sources.visits import FEED_SOONEST, end_feed
from transforms.records import Reject, Visit

MOST_WAITING = 100_000  # addresses of a run: each list may name its own hosts, a million of them


@dataclass(slots=True)
class Listing:
    """What is learnt of a list while its addresses are gone through.

    newest: the times of the addresses that nobody has visited yet. left_in: the lists of those
    that are left to the next run.
    """

    newest: list[datetime] = field(default_factory=list)
    left_in: Counter[str] = field(default_factory=Counter)

    def leave(self, found_in: str) -> None:
        """Leave an address to the next run. found_in: its list, or its entry of one on disk."""
        self.left_in[found_in.partition("#")[0]] += 1

    def end_visit(self, visit: Visit, max_age: float | None) -> Visit:
        """The list's visit. One that was not gone through to its end is asked for again soon, and
        in full.
        """
        ended = end_feed(visit, max(self.newest, default=None), max_age)
        return leave_open(ended, FEED_SOONEST) if self.left_in else ended

    def tell_left(self, pages_a_host: int) -> Iterator[Reject]:
        """The notes of how many addresses are left; they are no rejected pages."""
        for list_uri, left in self.left_in.items():
            detail = (
                f"{left:,} addresses of the list are left to the next run: one run asks a host "
                f"for no more than {pages_a_host:,} pages that lists name."
            )
            yield Reject(list_uri, "read", "left_for_later", None, str(left), detail, scope="field")


@dataclass(frozen=True, slots=True)
class Shares:
    """What a run asks of hosts that lists name. pages_a_host: how many pages of one."""

    pages_a_host: int
    taken: Counter[str] = field(default_factory=Counter)

    def take(self, host: str) -> bool:
        """Whether one more page of the host may be asked for in this run; it counts."""
        if self.taken[host] >= self.pages_a_host or self.taken.total() >= MOST_WAITING:
            return False
        self.taken[host] += 1
        return True


def leave_open(visit: Visit, pause: timedelta) -> Visit:
    """The visit of a list of which nothing is held."""
    following = visit.visited_at + pause
    return replace(
        visit, etag=None, last_modified=None, content_sha256=None, next_visit_at=following
    )
