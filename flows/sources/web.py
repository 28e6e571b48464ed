"""Addresses on the web come in; their pages are fetched into WARC archives, hosts side by side, and
references to them there go out.
"""

import hashlib
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from flows.sources.answer import NOTHING_HELD, Answer, Validators
from flows.sources.archive import Archive
from flows.sources.dial import origins_of
from flows.sources.fetcher import Fetcher, Manners, Terms
from flows.sources.hosts import name_of
from flows.sources.kinds import SOURCES
from flows.sources.moments import moment_of
from flows.sources.recognise import HEAD_BYTES, recognise
from flows.sources.reference import Address, Known, LaterError, PageRef, UnreadableError
from flows.sources.shares import Listing, Shares
from flows.sources.visits import begin_visit, end_failed, end_feed, end_page, is_due
from transforms.addresses import address_key, host_key
from transforms.records import Given, Reject, Visit

MAX_DEPTH = 3  # a sitemap of sitemaps, a sitemap, a page
AHEAD = 200  # outcomes that may wait for whoever takes them
# nothing was learnt of the address
NOT_ASKED = frozenset({"private_address", "bad_url", "not_fetched", "host_given_up"})
NEWS_IS_NOW = datetime.max.replace(tzinfo=UTC)

# keys of addresses -> what is remembered of those that were visited
Recall = Callable[[Sequence[str]], Mapping[str, Visit]]
Found = PageRef | Reject | Known | Visit


