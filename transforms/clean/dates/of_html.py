"""The markup of a page -> all that it says of its dates, most trusted first."""

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from transforms.clean.dates.addresses import url_dates
from transforms.clean.dates.captions import find_captions
from transforms.clean.dates.labels import meanings_of
from transforms.clean.dates.published import DateFacts, DateStatement
from transforms.clean.dates.visible import VisibleDate, find_visible_dates, unglue
from transforms.clean.markup.json_ld import types_of
from transforms.clean.markup.markup import Markup, TimeTag

ARTICLE_TYPE = re.compile(r"Article|Posting|Reportage|Report$|Review$|OpinionPiece|Background|CreativeWork$|Recipe|PodcastEpisode|HowTo")
# class="entry-date", "article__published"; not of teasers of other stories
PUBLISHED_MARK = re.compile(
    r"publish|pub-?date|post(?:ed)?[-_]?(?:on|date|time|meta)|entry-date|article[-_]*date|byline|dateline|dt-published|timestamp|datecreated"
)
ASIDE_MARK = re.compile(
    r"related|recommend|teaser|\bcard|-card|sidebar|aside|comment|footer|\bnav|widget|promo|latest|popular|trending|more-|listing|archive"
)
ISO = re.compile(r"\s*\d{4}-?\d\d")  # what schema.org asks for; templates that write "Jan 17, 2025" fill in the last build as well
TITLE_DATE = re.compile(r"[|–—-]\s(?=[^|–—-]{6,30}$)")  # "Ministers resign | Morning Herald | 28.04.2023"


def gather_dates(markup: Markup, url: str | None, language: str | None, fetched_on: date | None, given: str | None = None) -> DateFacts:
    """url: of the page. language: as detected, where the page's own (with its region) is missing. given: the record's published_at."""
    code = (markup.html_lang or language or "").lower().replace("_", "-").split("-")[0] or None
    visible = find_visible_dates(markup.lines, markup.headline_at, code)
    return DateFacts(
        published=tuple(_published(markup, visible, url, given)),
        modified=tuple(_modified(markup, visible)),
        captions=tuple(find_captions(markup.lines)),
        url=url,
        language=markup.html_lang or language,
        fetched_on=fetched_on,
    )


def _published(markup: Markup, visible: Sequence[VisibleDate], url: str | None, given: str | None) -> Iterator[DateStatement]:
    of_article = list(_json_ld(markup, "datePublished", articles=True))
    yield from (statement for statement in of_article if ISO.match(statement.text))
    yield from _metas(markup, "published")
    yield from _itemprop(markup, "datepublished")
    yield from _by_headline(markup, visible, "published")
    yield from _json_ld(markup, "datePublished", articles=False)
    yield from _by_headline(markup, visible, None)
    yield from (statement for statement in of_article if not ISO.match(statement.text))
    yield from _json_ld(markup, "dateCreated", articles=True)
    yield from _titles(markup)
    yield from _metas(markup, "loose")
    yield from _marked(markup)
    yield from () if given is None else (DateStatement("given", "published_at", given),)
    yield from url_dates(url)
    yield from _json_ld(markup, "uploadDate", articles=False)


def _modified(markup: Markup, visible: Sequence[VisibleDate]) -> Iterator[DateStatement]:
    yield from _json_ld(markup, "dateModified", articles=True)
    yield from _metas(markup, "modified")
    yield from _itemprop(markup, "datemodified")
    yield from _by_headline(markup, visible, "modified")
    yield from _json_ld(markup, "dateModified", articles=False)


def _json_ld(markup: Markup, key: str, articles: bool) -> Iterator[DateStatement]:
    """The values of objects that are articles, or of the other ones; first of those that bear the headline of the page."""
    headings = {heading.casefold() for heading in (*markup.h1s, markup.title or "") if heading}
    things = [thing for thing in markup.json_ld if articles == any(map(ARTICLE_TYPE.search, types_of(thing)))]
    for thing in sorted(things, key=lambda thing: str(thing.get("headline")).casefold() not in headings):
        if isinstance(value := thing.get(key), str):
            yield DateStatement("json-ld", key, value)


@cache
def _meta_names(meaning: str) -> tuple[str, ...]:
    """Names of <meta> tags in lower case, most trusted first."""
    rows = csv.DictReader((files(__package__) / "metas.tsv").read_text("utf-8").splitlines(), delimiter="\t")
    return tuple(row["name"] for row in rows if row["meaning"] == meaning)


def _metas(markup: Markup, meaning: str) -> Iterator[DateStatement]:
    for name in _meta_names(meaning):
        yield from (DateStatement("meta", name, value) for value in markup.metas.get(name, ()))


def _itemprop(markup: Markup, name: str) -> Iterator[DateStatement]:
    """Microdata in the body: `<span itemprop="datePublished" content="2021-12-19">`."""
    for time in markup.times:
        if name in time.context and time.datetime:
            yield DateStatement("meta", name, time.datetime)
    for marked in markup.marked:
        if name in marked.marks.split():
            yield DateStatement("meta" if marked.value else "visible", name, marked.value or marked.text)


def _by_headline(markup: Markup, visible: Sequence[VisibleDate], meaning: str | None) -> Iterator[DateStatement]:
    label = f"{meaning} by the headline" if meaning else "by the headline"
    for shown in visible:
        if shown.meaning == meaning:
            yield from (DateStatement("visible", f"time tag {label}", moment) for moment in _moments(markup.times, shown))
            yield DateStatement("visible", label, shown.text)


def _moments(times: Sequence[TimeTag], shown: VisibleDate) -> Iterator[str]:
    """What the <time> tag says of a date that is shown; its clock is in UTC more often than the words are."""
    return (time.datetime for time in times if time.datetime and time.text and time.text in shown.text)


def _titles(markup: Markup) -> Iterator[DateStatement]:
    for match in TITLE_DATE.finditer(markup.title or ""):
        yield DateStatement("visible", "title", (markup.title or "")[match.end() :])


def _marked(markup: Markup) -> Iterator[DateStatement]:
    """Dates further from the headline, whose class says what they are: under the article, in a box beside it."""
    for time in markup.times:
        if PUBLISHED_MARK.search(time.context) and not ASIDE_MARK.search(time.context) and "modified" not in meanings_of(time.text):
            yield DateStatement("visible", "time tag", time.datetime or time.text)
    for marked in markup.marked:
        if PUBLISHED_MARK.search(marked.marks) and not ASIDE_MARK.search(marked.marks) and "modified" not in meanings_of(marked.text):
            yield DateStatement("visible", marked.marks[:40], unglue(marked.text))
