"""A URL comes in; the answer of its server goes out, asked for politely: robots.txt, delays,
bounded retries, redirects and sizes.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.cookiejar import CookieJar, DefaultCookiePolicy
from importlib.metadata import version
from typing import Self
from urllib.parse import urldefrag, urljoin, urlsplit

import httpx
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_random_exponential,
)

from flows.sources.addresses import ADDRESS
from flows.sources.answer import NOTHING_HELD, Answer, Validators, make_answer, read_wait
from flows.sources.deadline import Deadline
from flows.sources.dial import Origin, open_transport, origins_of, refuse_inside
from flows.sources.hosts import Hosts
from flows.sources.private_hosts import read_address
from flows.sources.reference import LaterError, UnreadableError
from flows.sources.robots import ROBOT_NAME, Rules, judge_failure, read_rules

REDIRECTS = {301, 302, 303, 307, 308}
FOR_GOOD = {301, 308}
RETRIED = {429, 500, 502, 503, 504}
PAGES_A_HOST = 3_000  # with their pauses somewhat less than an hour
HOST_IS_DOWN = {"timeout", "connection_failed"}


@dataclass(frozen=True, slots=True)
class Manners:
    """How patient and how polite the fetcher is; all times in seconds.

    delay: between two requests to one host. timeout: for each connect and read. deadline: for one
    whole answer, headers included.
    longest_wait: a server that asks to be left alone for longer (Retry-After, Crawl-delay) is left
    alone.
    strikes: after so many addresses in a row that got no answer a host is left alone for the rest
    of the run.
    hosts_at_once: how many hosts are asked side by side, each for one page at a time.
    pages_a_host: how many pages of one host that lists name are asked for in one run.
    contact: an address, of mail or a page, at which those who see our requests find us.
    proxy: the address of the proxy by which the web is reached; None for straight.
    """

    delay: float = 1.0
    timeout: float = 15.0
    deadline: float = 60.0
    attempts: int = 3
    longest_wait: float = 60.0
    redirects: int = 5
    strikes: int = 2
    hosts_at_once: int = 16
    pages_a_host: int = PAGES_A_HOST
    contact: str | None = None
    proxy: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """What every request says."""
        contact = f"+{self.contact}; " if self.contact else ""
        return {
            "User-Agent": f"{ROBOT_NAME}/{version('onrecord')} ({contact}news analytics pipeline; obeys robots.txt)",
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
            "Accept-Encoding": "gzip",
        }


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms an address is asked for. held: the answer that is held already. may_enter:
    whether the user named it, so that it may lie in a private network; redirects from it may on its
    own origin only.
    """

    held: Validators = NOTHING_HELD
    may_enter: bool = False


NO_TERMS = Terms()


class BusyError(Exception):
    """A server asks to come again later. `wait`: in so many seconds; None where it does not say."""

    def __init__(self, status: int, wait: float | None) -> None:
        super().__init__(status)
        self.status = status
        self.wait = wait