@dataclass(frozen=True, slots=True)
class Stop:
    """An address to be asked for. depth: 1 for one that was given. before: what is remembered of
    it.

    may_enter: whether it may lie in a private network: the user named it, or a list that he named
    there lists it of its own origin.
    """

    address: Address
    key: str
    depth: int
    before: Visit | None = None
    may_enter: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a stop: what is found there, and the addresses that it lists, None where it is
    no list.
    """

    stop: Stop
    found: tuple[Found, ...] = ()
    listed: tuple[Address, ...] | None = None
    visit: Visit | None = None
    max_age: float | None = None


def fetch_pages(
    addresses: Iterable[Address],
    archive: Path,
    since: date | None = None,
    manners: Manners | None = None,
) -> Iterator[PageRef | Reject]:
    """The pages at `addresses`, and those that feeds and sitemaps there list; each is asked for
    once, and nothing is remembered.

    What they lead to may lie in a private network only if the user named its host himself.
    """
    for found in visit_pages(addresses, Archive(archive), since, manners):
        if isinstance(found, PageRef | Reject):
            yield found


def visit_pages(  # noqa: PLR0913 - what a tour takes along
    addresses: Iterable[Address],
    archive: Archive,
    since: date | None = None,
    manners: Manners | None = None,
    recall: Recall = lambda _: {},
    *,
    refresh: bool = False,
) -> Iterator[Found]:
    """The pages at `addresses` that are due, with what is to be remembered of every address that
    was asked for.

    A page that is as it was is a `Known`; so is one that is not asked for yet. refresh: all are
    due, and nothing is held.
    """
    given = list(addresses)
    named = frozenset(
        origin
        for address in given
        if address.found_in is None
        for origin in origins_of(address.url)
    )
    with Fetcher(manners or Manners(), named) as fetcher:
        shares = Shares(fetcher.manners.pages_a_host)
        yield from Tour(fetcher, archive, since, recall, refresh, shares).run(given)


@dataclass(slots=True)
class Tour:
    """The stops of a run by host; as many hosts as the manners allow are on their way, each with
    one stop.

    waiting: the hosts' stops. ready: hosts with stops of which none is on its way. pending: stops
    without outcome.
    """

    fetcher: Fetcher
    archive: Archive
    since: date | None
    recall: Recall
    refresh: bool
    shares: Shares
    seen: set[str] = field(default_factory=set)
    waiting: dict[str, deque[Stop]] = field(default_factory=dict)
    ready: deque[str] = field(default_factory=deque)
    busy: set[str] = field(default_factory=set)
    pending: int = 0
    outcomes: "queue.SimpleQueue[Outcome | BaseException]" = field(
        default_factory=queue.SimpleQueue
    )
    lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self, given: Iterable[Address]) -> Iterator[Found]:
        """All that is found. Raises OSError where the archive cannot be written."""
        with ThreadPoolExecutor(self.fetcher.manners.hosts_at_once, "fetch") as pool:
            try:
                yield from self.add(given, 1, listing := Listing())
                yield from listing.tell_left(self.shares.pages_a_host)
                self.start(pool)
                while self.pending:
                    outcome = self.outcomes.get()
                    if isinstance(outcome, BaseException):
                        raise outcome
                    yield from self.take(outcome)
                    self.start(pool)
            finally:
                self.fetcher.stop()
                pool.shutdown(cancel_futures=True)

    def take(self, outcome: Outcome) -> Iterator[Found]:
        """What an outcome brings; the addresses that it lists are added."""
        yield from outcome.found
        visit = outcome.visit
        if outcome.listed is not None:
            listing = Listing()
            yield from judge_list(outcome.stop, outcome.listed)
            if outcome.stop.depth < MAX_DEPTH:
                yield from self.add(outcome.listed, outcome.stop.depth + 1, listing, outcome.stop)
                yield from listing.tell_left(self.shares.pages_a_host)
            visit = visit and listing.end_visit(visit, outcome.max_age)
        with self.lock:
            self.pending -= 1
        if visit:
            yield visit

    def add(
        self, found: Iterable[Address], depth: int, listing: Listing, parent: Stop | None = None
    ) -> Iterator[Known | Reject | PageRef]:
        """Let the addresses that were not met yet wait to be asked for, if they are due; what is
        not due is known.

        listing: gets the time of each address that nobody has visited yet, and how many this run
        leaves to the next. parent: the list that they stand in.
        """
        fresh = self.find_unmet(found)
        before = self.recall(list(fresh))
        for key, address in fresh.items():
            known = before.get(key)
            if known is None:
                listing.newest.append(stated_time(address) or NEWS_IS_NOW)
            if known and self.has_time(known, address):
                yield tell_waiting(address, known, depth)
            elif address.found_in and not self.shares.take(name_of(address.url)):
                listing.leave(address.found_in)
            else:
                held = None if self.refresh else known
                self.queue(Stop(address, key, depth, held, may_enter(address, parent)))

    def find_unmet(self, found: Iterable[Address]) -> dict[str, Address]:
        """The recent addresses that were not met in this run, by their keys; each as it was found
        first.
        """
        unmet: dict[str, Address] = {}
        for address in filter(self.is_recent, found):
            key = address_key(address.url)
            if key not in self.seen:
                self.seen.add(key)
                unmet[key] = address
        return unmet

    def has_time(self, known: Visit, address: Address) -> bool:
        """Whether a known address need not be asked for yet."""
        return not self.refresh and not is_due(known, datetime.now(UTC), address.changed_at)

    def is_recent(self, address: Address) -> bool:
        """Whether an address does not say that it is from before `since`."""
        return self.since is None or address.on is None or address.on >= self.since

    def queue(self, stop: Stop) -> None:
        """Let a stop wait for its host's turn."""
        host = name_of(stop.address.url)
        with self.lock:
            self.pending += 1
            self.waiting.setdefault(host, deque()).append(stop)
            if host not in self.busy and host not in self.ready:
                self.ready.append(host)

    def start(self, pool: ThreadPoolExecutor) -> None:
        """Send the next stop of every host that is ready on its way, as far as there is room."""
        with self.lock:
            room = min(
                self.fetcher.manners.hosts_at_once - len(self.busy),
                AHEAD - self.outcomes.qsize() - len(self.busy),
            )
            while self.ready and room > 0 and not self.fetcher.stopped.is_set():
                host = self.ready.popleft()
                self.busy.add(host)
                pool.submit(self.go, pool, host, self.waiting[host].popleft())
                room -= 1

    def go(self, pool: ThreadPoolExecutor, host: str, stop: Stop) -> None:
        """Ask for one address in a thread, and begin with the next."""
        try:
            outcome: Outcome | BaseException = self.visit(stop)
        except BaseException as error:
            outcome = error
        with self.lock:
            self.busy.discard(host)
            if self.waiting[host]:
                self.ready.append(host)
        self.outcomes.put(outcome)
        if not self.fetcher.stopped.is_set():
            self.start(pool)

    def visit(self, stop: Stop) -> Outcome:
        """What comes of asking for one address."""
        visit = begin_visit(stop.key, stop.address.url, datetime.now(UTC), stop.before)
        try:
            held = (
                Validators(visit.etag, visit.last_modified)
                if visit.content_sha256
                else NOTHING_HELD
            )
            answer = self.fetcher.fetch(stop.address.url, Terms(held, stop.may_enter))
            visit = note_answer(visit, answer)
            return self.judge_answer(stop, visit, answer)
        except UnreadableError as error:
            return self.fail(stop, visit, error)

    def judge_answer(self, stop: Stop, visit: Visit, answer: Answer) -> Outcome:
        """What an answer brings. Raises UnreadableError where it is neither a page nor a list."""
        if answer.status == 304:
            return self.stay(stop, visit, answer)
        digest = hashlib.sha256(answer.body).hexdigest()
        is_same = stop.before is not None and digest == stop.before.content_sha256
        visit = replace(visit, content_sha256=digest)
        name = "page.html" if "html" in answer.content_type.lower() else ""
        source = SOURCES[recognise(name, answer.body[:HEAD_BYTES])]
        if source.list_fetched:
            listed = tuple(source.list_fetched(answer.body, answer.url))
            return Outcome(stop, tell_move(stop, visit), listed, visit, answer.max_age)
        if source.kind != "html":
            raise UnreadableError(
                "unsupported_type",
                "The address gives no HTML, feed or sitemap.",
                observed=answer.content_type,
            )
        if is_same:
            return self.stay(stop, visit, answer)
        path, offset = self.archive.store(answer, stop.address.given)
        ended = end_page(visit, "new", stated_time(stop.address))
        return Outcome(
            stop,
            (PageRef(path, "warc", offset, stop.address.url, stop.address.given),),
            visit=ended,
        )

    def stay(self, stop: Stop, visit: Visit, answer: Answer) -> Outcome:
        """The outcome of an address that gives what it gave before. Raises UnreadableError where
        nothing was held.
        """
        if stop.before is None:
            raise UnreadableError(
                f"http_{answer.status}",
                "The server says that nothing has changed, but it was not asked.",
            )
        if visit.kind == "feed":
            return Outcome(
                stop, tell_move(stop, visit), visit=end_feed(visit, None, answer.max_age)
            )
        self.archive.note_unchanged(answer, stop.before)
        ended = end_page(visit, "unchanged", stated_time(stop.address))
        return Outcome(stop, (Known(stop.address.url, stop.before.is_loaded),), visit=ended)

    def fail(self, stop: Stop, visit: Visit, error: UnreadableError) -> Outcome:
        """The outcome of an address that cannot be had: its reject, or the article that the feed
        brings of it.
        """
        wait = error.wait if isinstance(error, LaterError) else None
        is_unasked = error.reason in NOT_ASKED and not leads_inside(error)
        ended = None if is_unasked else end_failed(visit, error.reason, wait)
        if stop.address.stand_in and error.reason != "private_address":
            return Outcome(stop, (stop.address.stand_in,), visit=ended)
        if may_stand_in(stop.address) and error.reason != "private_address":
            return Outcome(stop, (self.store_article(stop.address),), visit=ended)
        return Outcome(stop, (error.reject(stop.address.url),), visit=ended)

    def store_article(self, address: Address) -> PageRef:
        """The article that a feed brings of a page, kept as the page's stand-in. Raises OSError."""
        answer = Answer(
            address.url,
            200,
            "text/html; charset=utf-8",
            address.article or b"",
            None,
            datetime.now(UTC),
        )
        given = replace(address.given or Given(), feed_url=address.found_in)
        path, offset = self.archive.store(answer, given)
        return PageRef(path, "warc", offset, address.url, given)


