"""A text dump of a page -> its document: the article's lines as paragraphs, and what the other
lines say of it; or a Reject.
"""

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
from transforms.clean.metadata.assemble import Conclusion, Metadata, PageLanguage, Text, assemble
from transforms.clean.metadata.authors import find_authors
from transforms.clean.metadata.dateline import find_dateline
from transforms.clean.metadata.given import fill_metadata, find_day, find_page_language
from transforms.clean.text.decode import decode_page, reject_lost_letters
from transforms.records import Document, Evidence, Page, Published, Reject

CRUMB_MARK = re.compile(r"\s[/›»>]\s")  # between the crumbs of "News / World"
MAX_LINES, MAX_TEXT = 20_000, 5_000_000  # of a dump; those of news pages have some hundred lines


def clean_dump(page: Page) -> Document | Reject:
    """Clean one dump. Rejects: those of `decode_page` and `judge`, and too_long."""
    text = decode_page(page)
    if isinstance(text, Reject):
        return text
    if reject := reject_lost_letters(page, text):
        return reject
    is_long = len(text) > MAX_TEXT
    lines = [] if is_long else split_lines(text)
    if is_long or len(lines) > MAX_LINES:
        detail = f"A page's text has no more than {MAX_LINES:,} lines and {MAX_TEXT:,} characters."
        return Reject(page.source_uri, "clean", "too_long", detail=detail)
    sorting = sort_lines(lines)
    metadata = fill_metadata(_read_metadata(page, sorting), page)
    words = Text("\n\n".join(sorting.kept), "dump", find_dateline(sorting.kept), sorting.dropped)
    language = find_page_language(page, words.text)
    facts = gather_dump_facts(metadata.title, words.text, sorting.lines, page.url)
    verdict = judge(replace(facts, language=language.code))
    if verdict.reason:
        return Reject(page.source_uri, "judge", verdict.reason, detail=verdict.detail)
    published = _date(page, sorting, metadata, language)
    return assemble(page, words, metadata, Conclusion(language, published, verdict.genre))


def _read_metadata(page: Page, sorting: Sorting) -> Metadata:
    section = CRUMB_MARK.split(sorting.crumbs)[-1] if sorting.crumbs else None
    outlet, outlet_evidence = find_dump_outlet(sorting.lines)
    authors, author_evidence = find_authors(
        _without_captions(sorting), (outlet.name,) if outlet else ()
    )
    stated = (
        ("title", "headline", sorting.title),
        ("section", "crumbs", section),
        ("outlet", "text", outlet_evidence),
    )
    return Metadata(
        title=sorting.title,
        authors=authors,
        outlet=outlet,
        section=section,
        url=page.url,
        evidence=(
            *(Evidence(field, source, value) for field, source, value in stated if value),
            *author_evidence,
        ),
    )


def _without_captions(sorting: Sorting) -> Markup:
    """The lines that may name an author: "(Photo by ...)" credits a picture."""
    places = [at for at, rule in enumerate(sorting.rules) if rule != "caption"]
    headline_at = None if sorting.title_at is None else places.index(sorting.title_at)
    return Markup(lines=tuple(sorting.lines[at] for at in places), headline_at=headline_at)


def _date(page: Page, sorting: Sorting, metadata: Metadata, language: PageLanguage) -> Published:
    """The day that its record states, or else the one that its lines do."""
    given = find_day(page, metadata, language)
    if given.source == "given":
        return given
    fetched_on = page.fetched_at.date() if page.fetched_at else None
    return find_published(
        gather_dump_dates(sorting.lines, sorting.title_at, page.url, language.code, fetched_on)
    )
