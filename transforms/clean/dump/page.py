"""A text dump of a page -> its document: the article's lines as paragraphs, and what the other lines say of it; or a Reject."""

import re
from dataclasses import replace

from transforms.clean.dates.of_dump import gather_dump_dates
from transforms.clean.dates.published import find_published
from transforms.clean.dump.lines import split_lines
from transforms.clean.dump.outlet import find_dump_outlet
from transforms.clean.dump.sort import Sorting, sort_lines
from transforms.clean.judge.facts import gather_dump_facts
from transforms.clean.judge.verdict import judge
from transforms.clean.markup.markup import Markup
from transforms.clean.metadata.authors import find_authors
from transforms.clean.metadata.dateline import find_dateline
from transforms.clean.metadata.given import fill_from_record
from transforms.clean.text.decode import decode_page, reject_lost_letters
from transforms.records import Document, Evidence, Page, Reject

CRUMB_MARK = re.compile(r"\s[/›»>]\s")  # between the crumbs of "News / World"
MAX_LINES, MAX_TEXT = 20_000, 5_000_000  # of a dump; those of news pages have some hundred lines


def clean_dump(page: Page) -> Document | Reject:
    """Clean one dump. Rejects: those of `decode_page` and `judge`, and too_long."""
    text = decode_page(page)
    if isinstance(text, Reject):
        return text
    if reject := reject_lost_letters(page, text):
        return reject
    lines = split_lines(text) if len(text) <= MAX_TEXT else []
    if len(text) > MAX_TEXT or len(lines) > MAX_LINES:
        detail = f"A page's text has no more than {MAX_LINES:,} lines and {MAX_TEXT:,} characters."
        return Reject(page.source_uri, "clean", "too_long", detail=detail)
    sorting = sort_lines(lines)
    document = _date(fill_from_record(_make_document(page, sorting), page), sorting)
    verdict = judge(gather_dump_facts(document.title, document.text, sorting.lines, page.url))
    if verdict.reason:
        return Reject(page.source_uri, "judge", verdict.reason, detail=verdict.detail)
    return replace(document, genre=verdict.genre)


def _make_document(page: Page, sorting: Sorting) -> Document:
    section = CRUMB_MARK.split(sorting.crumbs)[-1] if sorting.crumbs else None
    outlet, outlet_evidence = find_dump_outlet(sorting.lines)
    authors, author_evidence = find_authors(_without_captions(sorting), (outlet.name,) if outlet else ())
    stated = (("title", "headline", sorting.title), ("section", "crumbs", section), ("outlet", "text", outlet_evidence))
    return Document(
        source_uri=page.source_uri,
        content_sha256=page.content_sha256,
        title=sorting.title,
        text="\n\n".join(sorting.kept),
        url=page.url,
        fetched_at=page.fetched_at,
        authors=authors,
        outlet=outlet,
        section=section,
        dateline=find_dateline(sorting.kept),
        extractor="dump",
        dropped=sorting.dropped,
        evidence=(*(Evidence(field, source, value) for field, source, value in stated if value), *author_evidence),
    )


def _without_captions(sorting: Sorting) -> Markup:
    """The lines that may name an author: "(Photo by ...)" credits a picture."""
    places = [at for at, rule in enumerate(sorting.rules) if rule != "caption"]
    headline_at = None if sorting.title_at is None else places.index(sorting.title_at)
    return Markup(lines=tuple(sorting.lines[at] for at in places), headline_at=headline_at)


def _date(document: Document, sorting: Sorting) -> Document:
    """The document with the date that its lines state, if its record states none."""
    if document.published.source == "given":
        return document
    fetched_on = document.fetched_at.date() if document.fetched_at else None
    facts = gather_dump_dates(sorting.lines, sorting.title_at, document.url, document.language, fetched_on)
    return replace(document, published=find_published(facts))
