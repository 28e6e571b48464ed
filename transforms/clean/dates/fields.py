"""The markup of a page -> the dates in its machine fields: JSON-LD, <meta>, microdata, the end of
<title>.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from transforms.clean.dates.published import DateStatement
from transforms.clean.markup.json_ld import JsonObject, types_of
from transforms.clean.markup.markup import Markup, words_of
from transforms.world.web import join_names

ARTICLE_TYPE = re.compile(f"{join_names('article_types')}|{join_names('work_types')}")
ISO = re.compile(
    r"\s*\d{4}-?\d\d|\s*1\d{9}"
)  # what schema.org asks for; templates that write "Jan 17, 2025" fill in the last build as well
# "Ministers resign | Morning Herald | 28.04.2023"
TITLE_DATE = re.compile(r"[|–—-]\s(?=[^|–—-]{6,30}$)")
PARTED = re.compile(r"[._:-]")  # in the name of a <meta>: "date-published", "dc.issued"
KNOWN_NAMES = 5_000  # of <meta>, which the pages of a site share
ALIKE = 0.5  # share of words that the headline of an object has in common with the page's


def of_article(markup: Markup, key: str, *, iso: bool) -> Iterator[DateStatement]:
    """The values of the objects that are the article, in ISO or in a form of their own.

    Of several objects with several values those count that bear the page's headline; where none
    does, they are other stories.
    """
    things = [thing for thing in markup.json_ld if _is_article(thing) and _stated(thing, key)]
    own = [thing for thing in things if _bears_headline(thing, markup)]
    if (
        not own
        and len({_stated(thing, key)[:10] for thing in things}) > 1
        and len({str(thing.get("headline")) for thing in things}) > 1
    ):
        return
    for thing in sorted(own or things, key=lambda thing: not _has_words_of_heading(thing, markup)):
        stated = _stated(thing, key)
        if bool(ISO.match(stated)) == iso:
            yield DateStatement("json-ld", key, stated)


def _stated(thing: JsonObject, key: str) -> str:
    """The value as text, be it a number of seconds; "" where it is none."""
    value = thing.get(key)
    return str(value) if isinstance(value, str | int) else ""


def of_page(markup: Markup, key: str) -> Iterator[DateStatement]:
    """The values of the objects that are no articles: the web page, a video."""
    for thing in markup.json_ld:
        if not _is_article(thing) and isinstance(value := thing.get(key), str):
            yield DateStatement("json-ld", key, value)


def of_metas(markup: Markup, meaning: str) -> Iterator[DateStatement]:
    """meaning: published, loose or modified, as metas.tsv has it, whatever parts the words of a
    name: "date_published" is "datePublished".
    """
    stated: dict[str, list[str]] = {}
    for name in markup.metas:
        stated.setdefault(_fold_name(name), []).append(name)
    for known in _folded_names(meaning):
        for name in stated.get(known, ()):
            yield from (DateStatement("meta", name, value) for value in markup.metas[name])


@cache
def _folded_names(meaning: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_fold_name, _meta_names(meaning))))


@lru_cache(maxsize=KNOWN_NAMES)
def _fold_name(name: str) -> str:
    """The name of a <meta> without what parts its words, and without Open Graph's mark."""
    return PARTED.sub("", name.removeprefix("og:"))


def of_scripts(markup: Markup) -> Iterator[DateStatement]:
    """What the data of scripts call the day of publication, if all of it is one day: others are of
    other stories.
    """
    names = {*_meta_names("published"), *_meta_names("loose")}
    stated = [(name, value) for name, value in markup.script_dates if name in names]
    if len({value[:10] for _, value in stated}) == 1:
        yield from (DateStatement("meta", f"script {name}", value) for name, value in stated[:1])


def of_itemprop(markup: Markup, name: str) -> Iterator[DateStatement]:
    """Microdata in the body: `<span itemprop="datePublished" content="2021-12-19">`."""
    for time in markup.times:
        if name in time.context and time.datetime:
            yield DateStatement("meta", name, time.datetime)
    for marked in markup.marked:
        if name in marked.marks.split():
            yield DateStatement(
                "meta" if marked.value else "visible", name, marked.value or marked.text
            )


def of_title(markup: Markup) -> Iterator[DateStatement]:
    """A date at the end of <title>."""
    for match in TITLE_DATE.finditer(markup.title or ""):
        yield DateStatement("visible", "title", (markup.title or "")[match.end() :])


def _is_article(thing: JsonObject) -> bool:
    return any(map(ARTICLE_TYPE.search, types_of(thing)))


def _has_words_of_heading(thing: JsonObject, markup: Markup) -> bool:
    """Whether its headline is the page's to the word; a live blog has many that are alike."""
    words = words_of(str(thing.get("headline") or ""))
    return any(words == words_of(heading) for heading in (*markup.h1s, markup.title or ""))


def _bears_headline(thing: JsonObject, markup: Markup) -> bool:
    words = words_of(str(thing.get("headline") or thing.get("name") or ""))
    headings = map(words_of, (*markup.h1s, markup.title or "", markup.meta("og:title") or ""))
    return any(words and len(words & heading) >= ALIKE * len(words) for heading in headings)


@cache
def _meta_names(meaning: str) -> tuple[str, ...]:
    """Names of <meta> tags in lower case, most trusted first."""
    rows = csv.DictReader(
        (files(__package__) / "metas.tsv").read_text("utf-8").splitlines(), delimiter="\t"
    )
    return tuple(row["name"] for row in rows if row["meaning"] == meaning)
