"""A text -> the phrases in it that pages use which are no articles, by reason: "verify you are
human", "add to cart".

Only phrases whose first word is in the text are looked for.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from transforms.world.languages import read_languages

Place = Literal["title", "start", "label", "heading", "line", "path", "body"]
Phrases = Mapping[str, frozenset[str]]

# share of a heading that a phrase must fill: "Page not found", not "Page not found, says minister
# on missing report"
COVERED = 0.5
SEPARATOR = re.compile(r"\s[|–—·»«-]+\s|\s?[|»]\s?")  # "Page not found | Morning Herald"
MAX_LINE = 40  # characters
GLUE = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])")  # "ReplyReport": two buttons
MARKS = " \t.…:»«›>→|·•-–—[]()*+"
LABEL_SEPARATOR = re.compile(
    r"\s[|–—·»«-]+\s|\s?[|»:(\[]\s?|\.\s"
)  # "Video: waves crash over the pier"
WORD = re.compile(r"\w+")
COUNT = re.compile(r"^\W{0,3}\d[\d.,]{0,8}\s(?=[^\W\d])")  # "23 results for tide"
UNSPACED = re.compile(r"[぀-ヿ㐀-鿿가-힯฀-๿]")  # scripts in which a phrase begins anywhere


@cache
def _phrase_book(place: Place) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """(phrase, reason) by the first word of the phrase; under "" those of scripts without
    spaces.
    """
    book: dict[str, tuple[tuple[str, str], ...]] = {}
    for phrase, reason in _listed(place):
        first = "" if UNSPACED.search(phrase) else WORD.findall(phrase)[0]
        book[first] = (*book.get(first, ()), (phrase, reason))
    return book


def _listed(place: Place) -> Iterator[tuple[str, str]]:
    for language in read_languages():
        for reason, places in language.judge.items():
            yield from ((phrase, reason) for phrase in places.get(place, ()))


def find_phrases(text: str, place: Place = "body") -> Phrases:
    """The different phrases of each reason in a text in lower case."""
    found: dict[str, set[str]] = {}
    for phrase, reason in _occurring(text, place):
        found.setdefault(reason, set()).add(phrase)
    return {reason: frozenset(phrases) for reason, phrases in found.items()}


def _occurring(text: str, place: Place) -> Iterator[tuple[str, str]]:
    book = _phrase_book(place)
    for first in book.keys() & set(WORD.findall(text)):
        yield from ((phrase, reason) for phrase, reason in book[first] if _stands_in(phrase, text))
    if UNSPACED.search(text):
        yield from ((phrase, reason) for phrase, reason in book.get("", ()) if phrase in text)


def _stands_in(phrase: str, text: str) -> bool:
    """True where the phrase occurs and neither begins nor ends within a word."""
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not (
            text[at - 1 : at].isalnum() or (phrase[-1].isalnum() and text[end : end + 1].isalnum())
        ):
            return True
        at = text.find(phrase, end)
    return False


def find_title_phrases(headings: Sequence[str]) -> Mapping[str, str]:
    """The first heading of each reason that a phrase of it fills by half, as a whole or between
    separators.
    """
    found: dict[str, str] = {}
    for heading, piece in _pieces(headings):
        for reason, phrases in find_phrases(piece, "title").items():
            if max(map(len, phrases)) >= COVERED * len(piece):
                found.setdefault(reason, heading)
    return found


def find_start_phrases(headings: Sequence[str]) -> Mapping[str, str]:
    """The first heading of each reason that begins with a phrase of it, as a whole or after a
    separator; "Search for:" labels a field.
    """
    found: dict[str, str] = {}
    for heading, piece in _pieces([heading for heading in headings if not heading.endswith(":")]):
        for reason, phrases in find_phrases(piece, "start").items():
            if any(
                piece.startswith(phrase) and not _labels_field(phrase, piece) for phrase in phrases
            ):
                found.setdefault(reason, heading)
    return found


def _labels_field(phrase: str, piece: str) -> bool:
    """Whether the phrase is the label of a field, with its button at most: "Search for: Search"."""
    label, colon, button = piece.partition(":")
    return (
        bool(colon)
        and label.strip() == phrase
        and button.strip() in ("", phrase, phrase.split(maxsplit=1)[0])
    )


def find_labels(headings: Sequence[str]) -> frozenset[str]:
    """The genres that label a heading: "Live: storm over the pier", "Storm over the pier |
    Video".
    """
    pieces = {
        piece.casefold().strip(MARKS)
        for heading in headings
        for piece in LABEL_SEPARATOR.split(heading)
    }
    return frozenset(genre for phrase, genre in _phrases_of("label") if phrase in pieces)


def find_headed(headings: Sequence[str]) -> frozenset[str]:
    """The reasons and genres of which a phrase stands anywhere in a heading: "Storm Ada: live
    updates".
    """
    return frozenset(find_phrases("\n".join(headings).casefold(), "heading"))


def find_in_path(path: str) -> frozenset[str]:
    """The reasons and genres that a folder of an address names: "/tag/floods"."""
    return frozenset(
        reason
        for segment in path.casefold().split("/")
        for phrase, reason in _phrases_of("path")
        if phrase == segment
    )


def is_line(reason: str, line: str) -> bool:
    """True for a line that is nothing but a phrase of the reason: "Read more »"."""
    return len(line) <= MAX_LINE and (
        GLUE.sub(" ", line).casefold().strip(MARKS),
        reason,
    ) in _phrases_of("line")


@cache
def _phrases_of(place: Place) -> frozenset[tuple[str, str]]:
    return frozenset(pair for pairs in _phrase_book(place).values() for pair in pairs)


def _pieces(headings: Sequence[str]) -> Iterator[tuple[str, str]]:
    for heading in headings:
        for piece in (heading, *SEPARATOR.split(heading)):
            yield heading, COUNT.sub("", piece).casefold().strip(" \"'“„«")
