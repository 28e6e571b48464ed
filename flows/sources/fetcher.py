"""A URL comes in; the answer of its server goes out, asked for politely: robots.txt, delays, bounded retries, redirects and sizes."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from types import TracebackType
from typing import Self
from urllib.parse import urldefrag, urljoin, urlsplit

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_random_exponential

from flows.sources.deadline import Deadline
from flows.sources.files import gunzip
from flows.sources.private_hosts import is_private
from flows.sources.recognise import ADDRESS
from flows.sources.reference import UnreadableError, refuse_large
from flows.sources.robots import ROBOT_NAME, Rules, judge_failure, read_rules

REDIRECTS = {301, 302, 303, 307, 308}
RETRIED = {429, 503}
HEADERS = {
    "User-Agent": f"{ROBOT_NAME}/{version('onrecord')} (news analytics pipeline; obeys robots.txt)",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True, slots=True)
class Manners:
    """How patient and how polite the fetcher is; all times in seconds.

    delay: between two requests to one host. timeout: for each connect and read. deadline: for one whole answer, headers included.
    longest_wait: a server that asks to be left alone for longer (Retry-After, Crawl-delay) is left alone.
    """

    delay: float = 1.0
    timeout: float = 15.0
    deadline: float = 60.0
    attempts: int = 3
    longest_wait: float = 60.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave for a URL. url: the last one after redirects. body: unpacked. content_type: the header as sent."""

    url: str
    status: int
    content_type: str
    body: bytes
    location: str | None
    fetched_at: datetime


class BusyError(Exception):
    """A server asks to come again later. `wait`: in so many seconds; None where it does not say."""

    def __init__(self, status: int, wait: float | None) -> None:
        super().__init__(status)
        self.status = status
        self.wait = wait