@dataclass(slots=True)
class Fetcher:
    """One client for a whole run, for several threads; remembers the rules and the last request of
    every host.

    named: the origins that the user named, which may lie in a private network, for those who may
    enter. outside: for all others.
    """

    manners: Manners = field(default_factory=Manners)
    named: frozenset[Origin] = frozenset()
    inside: httpx.Client = field(init=False)
    outside: httpx.Client = field(init=False)
    hosts: Hosts = field(init=False)
    rules: dict[tuple[str, bool], Rules | UnreadableError] = field(default_factory=dict, init=False)
    stopped: threading.Event = field(default_factory=threading.Event, init=False)
    on_their_way: set[Deadline] = field(default_factory=set, init=False)

    def __post_init__(self) -> None:
        self.hosts = Hosts(self.manners.strikes)
        self.inside, self.outside = (
            open_client(self.manners, self.named),
            open_client(self.manners, frozenset()),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self.inside.close()
        self.outside.close()

    def stop(self) -> None:
        """End what is on its way, and begin nothing more."""
        self.stopped.set()
        for deadline in list(self.on_their_way):
            deadline.pass_now()

    def fetch(self, url: str, terms: Terms = NO_TERMS) -> Answer:
        """The answer for `url`, behind redirects: its content, or status 304 where that is held.
        Raises UnreadableError.
        """
        return self.follow(url, self.ask_allowed, terms)

    def follow(self, url: str, ask: Callable[[str, Terms], Answer], terms: Terms) -> Answer:
        """The answer at the end of the redirects from `url`, on whose own origin alone they may
        lead inside. Raises UnreadableError.
        """
        first, own = url, frozenset(origins_of(url))
        is_for_good, moved_to = True, None
        for _ in range(self.manners.redirects + 1):
            hop_terms = replace(
                terms, may_enter=terms.may_enter and not own.isdisjoint(origins_of(url))
            )
            with noting_redirects(is_sent_on=url != first):
                answer = ask(self.check_host(check_address(url), hop_terms), hop_terms)
            if answer.status not in REDIRECTS or not answer.location:
                break
            is_for_good = is_for_good and answer.status in FOR_GOOD
            url = join(url, answer.location)
            moved_to = url if is_for_good else None
        else:
            raise UnreadableError(
                "too_many_redirects",
                f"The address redirects more than {self.manners.redirects} times.",
                observed=url,
            )
        if answer.status != 200 and not (answer.status == 304 and terms.held.headers()):
            raise UnreadableError(
                f"http_{answer.status}", "The server did not give the page.", observed=url
            )
        return replace(answer, moved_to=moved_to)

    def check_host(self, url: str, terms: Terms) -> str:
        """`url`. Raises UnreadableError where it is written as an address inside; names are judged
        when they are dialled.
        """
        literal = read_address(host_of(url))
        if literal and not (terms.may_enter and not self.named.isdisjoint(origins_of(url))):
            refuse_inside(host_of(url), [str(literal)])
        return url

    def ask_allowed(self, url: str, terms: Terms = NO_TERMS) -> Answer:
        """The answer to one request that robots.txt allows. Raises UnreadableError."""
        rules = self.rules_of(url, terms)
        if not rules.allows(url):
            raise UnreadableError(
                "robots_disallowed",
                "The site's robots.txt forbids to fetch this page.",
                observed=url,
            )
        if rules.delay > self.manners.longest_wait:
            raise UnreadableError(
                "robots_disallowed",
                "The site's robots.txt asks for longer pauses than we make.",
                observed=str(rules.delay),
            )
        return self.ask(url, terms, rules.delay)

    def rules_of(self, url: str, terms: Terms) -> Rules:
        """The rules of the site that `url` lies on, asked for once. Raises UnreadableError where
        the site does not answer.
        """
        site, own_terms = join(url, "/"), replace(terms, held=NOTHING_HELD)
        key = (site, terms.may_enter)
        with self.hosts.of(url).rules_lock:
            if key not in self.rules:
                try:
                    self.rules[key] = read_rules(
                        self.follow(join(site, "robots.txt"), self.ask, own_terms).body
                    )
                except UnreadableError as error:
                    self.rules[key] = judge_failure(error)
        rules = self.rules[key]
        if isinstance(rules, UnreadableError):
            raise rules
        return rules

    def ask(self, url: str, terms: Terms, delay: float = 0.0) -> Answer:
        """The answer to a request; a host that gave none to several in a row is not asked again.
        Raises UnreadableError.
        """
        host = self.hosts.of(url)
        host.check()
        try:
            answer = self.ask_patiently(url, terms, delay)
        except UnreadableError as error:
            host.note(is_up=error.reason not in HOST_IS_DOWN)
            raise
        host.note(is_up=True)
        return answer

    def ask_patiently(self, url: str, terms: Terms, delay: float) -> Answer:
        """The answer to a request, repeated while the server is busy or the connection breaks.
        Raises UnreadableError.
        """
        retrying = Retrying(
            retry=retry_if_exception_type((BusyError, httpx.TransportError)),
            stop=lambda state: (
                stop_after_attempt(self.manners.attempts)(state)
                or self.wait(state) > self.manners.longest_wait
            ),
            wait=self.wait,
            sleep=self.sleep,
            reraise=True,
        )
        try:
            return retrying(self.request, url, terms, delay)
        except BusyError as error:
            raise LaterError(
                f"http_{error.status}", "The server asks to come again later; do so.", error.wait
            ) from error
        except httpx.TimeoutException as error:
            raise UnreadableError(
                "timeout", f"The server did not answer in {self.manners.timeout:g} seconds."
            ) from error
        except httpx.TransportError as error:
            raise UnreadableError(
                "connection_failed", f"The server could not be reached: {error}."
            ) from error

    def wait(self, state: RetryCallState) -> float:
        """Seconds to wait before the next attempt: what the server asked for, else longer each
        time.
        """
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, BusyError) and error.wait is not None:
            return error.wait
        return wait_random_exponential(max=self.manners.longest_wait)(state)

    def sleep(self, seconds: float) -> None:
        """Wait. Raises UnreadableError where the run ends meanwhile."""
        if self.stopped.wait(seconds) if seconds > 0 else self.stopped.is_set():
            raise UnreadableError("not_fetched", "The run ended before the page was fetched.")

    def request(self, url: str, terms: Terms, delay: float) -> Answer:
        """The answer to one request, sent when its host may be asked again. Raises UnreadableError,
        BusyError, TransportError.
        """
        client = self.inside if terms.may_enter else self.outside
        with self.hosts.of(url).turn(max(delay, self.manners.delay), self.sleep):
            deadline = Deadline(self.manners.deadline)
            self.on_their_way.add(deadline)
            try:
                extensions, headers = {"trace": deadline.trace}, terms.held.headers()
                with (
                    deadline,
                    client.stream("GET", url, headers=headers, extensions=extensions) as response,
                ):
                    if response.status_code in RETRIED:
                        raise BusyError(
                            response.status_code, read_wait(response.headers.get("Retry-After"))
                        )
                    return make_answer(url, response)
            finally:
                self.on_their_way.discard(deadline)