def judge_list(stop: Stop, listed: Sequence[Address]) -> Iterator[Reject]:
    """The reject of a list that leads nowhere, or no further."""
    url = stop.address.url
    if stop.depth >= MAX_DEPTH:
        yield Reject(
            url, "read", "nested_too_deep", detail="Sitemaps lead to sitemaps without end."
        )
    elif listed and all(address_key(address.url) == stop.key for address in listed):
        yield Reject(
            url,
            "read",
            "names_itself",
            detail="The list names nothing but itself; it is read once.",
        )


def leads_inside(error: UnreadableError) -> bool:
    """Whether a page was asked for, and sends whoever asks into a private network."""
    return error.was_sent_on and error.reason == "private_address"


def note_answer(visit: Visit, answer: Answer) -> Visit:
    """The visit with what the answer lets us ask next time."""
    etag, modified = answer.etag or visit.etag, answer.last_modified or visit.last_modified
    if answer.status != 304:
        etag, modified = answer.etag, answer.last_modified
    return replace(
        visit,
        visited_at=answer.fetched_at,
        etag=etag,
        last_modified=modified,
        moved_to=answer.moved_to,
    )


def tell_waiting(address: Address, known: Visit, depth: int) -> Known | Reject | PageRef:
    """What is told of an address that is not due: what stands in for it, its failure where the user
    named it, else that it is known.
    """
    if known.failure_count and address.stand_in:
        return address.stand_in
    return (
        tell_failing(known)
        if known.failure_count and depth == 1
        else Known(address.url, known.is_loaded)
    )


