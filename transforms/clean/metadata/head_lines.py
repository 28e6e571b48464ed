"""A line above or below a text -> whether it is nothing but a byline, nothing but a date, or both:
"By Ann Lee | 12 May 2025, 10:30".
"""

import re
from collections.abc import Collection
from functools import cache

from transforms.clean.dates.labels import cut_labels, meanings_of
from transforms.clean.dates.read import has_date, read_dates
from transforms.clean.dates.visible import unglue
from transforms.clean.metadata.author_names import byline_pattern, compact, joined_by, split_names
from transforms.clean.metadata.bylines import cut_tail, is_capitalised
from transforms.world.calendar import find_weekday
from transforms.world.languages import words_of
from transforms.world.phrases import compile_words

MAX_LINE = 140  # characters of a byline with its date
# letters beside a date, its label, weekday and clock: "Uhr", "a las", a reading time
MAX_BESIDE = 12
# "10:30", "10h30", "10時00分"
CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h時시点點]\s?\d{0,2}(?:[:分분]\d{0,2})?(?!\d)")
WORD = re.compile(r"[^\W\d_]+(?:-feira)?")
EDGE = " ,.;:|•·–—-/()　"


def is_head_line(line: str, language: str | None = None, authors: Collection[str] = ()) -> bool:
    """authors: of the article, whose names may stand alone. A line that says anything besides is
    none.
    """
    if len(line) > MAX_LINE:
        return False
    rest = _without_dates(line, language)
    if rest is None:
        return is_byline(line, authors)
    return sum(map(str.isalpha, rest)) <= MAX_BESIDE or is_byline(rest.strip(EDGE), authors)


def is_byline(line: str, authors: Collection[str] = ()) -> bool:
    """Whether a line is a byline and no more: it begins as one and then names persons, or it is the
    names of the article's authors.
    """
    names = split_names(line)
    if not names:
        return False
    known = set(map(compact, authors))
    if set(map(compact, names)) <= known and _has_little_beside(line, names):
        return True
    is_signed = byline_pattern().match(line) or _reporter().search(line)
    return bool(is_signed) and is_capitalised(cut_tail(line)) and all(map(_is_whole, names))


def _without_dates(line: str, language: str | None) -> str | None:
    """The line without its dates, clocks, weekdays and their labels; None where it has no date."""
    line = unglue(line)
    readings = read_dates(line, language) if has_date(line) else []
    if not readings or (
        len(readings) > 1 and not meanings_of(line)
    ):  # from a day to another: of an exhibition
        return None
    for reading in reversed(readings):
        line = f"{line[: reading.start]} {line[reading.end :]}"
    line = _beside().sub(" ", CLOCK.sub(" ", cut_labels(line)))
    return WORD.sub(lambda word: " " if find_weekday(word[0], language) else word[0], line)


def _has_little_beside(line: str, names: Collection[str]) -> bool:
    return sum(map(str.isalpha, line)) - sum(map(str.isalpha, "".join(names))) <= MAX_BESIDE


def _is_whole(name: str) -> bool:
    """Whether a name has two words, or is of a script without capitals, whose names may be one."""
    return " " in name or name.lower() == name.upper()


@cache
def _beside() -> re.Pattern[str]:
    """ "on", "am", "ago"."""
    keys = ("within", "on", "unit", "before_ago", "after_ago")
    return compile_words(word for key in keys for word in words_of("dates", key))


@cache
def _reporter() -> re.Pattern[str]:
    """ "김하나 기자"."""
    return re.compile(rf"{joined_by('reporter')}$")
