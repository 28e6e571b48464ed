"""Markup -> the headline, by a vote of the places that state it.

A headline is stated in up to five places, each of which may be wrong: <h1> is the site's name or
has the kicker glued on, og:title is shortened for social media, <title> bears the site's name. What
most of them agree on is what a reader would call the title.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import unescape

from transforms.clean.dates.read import read_dates
from transforms.clean.markup.json_ld import JsonObject, types_of
from transforms.clean.markup.markup import Markup
from transforms.clean.markup.salvage import strip_markup
from transforms.records import Evidence
from transforms.world.web import list_names

SURE = frozenset({"h1", "heading", "json-ld"})  # places that bear no site's name
WEIGHTS = {
    "h1": 3.0,
    "json-ld": 2.5,
    "og:title": 1.5,
    "twitter:title": 0.3,
    "meta": 0.3,
    "title": 0.7,
}
# how much the headline and the other <h1> of a page with several count against a single one
MAIN_HEADING, LATER_H1 = 0.8, 0.5
PART_OF = 0.9  # how much a longer statement supports the one that it holds
MAX_H1S = 6
TITLE_METAS = list_names("title_metas")
MAX_TITLE = 300  # characters
# "Rain stops play | The Morning Herald"
SEPARATOR = re.compile(r"\s+[|–—·•»:-]{1,2}\s+|\s*[|｜]\s*|：(?=[^：]{2,20}$)")
# "The Morning Herald: Rain stops play", in <title> and metas
COLON = re.compile(r":\s+")
LONGEST_ARTICLE = 4  # letters of "The" before a site's name, "Das", "Les"
REFERENCE = re.compile(r"&(?:#\d{2,5}|[a-z]{2,8});")  # escaped once more than it should be
MAX_DATE = 30  # characters of a date behind a headline
# "Rain stops play | Cricket", "Rain stops play - Cricket" before the site's name
SECTION = re.compile(r"(?:\s*(?:[|｜»]|::)\s*(?:[^\W\d_]+(?:[\s&,]+|$)){1,3}|\s[-–—]\s[^\W\d_]+)$")
# "Cricket | Rain stops play"
SECTION_FIRST = re.compile(r"[^\W\d_]+(?:\s(?:&\s)?[^\W\d_]+)?\s*(?:[|｜»]|::)\s*")
# between the pieces of a title that is a path; colons and dashes part headlines, too
PATH = re.compile(r"\s+[|»›]\s+")
MIN_PIECES = 3
MIN_WORDS = 3  # of a headline from which a section may be cut
WORD = re.compile(r"\w+")
CUT_OFF = re.compile(r"(?:\.\.\.|…)\s*$")  # "Ferry out of service after ..."


def find_title(
    markup: Markup, site_names: Collection[str]
) -> tuple[str | None, tuple[Evidence, ...]]:
    """The headline and which places state it; None where there is none. `site_names` are cut off at
    its end.
    """
    site_names = {*site_names, *_suffixes(markup)}
    votes: dict[tuple[str, ...], float] = defaultdict(float)
    wordings: dict[tuple[str, ...], list[Evidence]] = defaultdict(list)
    for source, weight, title in _titles_of(markup, site_names):
        if words := _words(title):
            votes[words] += weight
            wordings[words].append(Evidence("title", source, title))
    for cut in [words for words in votes if _is_cut_off(words, wordings)]:
        del votes[cut]
    if not votes:
        return None, ()
    names = {_words(name) for name in site_names}
    support = {words: _support(words, votes) * (0.1 if words in names else 1) for words in votes}
    elected = max(votes, key=lambda words: support[words])
    return wordings[elected][0].value, tuple(wordings[elected])


def _is_cut_off(
    words: tuple[str, ...], wordings: Mapping[tuple[str, ...], Sequence[Evidence]]
) -> bool:
    """Whether a statement breaks off ("Ferry out of service after ...") where another goes on."""
    breaks_off = all(CUT_OFF.search(stated.value or "") for stated in wordings[words])
    goes_on = any(other[: len(words)] == words and other != words for other in wordings)
    return breaks_off and goes_on


def _titles_of(markup: Markup, site_names: Collection[str]) -> Iterator[tuple[str, float, str]]:
    """What each place states, with its weight, without the names of site and section."""
    statements = [
        (source, weight, unescape(wording) if REFERENCE.search(wording) else wording)
        for source, weight, wording in _statements(markup)
    ]
    sure = {_words(wording) for source, _, wording in statements if source in SURE}
    sections = set(_sections(markup))
    for source, weight, wording in statements:
        title = _cut_names(wording, site_names, is_loose=source not in SURE)
        if source == "title":
            title = _cut_path(title)
        if title != wording and _words(title) not in sure:
            title = _cut_section(title)
        yield source, weight, _cut_named_section(title, sections)


def cut_site_name(title: str, site_names: Collection[str]) -> str:
    """`title` without the site's name at its end or beginning, and the section before it.

    "Rain stops play | Herald" and "Rain stops play | Cricket | Herald" are "Rain stops play".
    """
    cut = _cut_names(title, site_names, is_loose=True)
    return cut if cut == title else _cut_section(cut)


def _cut_names(title: str, site_names: Collection[str], *, is_loose: bool) -> str:
    """`title` without the site's name and a date at its end, and the name at its beginning; loose
    is what is no heading, where a colon may part it: "Herald: Rain stops play".
    """
    names = {"".join(_words(name)) for name in site_names}
    title = _cut_end(title, names)
    first = SEPARATOR.search(title)
    if first and _is_site_name(title[: first.start()], names):
        title = title[first.end() :]
    colon = COLON.search(title) if is_loose else None
    if colon and "".join(_words(title[: colon.start()])) in names:
        title = title[colon.end() :]
    return title.strip()


def _cut_end(title: str, names: Collection[str]) -> str:
    while (cuts := list(SEPARATOR.finditer(title))) and cuts[-1].start():
        end = title[cuts[-1].end() :]
        if not (_is_site_name(end, names) or _is_date(end)):
            break
        title = title[: cuts[-1].start()]
    return title


def _is_date(part: str) -> bool:
    """Whether a part of a title is a day and no more: "28.04.2023"."""
    if len(part) > MAX_DATE:
        return False
    return any(day.end - day.start >= len(part.strip()) - 1 for day in read_dates(part))


def _cut_named_section(title: str, sections: Collection[str]) -> str:
    """A title without the section that the page says it stands in: "Rain stops play | Cricket"."""
    rest, bar, section = title.rpartition("|")
    is_named = bar and section.strip().casefold() in sections
    return rest.strip() if is_named and len(_words(rest)) >= MIN_WORDS else title


def _sections(markup: Markup) -> Iterator[str]:
    """What metas and JSON-LD call the page's section, in small letters."""
    stated: list[object] = [*markup.metas.get("article:section", ())]
    for found in article_objects(markup):
        section = found.get("articleSection")
        stated += section if isinstance(section, list) else [section]
    yield from (section.strip().casefold() for section in stated if isinstance(section, str))


