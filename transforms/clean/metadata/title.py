"""Markup -> the headline, by a vote of the places that state it.

A headline is stated in up to five places, each of which may be wrong: <h1> is the site's name or
has the kicker glued on, og:title is shortened for social media, <title> bears the site's name. What
most of them agree on is what a reader would call the title.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from transforms.clean.markup.json_ld import JsonObject, types_of
from transforms.clean.markup.markup import Markup
from transforms.clean.markup.salvage import strip_markup
from transforms.records import Evidence

WEIGHTS = {"h1": 3.0, "json-ld": 2.5, "og:title": 1.5, "twitter:title": 0.3, "title": 0.7}
# how much the headline and the other <h1> of a page with several count against a single one
MAIN_HEADING, LATER_H1 = 0.8, 0.5
PART_OF = 0.9  # how much a longer statement supports the one that it holds
MAX_H1S = 6
MAX_TITLE = 300  # characters
# "Rain stops play | The Morning Herald"
SEPARATOR = re.compile(r"\s+[|–—·•»:-]{1,2}\s+|\s*[|｜]\s*|：(?=[^：]{2,20}$)")
# "Rain stops play | Cricket", "Rain stops play - Cricket" before the site's name
# "Rain stops play | Cricket", "Rain stops play - Cricket" before the site's name
SECTION = re.compile(r"(?:\s*[|｜»]\s*(?:[^\W\d_]+(?:[\s&,]+|$)){1,3}|\s[-–—]\s[^\W\d_]+)$")
# "Cricket | Rain stops play"
SECTION_FIRST = re.compile(r"[^\W\d_]+(?:\s(?:&\s)?[^\W\d_]+)?\s*[|｜»]\s*")
MIN_WORDS = 3  # of a headline from which a section may be cut
WORD = re.compile(r"\w+")


def find_title(
    markup: Markup, site_names: Collection[str]
) -> tuple[str | None, tuple[Evidence, ...]]:
    """The headline and which places state it; None where there is none. `site_names` are cut off at
    its end.
    """
    site_names = {*site_names, *_suffixes(markup)}
    votes: dict[tuple[str, ...], float] = defaultdict(float)
    wordings: dict[tuple[str, ...], list[Evidence]] = defaultdict(list)
    for source, weight, wording in _statements(markup):
        title = cut_site_name(wording, site_names)
        if words := _words(title):
            votes[words] += weight
            wordings[words].append(Evidence("title", source, title))
    if not votes:
        return None, ()
    names = {_words(name) for name in site_names}
    support = {words: _support(words, votes) * (0.1 if words in names else 1) for words in votes}
    elected = max(votes, key=lambda words: support[words])
    return wordings[elected][0].value, tuple(wordings[elected])


def cut_site_name(title: str, site_names: Collection[str]) -> str:
    """`title` without the site's name at its end or beginning, and the section before it.

    "Rain stops play | Herald" and "Rain stops play | Cricket | Herald" are "Rain stops play".
    """
    names = {"".join(_words(name)) for name in site_names}
    whole = title
    while (cuts := list(SEPARATOR.finditer(title))) and cuts[-1].start():
        if not _is_site_name(title[cuts[-1].end() :], names):
            break
        title = title[: cuts[-1].start()]
    if title != whole:
        title = _cut_section(title)
    first = SEPARATOR.search(title)
    if first and _is_site_name(title[: first.start()], names):
        title = title[first.end() :]
    return title.strip()


def _cut_section(title: str) -> str:
    """A title, of which the site's name was cut, without the section that stood before that, or
    that stands at its beginning.
    """
    for section in (SECTION.search(title), SECTION_FIRST.match(title)):
        headline = title.replace(section.group(), "", 1) if section else title
        if len(_words(headline)) >= MIN_WORDS:
            title = headline
    return title


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
    return bool(compact) and any(
        compact == name
        or (len(name) > 3 and compact.startswith(name) and len(compact) < 2 * len(name))
        for name in names
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))
