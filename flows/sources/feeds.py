"""RSS, Atom and JSON feeds come in; entries that bring their whole article go out as pages, the others as
addresses.

A feed is read however badly it is made: a bad byte or a bad character reference costs itself.
"""

import hashlib
import html
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from time import struct_time
from typing import Any

import feedparser  # type: ignore[import-untyped]

from flows.sources.files import read_whole
from flows.sources.given import authors_of, text_of
from flows.sources.json_feeds import is_json_feed, parse_json_feed
from flows.sources.reference import (
    Address,
    PageRef,
    SourceFile,
    UnreadableError,
    refuse_entities,
    resolve,
)
from transforms.clean.text.decode import decode_bytes
from transforms.records import Given, Page, Reject

MIN_ARTICLE_CHARACTERS = 600  # without markup; a teaser is shorter
MAX_ENTRIES = 2_000  # feeds have some 10 to 500
TOO_MANY = f"The feed has more than {MAX_ENTRIES:,} entries; split it."
MAX_ELEMENTS = 100_000  # fifty for each entry; more cost the run that lists them many seconds
CHARACTER_DATA, ITS_END = b"<![CDATA[", b"]]>"
UNPACKED = {"content-type": "application/xml; charset=utf-8"}
AS_IT_STANDS = {  # articles are cleaned as pages are: to do it here costs 4 seconds a megabyte
    "sanitize_html": False,
    "resolve_relative_uris": False,
}
FULL_TEXTS = ("fulltext", "full-text", "yandex_full-text", "turbo_content")  # elements of portals
MAX_ESCAPES = 3  # `&amp;amp;lt;p&amp;amp;gt;` was escaped thrice, the XML's own escapes apart

TAG = re.compile(r"<[^<>]*>")  # `<p class="lead">`
# `&lt;p&gt;`, `&amp;amp;lt;p&amp;amp;gt;`
ESCAPED_TAG = re.compile(
    r"&(?:amp;){0,2}lt;/?[a-z][a-z0-9]*(?:\s|/?&(?:amp;){0,2}gt;)", re.IGNORECASE
)
# `&#8217;`, `&amp;`
REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
# `&#1114112;`, which is no character
NUMBERED = re.compile(r"&#(x[0-9a-f]+|[0-9]+);", re.IGNORECASE)
# what XML may not hold
NO_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# "ann@gazette.example (Ann Lee)"
ADDRESSED = re.compile(r"\s*[\w.+-]{1,64}@[\w.-]{1,80}\s*\([^()]{2,80}\)\s*")
DECLARATION = re.compile(r"\s*<\?xml[^<>]*?\?>")  # `<?xml version="1.0" encoding="UTF-8"?>`
CHARSET = re.compile(rb"""<\?xml[^<>]{0,200}?encoding=["']([\w.:-]{2,40})""")
# what stands before it is a server's warning
OPENING = re.compile(r"<\?xml\s|<(?:rss|feed|rdf:RDF)[\s>]")
# "... Continue reading →"
CUT_OFF = re.compile(
    r"(?:\.{3}|…|\[…\]|read more|continue reading|more\s*[»→])\W*\Z", re.IGNORECASE
)
PAGE = """<!DOCTYPE html>
<html{lang}><head><meta charset="utf-8"><title>{title}</title>{metas}</head>
<body><article>
{content}
</article></body></html>
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed. content: its article as HTML, None where the feed brings only a teaser.
    on: UTC day of publication.

    is_sure: the feed says that `content` is the whole article; else it is a description as long as
    one. changed_at: its last change.
    """

    url: str | None
    on: date | None
    given: Given
    content: str | None
    is_sure: bool
    changed_at: datetime | None


def list_refs(file: SourceFile, since: date | None = None) -> Iterator[PageRef | Address | Reject]:
    """The entries of the file that were not published before `since`."""
    try:
        entries = read_entries(read_whole(file.path)[0])
    except UnreadableError as error:
        yield error.reject(file.source_uri)
        return
    for number, entry in enumerate(entries, start=1):
        if not (since and entry.on and entry.on < since):
            yield refer_to(entry, file, number)


def refer_to(entry: Entry, file: SourceFile, number: int) -> PageRef | Address | Reject:
    """Where the article of an entry is: in the file, or on the web, where the file may stand in for
    it.
    """
    source_uri = f"{file.source_uri}#{number}"
    ref = PageRef(file.path, file.kind, number, source_uri) if entry.content else None
    if ref and (entry.is_sure or not entry.url):
        return ref
    if entry.url:
        return replace(to_address(entry, entry.url, source_uri), article=None, stand_in=ref)
    detail = "The feed's entry has neither an article nor a link to one."
    return Reject(source_uri, "read", "no_text", detail=detail)