def tell_failing(visit: Visit) -> Reject:
    """The reject of an address that the user named, which failed before and is not due yet."""
    again = (
        f"again from {visit.next_visit_at:%Y-%m-%d %H:%M} UTC on"
        if visit.next_visit_at
        else "no more"
    )
    detail = f"It failed {visit.failure_count} times in a row and is asked for {again}; --refresh asks now."
    return Reject(visit.url, "read", visit.outcome, detail=detail)


def tell_move(stop: Stop, visit: Visit) -> tuple[Reject, ...]:
    """The note that a feed has moved for good, when it says so for the first time; it is no
    rejected page.
    """
    if not visit.moved_to or (stop.before and stop.before.moved_to == visit.moved_to):
        return ()
    detail = "The feed has moved for good: put its new address into your list."
    return (
        Reject(
            visit.url, "read", "moved", observed_value=visit.moved_to, detail=detail, scope="field"
        ),
    )


def may_enter(address: Address, parent: Stop | None) -> bool:
    """Whether an address may lie in a private network: named by the user, or listed there by a list
    of its own origin that may.
    """
    if parent is None:
        return address.found_in is None
    return parent.may_enter and not set(origins_of(address.url)).isdisjoint(
        origins_of(parent.address.url)
    )


def may_stand_in(address: Address) -> bool:
    """Whether the article that a feed brings may stand for the page: the feed is a file of the
    user's, or of the page's own site.
    """
    if address.article is None:
        return False
    source = host_key(address.found_in or "")
    own = host_key(address.url)
    return not source or own == source or own.endswith("." + source) or source.endswith("." + own)


def stated_time(address: Address) -> datetime | None:
    """When a feed says that a page appeared or changed, at the end of the day where it names only
    that; None where it does not say.
    """
    stated = address.changed_at or moment_of(address.given and address.given.published_at)
    if stated and stated.time() != time():
        return stated
    return datetime.combine(address.on, time(23, 59), UTC) if address.on else None
