"""A server's response comes in; what is kept of it goes out: status, headers that matter, and the
body, unpacked within limits.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from flows.sources.files import gunzip
from flows.sources.reference import UnreadableError, refuse_large

MAX_AGE = re.compile(r"(?:^|[\s,])max-age=([0-9]{1,9})")  # `public, max-age=300`
LINE_BREAKS = re.compile(r"[\r\n\0]+")
NO_PAGE = re.compile(  # `image/png`, `application/pdf`
    r"\s*(?:image|audio|video|font)/(?!svg)|\s*application/(?:pdf|zip|msword)\b", re.IGNORECASE
)
MAX_VALIDATOR = 1_000  # characters; a longer one is not sent back


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave for a URL. url: the last one after redirects. body: unpacked.
    content_type: the header as sent.

    moved_to: the last address, where every redirect on the way to it is for good. max_age: seconds
    for which the answer holds.
    """

    url: str
    status: int
    content_type: str
    body: bytes
    location: str | None
    fetched_at: datetime
    etag: str | None = None
    last_modified: str | None = None
    max_age: float | None = None
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server is told of the answer that is held already, so that it need not send it
    again.
    """

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The request's headers."""
        stated = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in stated.items() if value}


NOTHING_HELD = Validators()


def make_answer(url: str, response: httpx.Response) -> Answer:
    """The answer with its body. Raises UnreadableError where that is too large or packed in an
    unknown way.
    """
    headers = response.headers
    packing = headers.get("Content-Encoding", "identity").lower()
    if response.status_code == 200 and packing not in {"identity", "gzip", "x-gzip"}:
        raise UnreadableError(
            "unsupported_encoding",
            "The server packs its answer in a way that was not asked for.",
            observed=packing,
        )
    if response.status_code == 200 and NO_PAGE.match(headers.get("Content-Type", "")):
        raise UnreadableError(
            "unsupported_type",
            "The address gives no page; what it gives was not read.",
            observed=headers["Content-Type"][:80],
        )
    age = MAX_AGE.search(headers.get("Cache-Control", "").lower())
    return Answer(
        url,
        response.status_code,
        LINE_BREAKS.sub(" ", headers.get("Content-Type", "")),
        gunzip(read_body(response)) if response.status_code == 200 else b"",
        headers.get("Location"),
        datetime.now(UTC),
        read_validator(headers.get("ETag")),
        read_validator(headers.get("Last-Modified")),
        float(age[1]) if age else None,
    )


def read_validator(header: str | None) -> str | None:
    """A header that can be sent back as it is; None for one that is too long or no plain text."""
    return (
        header
        if header and len(header) <= MAX_VALIDATOR and header.isascii() and header.isprintable()
        else None
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
    if re.fullmatch(r"[0-9]{1,12}", retry_after.strip()):
        return float(retry_after)
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None