def list_addresses(content: bytes, feed_url: str) -> Iterator[Address]:
    """The pages that a fetched feed links to. Raises UnreadableError."""
    yield from (
        to_address(entry, resolve(entry.url, feed_url), feed_url)
        for entry in read_entries(content)
        if entry.url
    )


def to_address(entry: Entry, url: str, found_in: str) -> Address:
    """The page of an entry; the page itself says the rest better than the feed, which stands in for
    it where it cannot be had.
    """
    given = Given(published_at=entry.given.published_at) if entry.given.published_at else None
    article = make_html(entry) if entry.content else None
    return Address(
        url,
        on=entry.on,
        given=given,
        changed_at=entry.changed_at,
        found_in=found_in,
        article=article,
    )


def read(refs: Sequence[PageRef]) -> Iterator[Page | Reject]:
    """One page or reject for each reference to entries of one file, in order. Raises
    UnreadableError.
    """
    entries = read_entries(read_whole(refs[0].path)[0])
    for ref in refs:
        if ref.position > len(entries):
            yield Reject(
                ref.source_uri,
                "read",
                "not_found",
                detail="The feed changed while it was read; read it again.",
            )
        else:
            yield make_page(ref.source_uri, entries[ref.position - 1])


def make_page(source_uri: str, entry: Entry) -> Page:
    """The page of an entry that brings its article."""
    content = PAGE.format(
        lang="", title=html.escape(entry.given.title or ""), metas="", content=entry.content
    ).encode("utf-8", "replace")
    digest = hashlib.sha256(content + repr(entry).encode("utf-8", "replace")).hexdigest()
    given = replace(entry.given, feed_url=source_uri)
    return Page(
        source_uri, content, digest, form="html", url=entry.url, charset="utf-8", given=given
    )


def make_html(entry: Entry) -> bytes:
    """The page of an entry with all that the feed says of it, for an archive."""
    stated = [
        ("article:published_time", entry.given.published_at),
        ("og:site_name", entry.given.outlet),
    ]
    stated += [("author", author) for author in entry.given.authors]
    metas = "".join(
        f'<meta name="{name}" content="{html.escape(value)}">' for name, value in stated if value
    )
    lang = f' lang="{html.escape(entry.given.language)}"' if entry.given.language else ""
    title = html.escape(entry.given.title or "")
    return PAGE.format(lang=lang, title=title, metas=metas, content=entry.content).encode(
        "utf-8", "replace"
    )


def read_entries(content: bytes) -> list[Entry]:
    """The entries of a feed, in order. Raises UnreadableError."""
    refuse_entities(content)
    if content.count(b"<item") + content.count(b"<entry") > MAX_ENTRIES:
        raise UnreadableError("too_many_entries", TOO_MANY)
    if count_elements(content) > MAX_ELEMENTS:
        raise UnreadableError(
            "too_many_entries", f"The feed has more than {MAX_ELEMENTS:,} elements; split it."
        )
    try:
        feed = parse(content)
    except RecursionError as error:
        raise UnreadableError("bad_feed", "The feed's elements are nested too deeply.") from error
    except (
        Exception
    ) as error:  # it lets through whatever its parsers raise: ValueError, UnicodeError, ...
        raise UnreadableError("bad_feed", f"The feed cannot be parsed: {error}.") from error
    if len(feed.entries) > MAX_ENTRIES:
        raise UnreadableError("too_many_entries", TOO_MANY)
    if not feed.entries:
        raise UnreadableError(
            "empty_feed",
            "The feed has no entries.",
            observed=str(feed.get("bozo_exception", ""))[:200] or None,
        )
    is_rss = str(feed.get("version")).startswith("rss")
    return [make_entry(entry, feed.feed, is_rss) for entry in feed.entries]


def count_elements(content: bytes) -> int:
    """How many tags open or close an element of a feed; those in character data do not."""
    before, *others = content.split(CHARACTER_DATA)
    return before.count(b"<") + sum(each.partition(ITS_END)[2].count(b"<") for each in others)


def parse(content: bytes) -> Any:  # noqa: ANN401  feedparser's dictionaries have no types
    """What feedparser makes of a feed whose bytes are in order, and likewise of one in JSON."""
    stated = CHARSET.search(content[:1_000])
    text = decode_bytes(content, stated[1].decode("ascii", "replace") if stated else None)
    if text is None:
        return feedparser.parse(io.BytesIO(content), **AS_IT_STANDS)
    if is_json_feed(text):
        return parse_json_feed(text)
    opening = OPENING.search(text)
    text = DECLARATION.sub("", text[opening.start() if opening else 0 :], count=1)
    text = NO_CHARACTER.sub("", NUMBERED.sub(keep_character, text))
    stream = io.BytesIO(text.encode("utf-8", "replace"))
    return feedparser.parse(stream, response_headers=UNPACKED, **AS_IT_STANDS)