def _cut_section(title: str) -> str:
    """A title, of which the site's name was cut, without the section that stood before that, or
    that stands at its beginning.
    """
    for section in (SECTION.search(title), SECTION_FIRST.match(title)):
        headline = title.replace(section.group(), "", 1) if section else title
        if len(_words(headline)) >= MIN_WORDS:
            title = headline
    return title


def _cut_path(title: str) -> str:
    """Of a title that is a path, "Herald » News » Rain stops play", the one piece that is a
    headline; the others are a word or two.
    """
    pieces = PATH.split(title)
    headlines = [piece for piece in pieces if len(_words(piece)) >= MIN_WORDS]
    is_path = len(pieces) >= MIN_PIECES and len(headlines) == 1
    return headlines[0] if is_path else title


def article_objects(markup: Markup) -> Iterator[JsonObject]:
    """The JSON-LD objects that describe an article (NewsArticle, BlogPosting, ...), outermost
    first.
    """
    return (
        found
        for found in markup.json_ld
        if any(name.endswith(("Article", "Posting", "Report")) for name in types_of(found))
    )


def _statements(markup: Markup) -> Iterator[tuple[str, float, str]]:
    headline = None if markup.headline_at is None else markup.lines[markup.headline_at]
    for heading in dict.fromkeys((headline, *markup.h1s[:MAX_H1S])):
        if heading and len(heading) <= MAX_TITLE:
            share = 1 if len(set(markup.h1s)) <= 1 else MAIN_HEADING
            yield (
                "h1" if heading in markup.h1s else "heading",
                WEIGHTS["h1"] * (share if heading == headline else LATER_H1),
                heading,
            )
    headlines = (
        found["headline"]
        for found in article_objects(markup)
        if isinstance(found.get("headline"), str)
    )
    if stated := next(headlines, None):
        yield "json-ld", WEIGHTS["json-ld"], strip_markup(stated)
    for name in ("og:title", "twitter:title"):
        if value := markup.meta(name):
            yield name, WEIGHTS[name], strip_markup(value)
    if value := markup.meta(*TITLE_METAS):
        yield "meta", WEIGHTS["meta"], strip_markup(value)
    if markup.title:
        yield "title", WEIGHTS["title"], markup.title


def _suffixes(markup: Markup) -> Iterator[str]:
    """What <title> has beyond og:title, after a separator: the site's name, even where the page's
    only <h1> is that name.
    """
    for og_title in markup.metas.get("og:title", ())[:1]:
        if (
            markup.title
            and markup.title.startswith(og_title)
            and (separator := SEPARATOR.match(markup.title, len(og_title)))
        ):
            yield markup.title[separator.end() :]


def _support(words: tuple[str, ...], votes: dict[tuple[str, ...], float]) -> float:
    """Its own votes, and a share of those for statements that begin or end with it ("Kicker:
    headline", "Headline | section").
    """
    return sum(
        weight if other == words else PART_OF * weight
        for other, weight in votes.items()
        if other == words
        or (len(words) > 2 and words in (other[: len(words)], other[-len(words) :]))
    )


def _is_site_name(part: str, names: Collection[str]) -> bool:
    compact = "".join(_words(part))
    return bool(compact) and any(_is_named(compact, name) for name in names)


def _is_named(compact: str, name: str) -> bool:
    """Whether a part of a title is a name, "The" before it, or something short behind it."""
    if compact == name:
        return True
    extra = len(compact) - len(name)
    if len(name) <= 3 or not 0 < extra < len(name):
        return False
    return compact.startswith(name) or (extra <= LONGEST_ARTICLE and compact.endswith(name))


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))