@contextmanager
def noting_redirects(*, is_sent_on: bool) -> Iterator[None]:
    """Let an error tell whether a redirect led to it."""
    try:
        yield
    except UnreadableError as error:
        error.was_sent_on = is_sent_on
        raise


def open_client(manners: Manners, named: frozenset[Origin]) -> httpx.Client:
    """A client that enters private networks at the named origins only. No cookie is kept, and so
    none is sent; the environment names no proxy.
    """
    return httpx.Client(
        headers=manners.headers,
        timeout=manners.timeout,
        follow_redirects=False,
        trust_env=False,
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        transport=open_transport(named, manners.proxy),
    )


def host_of(url: str) -> str:
    """The host of an address, in small letters; "" for what has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def join(url: str, location: str) -> str:
    """Where a reference on the page at `url` leads. Raises UnreadableError for one that leads
    nowhere.
    """
    try:
        stated = urlsplit(location)
        if not stated.scheme or stated.netloc:  # `http:///x` would be taken for a path here
            return urljoin(url, location)
    except ValueError:
        pass
    raise UnreadableError(
        "bad_url", "The server sends on to what is no address on the web.", observed=location[:200]
    )


def check_address(url: str) -> str:
    """`url` without its fragment. Raises UnreadableError for what is no address on the web."""
    try:
        parts = urlsplit(url)
        sound = bool(ADDRESS.match(url) and parts.hostname and parts.port != 0)
        httpx.URL(url)
    except (ValueError, httpx.InvalidURL):
        sound = False
    if not sound:
        raise UnreadableError(
            "bad_url", "Only complete http and https addresses are fetched.", observed=url[:200]
        )
    return urldefrag(url).url