def keep_character(reference: re.Match[str]) -> str:
    """A numbered reference that is a character of XML, as it stands; nothing for any other."""
    digits = reference[1]
    number = (
        int(digits[1:], 16) if digits[0] in "xX" else int(digits) if len(digits) <= 7 else 0x110000
    )
    is_character = (
        0x20 <= number < 0xD800
        or number in (0x9, 0xA, 0xD)
        or 0xE000 <= number <= 0xFFFD
        or 0x10000 <= number < 0x110000
    )
    return reference[0] if is_character else ""


def make_entry(entry: Any, feed: Any, is_rss: bool) -> Entry:  # noqa: ANN401  feedparser's dictionaries have no types
    """What feedparser found in an entry. The `dc:date` of an entry in RSS, which it takes for the
    last change, is when the article was published, where nothing else says so.
    """
    dated = "updated" if is_rss and not entry.get("published") else "published"
    stated = [body.get("value") for body in entry.get("content", ())]
    bodies = [unescape_markup(body) for body in (*stated, *map(entry.get, FULL_TEXTS))]
    article = next(filter(is_article, bodies), None)
    description = unescape_markup(entry.get("summary"))
    given = Given(
        external_id=text_of(entry.get("id")),
        title=read_title(entry.get("title")),
        published_at=to_iso(dict.get(entry, dated)),
        outlet=read_title(feed.get("title")),
        authors=authors_of(list_authors(entry)),
        language=language_of(entry, feed),
    )
    return Entry(
        text_of(entry.get("link")),
        day_of(dict.get(entry, f"{dated}_parsed")),
        given,
        article or (description if is_article(description) else None),
        article is not None,
        moment_of_stamp(
            dict.get(entry, "updated_parsed")
        ),  # its own `get` falls back to the publication, with a warning,
    )


def list_authors(entry: Any) -> list[str | None]:  # noqa: ANN401  as above
    """The names that feedparser found; one that stands behind an address, as written: of the
    longer endings ("ann@gazette.example (Ann Lee)") it takes a part for the name.
    """
    names = [author.get("name") for author in entry.get("authors", ())]
    stated = text_of(dict.get(entry, "author"))
    return [stated] if stated and len(names) <= 1 and ADDRESSED.fullmatch(stated) else names


def language_of(entry: Any, feed: Any) -> str | None:  # noqa: ANN401  as above
    """What an entry says of itself (`dc:language`, `language` of a JSON Feed), of its content or
    its title (`xml:lang`), else what the feed says.
    """
    bodies = (*entry.get("content", ()), entry.get("title_detail") or {}, feed)
    stated = (text_of(told.get("language")) for told in (entry, *bodies))
    return next(filter(None, stated), None)


def is_article(body: str) -> bool:
    """Whether the text of an entry is an article: as long as one, and not cut off."""
    text = TAG.sub("", body).strip()
    return len(text) >= MIN_ARTICLE_CHARACTERS and not CUT_OFF.search(text[-40:])


def unescape_markup(value: object) -> str:
    """HTML that was escaped once more than it should be, as HTML; "" for what is no text."""
    body = text_of(value) or ""
    for _ in range(MAX_ESCAPES):
        if TAG.search(body) or not ESCAPED_TAG.search(body):
            break
        body = html.unescape(body)
    return body


def read_title(title: object) -> str | None:
    """A title without markup and references, however often they were escaped: `Pier &amp;#8217;
    &lt;i&gt;s&lt;/i&gt;`.
    """
    text = text_of(title) or ""
    for _ in range(MAX_ESCAPES):
        if not REFERENCE.search(text):
            break
        text = html.unescape(text)
    return " ".join(TAG.sub("", text).split()) or None


def moment_of_stamp(stamp: struct_time | None) -> datetime | None:
    """The UTC time that feedparser read from a stamp; None where there is no such time."""
    try:
        return datetime(*stamp[:6], tzinfo=UTC) if stamp else None
    except ValueError:
        return None


def day_of(stamp: struct_time | None) -> date | None:
    """The UTC day that feedparser read from a stamp; None where there is no such day."""
    try:
        return date(*stamp[:3]) if stamp else None
    except ValueError:
        return None


def to_iso(stamp: str | None) -> str | None:
    """`Sat, 21 Nov 2026 08:30:00 +0100` as `2026-11-21T08:30:00+01:00`; anything else as
    written.
    """
    try:
        return parsedate_to_datetime(stamp).isoformat() if stamp else None
    except (ValueError, TypeError, OverflowError):
        return stamp
