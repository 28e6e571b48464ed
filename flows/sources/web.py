"""Addresses on the web come in; their pages are fetched into a WARC archive, and references to them there go out."""

import gzip
import io
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType

from flows.sources import feeds, sitemaps
from flows.sources.fetcher import Answer, Fetcher, Manners, host_of
from flows.sources.recognise import HEAD_BYTES, recognise
from flows.sources.reference import Address, PageRef, UnreadableError
from transforms.records import Reject

MAX_DEPTH = 3  # a sitemap of sitemaps, a sitemap, a page


def fetch_pages(
    addresses: Iterable[Address], archive: Path, since: date | None = None, manners: Manners | None = None
) -> Iterator[PageRef | Reject]:
    """The pages at `addresses`, and those that feeds and sitemaps there list, appended to `archive`; each address is asked for once.

    What they lead to may lie in a private network only if it is a host of `addresses`.
    """
    known: set[str] = set()
    waiting = [(address, 1) for address in take_new(addresses, known, since)]
    with Fetcher(manners or Manners(), named=frozenset(host_of(address.url) for address, _ in waiting)) as fetcher:
        for address, depth in waiting:  # it grows on the way
            try:
                found = fetch_one(fetcher, address, archive)
                if isinstance(found, PageRef):
                    yield found
                elif depth < MAX_DEPTH:
                    waiting += [(each, depth + 1) for each in take_new(found, known, since)]
                else:
                    raise UnreadableError("nested_too_deep", "Sitemaps lead to sitemaps without end.")
            except UnreadableError as error:
                yield error.reject(address.url)


def take_new(addresses: Iterable[Address], known: set[str], since: date | None) -> Iterator[Address]:
    """The addresses that are not known yet, which makes them known; without those that say that they are from before `since`."""
    for address in addresses:
        if address.url not in known and (since is None or address.on is None or address.on >= since):
            known.add(address.url)
            yield address


def fetch_one(fetcher: Fetcher, address: Address, archive: Path) -> PageRef | list[Address]:
    """The page at an address, stored, or the addresses that it lists. Raises UnreadableError."""
    answer = fetcher.fetch(address.url)
    match recognise("page.html" if "html" in answer.content_type.lower() else "", answer.body[:HEAD_BYTES]):
        case "feed":
            return list(feeds.list_addresses(answer.body))
        case "sitemap":
            return list(sitemaps.read_addresses(answer.body))
        case "html":
            return PageRef(archive, "warc", store(answer, archive), address.url, address.given)
        case _:
            raise UnreadableError("unsupported_type", "The address gives no HTML, feed or sitemap.", observed=answer.content_type)


def store(answer: Answer, archive: Path) -> int:
    """Append an answer to the archive as a record packed by itself; the record's offset. Raises OSError."""
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.record_date = answer.fetched_at
    record.headers["WARC-Target-URI"] = answer.url
    record.headers["Content-Type"] = "application/http; msgtype=response"
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {answer.content_type}\r\nContent-Length: {len(answer.body)}\r\n\r\n"
    record.set_bytes_content(head.encode("latin-1", "replace") + answer.body)
    plain = io.BytesIO()
    record.write(plain)
    archive.parent.mkdir(parents=True, exist_ok=True)
    with archive.open("ab") as stream:
        offset = stream.tell()
        stream.write(gzip.compress(plain.getvalue(), compresslevel=6))
    return offset
