"""RSS and Atom feeds come in; entries that bring their whole article go out as pages, the others as addresses."""

import hashlib
import html
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from time import struct_time
from typing import Any

import feedparser  # type: ignore[import-untyped]

from flows.sources.files import read_whole
from flows.sources.given import authors_of, text_of
from flows.sources.reference import Address, PageRef, SourceFile, UnreadableError, refuse_entities
from transforms.records import Given, Page, Reject

MIN_ARTICLE_CHARACTERS = 600  # without markup; a teaser is shorter
MAX_ENTRIES = 2_000  # feeds have some 10 to 500

TAG = re.compile(r"<[^<>]*>")  # `<p class="lead">`
PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title}</title></head>
<body><article>
{content}
</article></body></html>
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed. content: its article as HTML, None where the feed brings only a teaser. on: UTC day of publication."""

    url: str | None
    on: date | None
    given: Given
    content: str | None


def list_refs(file: SourceFile, since: date | None = None) -> Iterator[PageRef | Address | Reject]:
    """The entries of the file that were not published before `since`."""
    try:
        entries = read_entries(read_whole(file.path)[0])
    except UnreadableError as error:
        yield error.reject(file.source_uri)
        return
    for number, entry in enumerate(entries, start=1):
        source_uri = f"{file.source_uri}#{number}"
        if since and entry.on and entry.on < since:
            continue
        if entry.content:
            yield PageRef(file.path, file.kind, number, source_uri)
        elif entry.url:
            yield to_address(entry, entry.url)
        else:
            yield Reject(source_uri, "read", "no_text", detail="The feed's entry has neither an article nor a link to one.")


def list_addresses(content: bytes) -> Iterator[Address]:
    """The pages that a fetched feed links to. Raises UnreadableError."""
    yield from (to_address(entry, entry.url) for entry in read_entries(content) if entry.url)


def to_address(entry: Entry, url: str) -> Address:
    """The page of an entry; the page itself says the rest better than the feed."""
    return Address(url, on=entry.on, given=Given(published_at=entry.given.published_at) if entry.given.published_at else None)


def read(refs: Sequence[PageRef]) -> Iterator[Page | Reject]:
    """One page or reject for each reference to entries of one file, in order. Raises UnreadableError."""
    entries = read_entries(read_whole(refs[0].path)[0])
    for ref in refs:
        if ref.position > len(entries):
            yield Reject(ref.source_uri, "read", "not_found", detail="The feed changed while it was read; read it again.")
        else:
            yield make_page(ref.source_uri, entries[ref.position - 1])


def make_page(source_uri: str, entry: Entry) -> Page:
    """The page of an entry that brings its article."""
    content = PAGE.format(title=html.escape(entry.given.title or ""), content=entry.content).encode("utf-8", "replace")
    digest = hashlib.sha256(content + repr(entry).encode("utf-8", "replace")).hexdigest()
    return Page(source_uri, content, digest, form="html", url=entry.url, charset="utf-8", given=entry.given)


def read_entries(content: bytes) -> list[Entry]:
    """The entries of a feed, in order. Raises UnreadableError."""
    refuse_entities(content)
    if content.count(b"<item") + content.count(b"<entry") > MAX_ENTRIES:
        raise UnreadableError("too_many_entries", f"The feed has more than {MAX_ENTRIES:,} entries; split it.")
    try:
        feed = feedparser.parse(io.BytesIO(content))
    except RecursionError as error:
        raise UnreadableError("bad_feed", "The feed's elements are nested too deeply.") from error
    except Exception as error:  # it lets through whatever its parsers raise: ValueError, UnicodeError, ...
        raise UnreadableError("bad_feed", f"The feed cannot be parsed: {error}.") from error
    if not feed.entries:
        raise UnreadableError("empty_feed", "The feed has no entries.", observed=str(feed.get("bozo_exception", ""))[:200] or None)
    return [make_entry(entry, feed.feed) for entry in feed.entries]


def make_entry(entry: Any, feed: Any) -> Entry:  # noqa: ANN401  feedparser's dictionaries have no types
    """What feedparser found in an entry."""
    bodies = [body.get("value", "") for body in entry.get("content", ())]
    article = next((body for body in bodies if len(TAG.sub("", body)) >= MIN_ARTICLE_CHARACTERS), None)
    given = Given(
        external_id=text_of(entry.get("id")),
        title=text_of(entry.get("title")),
        published_at=to_iso(entry.get("published")),
        outlet=text_of(feed.get("title")),
        authors=authors_of([author.get("name") for author in entry.get("authors", ())]),
        language=text_of(feed.get("language")),
    )
    return Entry(text_of(entry.get("link")), day_of(entry.get("published_parsed")), given, article)


def day_of(stamp: struct_time | None) -> date | None:
    """The UTC day that feedparser read from a stamp; None where there is no such day."""
    try:
        return date(*stamp[:3]) if stamp else None
    except ValueError:
        return None


def to_iso(stamp: str | None) -> str | None:
    """`Sat, 21 Nov 2026 08:30:00 +0100` as `2026-11-21T08:30:00+01:00`; anything else as written."""
    try:
        return parsedate_to_datetime(stamp).isoformat() if stamp else None
    except (ValueError, TypeError, OverflowError):
        return stamp