@dataclass(slots=True)
class Fetcher:
    """One client for a whole run; remembers the rules and the last request of every host.

    named: the hosts that the user named, which may lie in a private network.
    """

    manners: Manners = field(default_factory=Manners)
    named: frozenset[str] = frozenset()
    client: httpx.Client = field(init=False)
    rules: dict[str, Rules | UnreadableError] = field(default_factory=dict, init=False)
    free_at: dict[str, float] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        alone = httpx.Limits(max_keepalive_connections=0)  # one request a connection, which its deadline may shut
        self.client = httpx.Client(headers=HEADERS, timeout=self.manners.timeout, follow_redirects=False, limits=alone)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.client.close()

    def fetch(self, url: str) -> Answer:
        """The answer with status 200 for `url`, behind redirects. Raises UnreadableError."""
        return self.follow(url, self.ask_allowed)

    def follow(self, url: str, ask: Callable[[str], Answer]) -> Answer:
        """The answer at the end of the redirects from `url`. Raises UnreadableError for any status but 200."""
        for _ in range(self.manners.redirects + 1):
            answer = ask(self.check_host(check_address(url)))
            if answer.status not in REDIRECTS or not answer.location:
                break
            url = urljoin(url, answer.location)
        else:
            raise UnreadableError("too_many_redirects", f"The address redirects more than {self.manners.redirects} times.", observed=url)
        if answer.status != 200:
            raise UnreadableError(f"http_{answer.status}", "The server did not give the page.", observed=url)
        return answer

    def check_host(self, url: str) -> str:
        """`url`. Raises UnreadableError where it leads into a private network, as no page, feed or redirect should."""
        host = host_of(url)
        if host not in self.named and is_private(host):
            detail = "The address leads into a private network; name it as a source of its own if it is meant."
            raise UnreadableError("private_address", detail, observed=url)
        return url

    def ask_allowed(self, url: str) -> Answer:
        """The answer to one request that robots.txt allows. Raises UnreadableError."""
        rules = self.rules_of(url)
        if not rules.allows(url):
            raise UnreadableError("robots_disallowed", "The site's robots.txt forbids to fetch this page.", observed=url)
        if rules.delay > self.manners.longest_wait:
            raise UnreadableError(
                "robots_disallowed", "The site's robots.txt asks for longer pauses than we make.", observed=str(rules.delay)
            )
        return self.ask(url, rules.delay)

    def rules_of(self, url: str) -> Rules:
        """The rules of the site that `url` lies on, asked for once. Raises UnreadableError where the site does not answer."""
        site = urljoin(url, "/")
        if site not in self.rules:
            try:
                self.rules[site] = read_rules(self.follow(urljoin(site, "robots.txt"), self.ask).body)
            except UnreadableError as error:
                self.rules[site] = judge_failure(error)
        rules = self.rules[site]
        if isinstance(rules, UnreadableError):
            raise rules
        return rules

    def ask(self, url: str, delay: float = 0.0) -> Answer:
        """The answer to a request, repeated while the server is busy or the connection breaks. Raises UnreadableError."""
        retrying = Retrying(
            retry=retry_if_exception_type((BusyError, httpx.TransportError)),
            stop=lambda state: stop_after_attempt(self.manners.attempts)(state) or self.wait(state) > self.manners.longest_wait,
            wait=self.wait,
            reraise=True,
        )
        try:
            return retrying(self.request, url, delay)
        except BusyError as error:
            raise UnreadableError(
                f"http_{error.status}", "The server asks to come again later; do so.", observed=f"{error.wait} s"
            ) from error
        except httpx.TimeoutException as error:
            raise UnreadableError("timeout", f"The server did not answer in {self.manners.timeout:g} seconds.") from error
        except httpx.TransportError as error:
            raise UnreadableError("connection_failed", f"The server could not be reached: {error}.") from error

    def wait(self, state: RetryCallState) -> float:
        """Seconds to wait before the next attempt: what the server asked for, else longer each time."""
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, BusyError) and error.wait is not None:
            return error.wait
        return wait_random_exponential(max=self.manners.longest_wait)(state)

    def request(self, url: str, delay: float) -> Answer:
        """The answer to one request, sent when its host may be asked again. Raises UnreadableError, BusyError, TransportError."""
        host = urlsplit(url).netloc
        time.sleep(max(0.0, self.free_at.get(host, 0.0) - time.monotonic()))
        deadline = Deadline(self.manners.deadline)
        try:
            with deadline, self.client.stream("GET", url, extensions={"trace": deadline.trace}) as response:
                if response.status_code in RETRIED:
                    raise BusyError(response.status_code, read_wait(response.headers.get("Retry-After")))
                return make_answer(url, response)
        finally:
            self.free_at[host] = time.monotonic() + max(delay, self.manners.delay)


def host_of(url: str) -> str:
    """The host of an address, in small letters; "" for what has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def check_address(url: str) -> str:
    """`url` without its fragment. Raises UnreadableError for what is no address on the web."""
    try:
        parts = urlsplit(url)
        sound = bool(ADDRESS.match(url) and parts.hostname and parts.port != 0)
        httpx.URL(url)
    except (ValueError, httpx.InvalidURL):
        sound = False
    if not sound:
        raise UnreadableError("bad_url", "Only complete http and https addresses are fetched.", observed=url[:200])
    return urldefrag(url).url


def make_answer(url: str, response: httpx.Response) -> Answer:
    """The answer with its body. Raises UnreadableError where that is too large or packed in an unknown way."""
    packing = response.headers.get("Content-Encoding", "identity").lower()
    if response.status_code == 200 and packing not in {"identity", "gzip", "x-gzip"}:
        raise UnreadableError("unsupported_encoding", "The server packs its answer in a way that was not asked for.", observed=packing)
    return Answer(
        url,
        response.status_code,
        response.headers.get("Content-Type", ""),
        gunzip(read_body(response)) if response.status_code == 200 else b"",
        response.headers.get("Location"),
        datetime.now(UTC),
    )


def read_body(response: httpx.Response) -> bytes:
    """The body as sent. Raises UnreadableError where it is too large."""
    body = bytearray()
    for chunk in response.iter_raw():
        body += chunk
        refuse_large(body)
    return bytes(body)


def read_wait(retry_after: str | None) -> float | None:
    """Seconds to wait by a Retry-After header: `120`, or `Sat, 21 Nov 2026 08:30:00 GMT`."""
    if retry_after is None:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None
