"""What the sources hand about: the file a page lies in, the place of the page in it, and why a page
cannot be read.
"""

import os
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urljoin

from transforms.records import Given, Reject

Kind = str  # of a source, as flows.sources.kinds names it

GZIP = b"\x1f\x8b"
MAX_PAGE_BYTES = 20_000_000  # of one page, unpacked; the largest real article page seen had 4 MB


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that holds pages, or the addresses of pages. `path` is absolute and resolved."""

    path: Path
    kind: Kind

    @property
    def source_uri(self) -> str:
        """The path as it is written into the warehouse; bytes that are no UTF-8 are replaced."""
        return uri_of(self.path)


@dataclass(frozen=True, slots=True)
class PageRef:
    """Where one page lies, small enough to be sent to another process.

    position: 0 for a file that is one page, byte offset of the record (WARC) or line (JSONL,
    unpacked), number of the row or entry from 1.
    source_uri: path, path#offset (WARC), path#line (JSONL), path#row (Parquet), path#entry (feed),
    all from 1 but the offset; or the URL.
    given: what a feed or sitemap said of a page that was fetched for it. is_mended: it can only be
    read with its header mended (WARC).
    """

    path: Path
    kind: Kind
    position: int
    source_uri: str
    given: Given | None = None
    is_mended: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """A page that is still to be fetched.

    on: the UTC day that a feed or sitemap gives it, with the rest of what it says in `given`.
    changed_at: its last change, as stated there.
    found_in: the file, feed or sitemap that lists it; None for one that the user named. article:
    the whole text that a feed brings of
    it, as a page of its own, for the case that the page itself cannot be had; stand_in: where that
    lies in a feed on disk.
    """

    url: str
    on: date | None = None
    given: Given | None = None
    changed_at: datetime | None = None
    found_in: str | None = None
    article: bytes | None = None
    stand_in: PageRef | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A page on the web that is as it was, or was not asked for, since it is not time yet.

    is_loaded: whether its article is in the warehouse.
    """

    url: str
    is_loaded: bool


class UnreadableError(Exception):
    """A page or file that cannot be read: `reason` is the reject's word, the message its
    sentence. was_sent_on: a server was asked, and it sent on to what cannot be read.
    """

    def __init__(self, reason: str, detail: str, observed: str | None = None) -> None:
        super().__init__(detail)
        self.reason = reason
        self.observed = observed
        self.was_sent_on = False

    def reject(self, source_uri: str, url: str | None = None) -> Reject:
        """This error as the reject of the page at `source_uri`, whose address is `url`."""
        return Reject(
            source_uri, "read", self.reason, observed_value=self.observed, detail=str(self), url=url
        )


class LaterError(UnreadableError):
    """A server that asks to come again later: in `wait` seconds, None where it does not say."""

    def __init__(self, reason: str, detail: str, wait: float | None) -> None:
        super().__init__(reason, detail, None if wait is None else f"{wait:g} s")
        self.wait = wait


def refuse_large(content: bytes | bytearray) -> None:
    """Raise UnreadableError for more bytes than a page may hold."""
    if len(content) > MAX_PAGE_BYTES:
        raise UnreadableError(
            "too_large",
            f"The page holds more than {MAX_PAGE_BYTES // 1_000_000} MB; split or shorten it.",
        )


def refuse_entities(content: bytes) -> None:
    """Raise UnreadableError for XML that declares entities: no feed needs them, and they can unpack
    to anything.
    """
    if b"<!ENTITY" in content:
        raise UnreadableError("unsafe_xml", "The XML declares entities; remove its DOCTYPE.")


def resolve(url: str, base: str) -> str:
    """An address as the list at `base` means it, which may leave out the site; as it stands where
    that is no address on the web.
    """
    if not base.lower().startswith(("http://", "https://")):
        return url
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def uri_of(path: Path) -> str:
    """The path as text that any database takes: what is no UTF-8 in a file's name becomes
    U+FFFD.
    """
    return os.fsencode(path).decode("utf-8", "replace")
