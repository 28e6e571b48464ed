"""The lines by a headline -> the day that one of them names without its year ("Wednesday, March 6",
"6 mars, 9h15"), and the year that it can only be of.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from transforms.clean.dates.labels import meanings_of
from transforms.clean.dates.read import LETTER, OF, ORDINAL, WORD
from transforms.world.calendar import find_month, find_weekday

LINES_BELOW, LINES_ABOVE = 8, 2  # the headline
LONG_LINE = 170  # characters: a paragraph
MAX_LETTERS = 40  # of the line: label, weekday, month, a section
# days before the bound: a day that names its weekday, and one that does not
WITH_WEEKDAY, WITHOUT = 180, 31
NO_YEAR = r"(?!\d)(?!,?\s{0,2}(?:19|20)\d\d)"
# "6 March", "6. März", "6 de marzo"; "March 6th"
DAY_MONTH = re.compile(
    rf"(?<![\d.,:/-])(?P<d>\d{{1,2}}){ORDINAL}\s{{1,2}}{OF}(?P<word>{LETTER}{{3,20}})"
    rf"(?!{LETTER}){NO_YEAR}",
    re.IGNORECASE,
)
MONTH_DAY = re.compile(
    rf"(?<!{LETTER})(?P<word>{LETTER}{{3,20}})\.?\s{{1,2}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{NO_YEAR}(?![.:]\d)"
)


@dataclass(frozen=True, slots=True)
class YearlessDay:
    """weekday: ISO, Monday is 1; None where none is named. text: the line."""

    month: int
    day: int
    weekday: int | None
    text: str


def find_yearless_days(
    lines: Sequence[str], headline_at: int | None, language: str | None
) -> tuple[YearlessDay, ...]:
    """The days of the lines between a headline and the first paragraph, then of those right above
    the headline; nothing where the headline is not known.
    """
    if headline_at is None:
        return ()
    below = lines[headline_at + 1 : headline_at + 1 + LINES_BELOW]
    head = takewhile(lambda line: len(line) < LONG_LINE, below)
    above = lines[max(0, headline_at - LINES_ABOVE) : headline_at]
    return tuple(day for line in (*head, *above) for day in _days_of(line, language))


def _days_of(line: str, language: str | None) -> Iterator[YearlessDay]:
    """The day of a line that is little else, and not that of a change."""
    is_told = sum(map(str.isalpha, line)) > MAX_LETTERS or line.endswith((".", "!", "?"))
    if is_told or {"modified", "other"} & set(meanings_of(line)):
        return
    for pattern in (DAY_MONTH, MONTH_DAY):
        for match in pattern.finditer(line):
            if month := find_month(match["word"], language):
                yield YearlessDay(month, int(match["d"]), _weekday_of(line, language), line)
                return


def _weekday_of(line: str, language: str | None) -> int | None:
    named = (find_weekday(word, language) for word in WORD.findall(line))
    return next(filter(None, named), None)


def place_within(day: YearlessDay, last: date) -> date | None:
    """The day in the year that makes it the last one up to `last`; None where that is long before,
    or another day of the week.
    """
    days = filter(None, (_in_year(day, year) for year in (last.year, last.year - 1)))
    on = next((each for each in days if each <= last), None)
    if on is None or (day.weekday and on.isoweekday() != day.weekday):
        return None
    reach = WITH_WEEKDAY if day.weekday else WITHOUT
    return on if last - on <= timedelta(days=reach) else None


def _in_year(day: YearlessDay, year: int) -> date | None:
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None
