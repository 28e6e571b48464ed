"""A record that comes with its text -> its document: the text to the letter, the metadata as the
record states them.

Two characters cannot be kept, since no table can hold or show them: a lone surrogate and NUL. Each
becomes U+FFFD, one for one, so that the offsets of the record's text hold.
"""

import re
from dataclasses import replace
from itertools import chain

from langcodes import tag_is_valid

from transforms.clean.dates.of_html import gather_dates
from transforms.clean.dates.published import find_published
from transforms.clean.markup.markup import Markup
from transforms.clean.markup.salvage import strip_markup
from transforms.clean.metadata.assemble import Conclusion, Metadata, PageLanguage, Text, assemble
from transforms.clean.metadata.author_names import cut_by, split_names
from transforms.clean.metadata.bylines import is_like_a_person
from transforms.clean.metadata.dateline import find_dateline
from transforms.clean.metadata.hosts import find_place
from transforms.clean.metadata.language import find_language
from transforms.clean.metadata.outlets import domain_of, find_listed, make_outlet
from transforms.clean.text.characters import tidy_line
from transforms.clean.text.decode import decode_bytes, reject_lost_letters
from transforms.records import Document, Evidence, Given, Outlet, Page, Published, Reject

UNSTORABLE = re.compile("[\0\ud800-\udfff]")
CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f]")  # no letter: what a terminal or a printer was told
LANGUAGE = re.compile(r"^[a-z]{2}(?=$|[-_])", re.IGNORECASE)  # "en", "en-GB"; not "English"
PARAGRAPH = re.compile(r"[^\n]+")
# characters; longer is none, but text that went astray
MAX_TITLE, MAX_NAME, MAX_LIST = 1_000, 200, 600


def clean_given(page: Page) -> Document | Reject:
    """The document of a page of form "text". Rejects: empty, broken_encoding."""
    text = _decode(page)
    if text is None:
        return Reject(
            page.source_uri,
            "clean",
            "broken_encoding",
            detail="The record's text is in no charset that we know.",
        )
    if not text.strip():
        return Reject(
            page.source_uri, "clean", "empty", field="text", detail="The record has no text."
        )
    if reject := reject_lost_letters(page, text):
        return reject
    dateline = find_dateline(match.group() for match in PARAGRAPH.finditer(text))
    metadata = fill_metadata(Metadata(url=page.url), page)
    language = find_page_language(page, text)
    conclusion = Conclusion(language, find_day(page, metadata, language))
    return assemble(page, Text(text, dateline=dateline), metadata, conclusion)


def fill_metadata(own: Metadata, page: Page) -> Metadata:
    """What the page states, and what its record states where the page itself states nothing."""
    given = page.given or Given()
    own = replace(
        _without_bare_outlet(own) if given.outlet else own, title=_within(MAX_TITLE, own.title)
    )
    stated = _read_record(given, own.canonical_url or page.url)
    feed = [Evidence("text", "feed", given.feed_url)] if given.feed_url else []
    return replace(
        own,
        title=own.title or stated.title,
        authors=own.authors or stated.authors,
        outlet=own.outlet or stated.outlet,
        evidence=(*own.evidence, *_evidence_of(own, stated), *feed),
    )


def _read_record(given: Given, url: str | None) -> Metadata:
    """What the record itself states; its outlet, if need be, by the address."""
    title = strip_markup(_within(MAX_TITLE, given.title) or "") or None
    names = chain.from_iterable(map(_names_in, given.authors))
    return Metadata(title, tuple(dict.fromkeys(names)), _find_outlet(given, url))


def _names_in(stated: str) -> list[str]:
    """The names of an author's field; it as it is where it does not read as full names: "By Ann Lee
    and Bo Ek" has two, "ann@gazette.example (Ann Lee)" one, "Marlow Museum of Art" itself.
    """
    names = split_names(_within(MAX_LIST, stated) or "")
    is_addressed = "@" in stated and len(names) == 1
    if (is_addressed or len(names) > 1) and all(map(_is_full_name, names)):
        return names
    whole = tidy_line(cut_by(_within(MAX_NAME, stated) or ""))
    return [whole] if whole else []


def _is_full_name(name: str) -> bool:
    return is_like_a_person(name) and " " in name


def _evidence_of(own: Metadata, stated: Metadata) -> list[Evidence]:
    """Of what the record fills in."""
    pairs = (
        ("title", own.title, stated.title),
        ("author", own.authors, stated.authors),
        ("outlet", own.outlet, stated.outlet),
    )
    return [
        Evidence(field, "record", _wording(filled))
        for field, had, filled in pairs
        if filled and not had
    ]


def find_page_language(page: Page, text: str, markup: Markup | None = None) -> PageLanguage:
    """The language that the record states, else the text's."""
    return PageLanguage(*_find_language(text, page.given or Given(), markup))


def find_day(
    page: Page, metadata: Metadata, language: PageLanguage, markup: Markup | None = None
) -> Published:
    """When the page was published, as its markup, its address and its record say."""
    fetched_on = page.fetched_at.date() if page.fetched_at else None
    published_at = page.given.published_at if page.given else None
    return find_published(
        gather_dates(markup or Markup(), metadata.url, language.code, fetched_on, published_at)
    )


def _without_bare_outlet(own: Metadata) -> Metadata:
    """Without an outlet that is known by its domain only; the record gives its name."""
    evidence = tuple(
        found for found in own.evidence if (found.field, found.source) != ("outlet", "domain")
    )
    return own if evidence == own.evidence else replace(own, outlet=None, evidence=evidence)


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
    return CONTROL.sub(" ", UNSTORABLE.sub("\ufffd", text))


def _find_language(
    text: str, given: Given, markup: Markup | None
) -> tuple[str | None, float | None]:
    """The record's language, if there is one of that code ("en-GB" is "en", "zz" is none); else the
    text's.
    """
    stated = LANGUAGE.match(given.language.strip()) if given.language else None
    if stated and tag_is_valid(code := stated.group().lower()):
        return code, 1.0
    return find_language(text, markup.html_lang if markup else None)


def _wording(stated: str | tuple[str, ...] | Outlet) -> str:
    return (
        stated
        if isinstance(stated, str)
        else stated.name
        if isinstance(stated, Outlet)
        else "; ".join(stated)
    )


def _find_outlet(given: Given, url: str | None) -> Outlet | None:
    place = find_place(url, domain_of(url))
    if name := tidy_line(_within(MAX_NAME, given.outlet) or ""):
        return make_outlet(
            name, place.domain if place else None, None, place.path if place else None
        )
    if place is None:
        return None
    listed = None if place.platform else find_listed(place.domain)
    return listed or make_outlet(place.key, place.domain, None, place.path)
