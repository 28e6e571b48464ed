"""A record that comes with its text -> its document: the text to the letter, the metadata as the record states them.

Two characters cannot be kept, since no table can hold or show them: a lone surrogate and NUL. Each becomes U+FFFD, one for one, so that
the offsets of the record's text hold.
"""

import re
from dataclasses import replace

from langcodes import tag_is_valid

from transforms.clean.dates.of_html import gather_dates
from transforms.clean.dates.published import find_published
from transforms.clean.markup.markup import Markup
from transforms.clean.markup.salvage import strip_markup
from transforms.clean.metadata.dateline import find_dateline
from transforms.clean.metadata.hosts import find_place
from transforms.clean.metadata.language import find_language
from transforms.clean.metadata.outlets import domain_of, find_listed, make_outlet
from transforms.clean.text.characters import tidy_line
from transforms.clean.text.decode import decode_bytes, reject_lost_letters
from transforms.records import Document, Evidence, Given, Outlet, Page, Reject

UNSTORABLE = re.compile("[\0\ud800-\udfff]")
LANGUAGE = re.compile(r"^[a-z]{2}(?=$|[-_])", re.IGNORECASE)  # "en", "en-GB"; not "English"
PARAGRAPH = re.compile(r"[^\n]+")
MAX_TITLE, MAX_NAME = 1_000, 200  # characters; longer is none, but text that went astray


def clean_given(page: Page) -> Document | Reject:
    """The document of a page of form "text". Rejects: empty, broken_encoding."""
    text = _decode(page)
    if text is None:
        return Reject(page.source_uri, "clean", "broken_encoding", detail="The record's text is in no charset that we know.")
    if not text.strip():
        return Reject(page.source_uri, "clean", "empty", field="text", detail="The record has no text.")
    if reject := reject_lost_letters(page, text):
        return reject
    document = Document(
        source_uri=page.source_uri,
        content_sha256=page.content_sha256,
        title=None,
        text=text,
        url=page.url,
        fetched_at=page.fetched_at,
        dateline=find_dateline(match.group() for match in PARAGRAPH.finditer(text)),
    )
    return fill_from_record(document, page)


def fill_from_record(document: Document, page: Page, markup: Markup | None = None) -> Document:
    """The document with its language and date, and with what the page's record states where the page itself states nothing."""
    given = page.given or Given()
    language, confidence = _find_language(document.text, given, markup)
    fetched_on = page.fetched_at.date() if page.fetched_at else None
    own_title = _within(MAX_TITLE, document.title)
    title = strip_markup(_within(MAX_TITLE, given.title) or "") or None
    authors = tuple(name for author in given.authors if (name := tidy_line(_within(MAX_NAME, author) or "")))
    document = _without_bare_outlet(document) if given.outlet else document
    outlet = _find_outlet(given, document.canonical_url or page.url)
    filled = {"title": (own_title, title), "author": (document.authors, authors), "outlet": (document.outlet, outlet)}
    return replace(
        document,
        title=own_title or title,
        external_id=given.external_id,
        language=language,
        language_confidence=confidence,
        authors=document.authors or authors,
        outlet=document.outlet or outlet,
        published=find_published(gather_dates(markup or Markup(), document.url, language, fetched_on, given.published_at)),
        evidence=(
            *document.evidence,
            *(Evidence(field, "record", _wording(stated)) for field, (own, stated) in filled.items() if stated and not own),
            *([Evidence("text", "feed", given.feed_url)] if given.feed_url else []),
        ),
    )


def _without_bare_outlet(document: Document) -> Document:
    """The document without an outlet that is known by its domain only; the record gives its name."""
    evidence = tuple(found for found in document.evidence if (found.field, found.source) != ("outlet", "domain"))
    return document if evidence == document.evidence else replace(document, outlet=None, evidence=evidence)


def _within(length: int, text: str | None) -> str | None:
    return text if text and len(text) <= length else None


def _decode(page: Page) -> str | None:
    try:
        text = page.content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        decoded = decode_bytes(page.content, page.charset)
        if decoded is None:
            return None
        text = decoded
    return UNSTORABLE.sub("\ufffd", text)


def _find_language(text: str, given: Given, markup: Markup | None) -> tuple[str | None, float | None]:
    """The record's language, if there is one of that code ("en-GB" is "en", "zz" is none); else the text's."""
    stated = LANGUAGE.match(given.language.strip()) if given.language else None
    if stated and tag_is_valid(code := stated.group().lower()):
        return code, 1.0
    return find_language(text, markup.html_lang if markup else None)


def _wording(stated: str | tuple[str, ...] | Outlet) -> str:
    return stated if isinstance(stated, str) else stated.name if isinstance(stated, Outlet) else "; ".join(stated)


def _find_outlet(given: Given, url: str | None) -> Outlet | None:
    place = find_place(url, domain_of(url))
    if name := tidy_line(_within(MAX_NAME, given.outlet) or ""):
        return make_outlet(name, place.domain if place else None, None, place.path if place else None)
    if place is None:
        return None
    listed = None if place.platform else find_listed(place.domain)
    return listed or make_outlet(place.key, place.domain, None, place.path)
