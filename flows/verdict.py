"""What became of each named source -> whether the run counts as failed, in a sentence for each
reason.
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flows.sources import is_url
from flows.sources.reference import uri_of
from transforms.records import Reject
from warehouse.runs import PageCounts, RunSummary

PLACE_IN_FILE = re.compile("#[0-9]+$")  # crawl.warc.gz#10345
WEB = "the web"
# and http_500 to http_599
PASSING = frozenset({"timeout", "connection_failed", "host_given_up", "not_fetched", "http_429"})
FEW_PAGES = 5  # so many new pages of a feed may all be no articles, and nothing is wrong


@dataclass(frozen=True, slots=True)
class Complaint:
    """Why a run that was published counts as failed. may_pass: whether it can go well if it is
    tried again in a while.
    """

    words: str
    may_pass: bool = False


@dataclass(frozen=True, slots=True)
class Finish:
    """A run that was published: what it did, and why it counts as failed nevertheless, if it
    does.
    """

    summary: RunSummary
    complaints: tuple[Complaint, ...] = ()


class RunFailedError(Exception):
    """A run that counts as failed, in one line. summary: what it did, where the warehouse was
    published nevertheless.
    """

    def __init__(self, words: str, summary: RunSummary | None = None) -> None:
        super().__init__(words)
        self.summary = summary


@dataclass(slots=True)
class Tally:
    """Pages seen and rejected by the source that the order names; what no named path holds belongs
    to the web.

    paths: named paths by where they lie. named: addresses that the order names. asked: those and
    the ones that named files list.
    reasons: rejected pages by (source, reason). unread: the asked addresses that gave nothing, with
    their reasons.
    """

    paths: dict[str, str]
    named: tuple[str, ...]
    asked: set[str]
    seen: Counter[str] = field(default_factory=Counter)
    reasons: Counter[tuple[str, str]] = field(default_factory=Counter)
    unread: dict[str, str] = field(default_factory=dict)

    def note_seen(self, source_uri: str, pages: int = 1) -> None:
        """Count pages that were read at a place."""
        self.seen[self.source_of(source_uri)] += pages

    def note_reject(self, reject: Reject) -> None:
        """Count a rejected page."""
        if reject.source_uri in self.asked:
            self.unread[reject.source_uri] = reject.reason
        self.reasons[self.source_of(reject.source_uri), reject.reason] += 1

    def source_of(self, source_uri: str) -> str:
        """The named path that holds a page, else the web."""
        place = source_uri if source_uri in self.paths else PLACE_IN_FILE.sub("", source_uri)
        while place not in self.paths:
            parent = os.path.dirname(place)  # noqa: PTH120 - a Path for each step of each page is ten times as dear
            if parent == place:
                return WEB
            place = parent
        return self.paths[place]

    def rejected_by_source(self) -> Counter[str]:
        """Rejected pages by source."""
        rejected = Counter[str]()
        for (source, _), number in self.reasons.items():
            rejected[source] += number
        return rejected


def open_tally(sources: Sequence[str]) -> Tally:
    """Nothing counted yet, for the sources of an order."""
    addresses = tuple(source for source in sources if is_url(source))
    paths = {
        uri_of(Path(os.path.realpath(source))): source for source in sources if not is_url(source)
    }
    return Tally(paths, addresses, set(addresses))


def find_complaints(
    tally: Tally, pages: PageCounts | None, max_reject_share: float | None
) -> tuple[Complaint, ...]:
    """Named addresses that gave nothing, sources all of whose pages were rejected, and more rejects
    than are allowed.
    """
    unread = [address for address in tally.named if address in tally.unread]
    silent = (tell_silent(address, tally.unread[address]) for address in unread)
    rejected = tally.rejected_by_source()
    barren = [source for source in sorted(rejected) if rejected[source] >= tally.seen[source]]
    told = (
        tell_barren(tally, source) for source in barren if source != WEB or is_web_barren(tally)
    )
    return (*silent, *told, *find_excess(pages, max_reject_share))


def tell_silent(address: str, reason: str) -> Complaint:
    """`https://wire.example/feed.xml gave nothing: timeout`"""
    return Complaint(f"{address} gave nothing: {reason}", may_pass=is_passing(reason))


def is_passing(reason: str) -> bool:
    """Whether a page that was rejected for this reason may be read if it is asked for again in a
    while.
    """
    return reason in PASSING or reason.startswith("http_5")


def is_web_barren(tally: Tally) -> bool:
    """Whether so much is amiss that it is no chance: all that was asked is silent, or more than a
    few pages were no articles.
    """
    is_told_already = set(tally.named) & tally.unread.keys()
    return not is_told_already and (
        len(tally.unread) >= len(tally.asked) or tally.seen[WEB] > FEW_PAGES
    )


def tell_barren(tally: Tally, source: str) -> Complaint:
    """`every page of inbox was rejected: empty_file 3`"""
    reasons = [
        (reason, number) for (of, reason), number in tally.reasons.most_common() if of == source
    ]
    may_pass = any(is_passing(reason) for reason, _ in reasons)
    return Complaint(f"every page of {source} was rejected: {tell(reasons)}", may_pass)


def find_excess(pages: PageCounts | None, max_reject_share: float | None) -> tuple[Complaint, ...]:
    """The complaint that too many pages were rejected."""
    if pages is None or max_reject_share is None or pages.rejected <= max_reject_share * pages.seen:
        return ()
    share = f"more than {max_reject_share:.0%}"
    return (Complaint(f"{pages.rejected:,} of {pages.seen:,} pages were rejected, {share}"),)


def tell(counts: Iterable[tuple[str, int]]) -> str:
    """`cookie_wall 1,200, soft_404 1`"""
    return ", ".join(f"{name} {number:,}" for name, number in counts)
