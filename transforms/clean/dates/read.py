"""A string, of a page's markup or of its visible text -> the dates that it states, each with its
precision and never with a day made up.

Read are numeric dates in any order, dates with a month's name in the languages of languages/,
months, years, and the clock where the string says its distance from UTC. "2024-01-32" is no date,
nor is it January 2024. A distance of +99:99 costs the clock, not the day.
"""

import re
from calendar import monthrange
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

from transforms.records import Precision
from transforms.world.calendar import (
    find_month,
    find_solar_month,
    find_weekday,
    find_zone,
    solar_date,
)
from transforms.world.languages import words_of
from transforms.world.phrases import join_phrases

LETTER = r"""[^\s\d.,;:/()|\[\]<>"“”«»–—-]"""  # \w would break Hindi words at their vowel signs
ORDINAL = rf"(?:{join_phrases(words_of('dates', 'ordinal'))}|\.)?"  # "3rd", "1er", "3."
OF = r"(?:of\s|de\s|del\s|d['’])?"
# "كانون الثاني": two months of the Levant have a first and a second
WHICH = r"(?:\s(?:ال)?(?:ثاني|أول|اول|ثانى))?"
# some Arabic papers give two names: "آذار/مارس"
MONTH = rf"(?P<word>{LETTER}{{2,20}}{WHICH})(?:\s?/\s?{LETTER}{{3,20}})?"
YEAR = r"(?P<y>(?:19|20|25)\d\d)"  # also in "November 11, 20228:23 PM"

# "2024-03-05T10:00", "2024/3/5", "2024. 3. 5.", "2024年3月5日"
YEAR_FIRST = re.compile(
    r"(?<![\d.,/-])(?P<y>\d{4})(?:[-/]|\.\s?|년\s?|年\s?)(?P<m>\d{1,2})(?:[-/]|\.\s?|월\s?|月\s?)(?P<d>\d{1,2})(?![\d]|[-/.]\d)"
)
# "05/03/2024", "5.3.24", "5 tháng 3, 2024"
YEAR_LAST = re.compile(
    r"(?<![\d.,/:-])(?P<a>\d{1,2})(?P<sep>[./-]|\stháng\s)\s?(?P<b>\d{1,2})(?:[./-]|,?\s(?:năm\s)?)\s?(?P<y>\d{4}|\d{2})(?![\d:]|[./-]\d)"
)
# "3 Dec, 2021", "3rd of December 2021", "3.Dezember 2021", "3 de diciembre de 2021", "03-Dec-2021",
# "3 آذار/مارس 2021"
DAY_MONTH_YEAR = re.compile(
    rf"(?<![\d.,:/])(?P<d>\d{{1,2}}){ORDINAL}(?:,?[\s-]{{1,3}}{OF}|(?<=\.)){MONTH}\.?,?[\s-]{{1,3}}{OF}{YEAR}",
    re.IGNORECASE,
)
# "December 3rd, 2021", "Dec. 3 2021"
MONTH_DAY_YEAR = re.compile(
    rf"(?<!{LETTER})(?P<word>{LETTER}{{2,20}})\.?\s{{1,3}}(?P<d>\d{{1,2}}){ORDINAL}(?:,\s{{0,3}}|\s{{1,3}}){YEAR}"
)
# "2024. március 5.", "2024 m. kovo 5 d."
YEAR_MONTH_DAY = re.compile(
    rf"(?<!\d)(?P<y>\d{{4}})\.?\s(?:m\.\s)?(?P<word>{LETTER}{{3,20}})\s(?P<d>\d{{1,2}})(?!\d)"
)
# "2024. gada 5. marts"
YEAR_DAY_MONTH = re.compile(
    rf"(?<!\d)(?P<y>\d{{4}})\.\sgada\s(?P<d>\d{{1,2}})\.\s(?P<word>{LETTER}{{3,20}})"
)
# "Tue Jan 28 15:28:00 CET 2020"
CLOCK_BEFORE_YEAR = re.compile(
    rf"(?<!{LETTER})(?P<word>[A-Za-z]{{3}})\s{{1,2}}(?P<d>\d{{1,2}})\s\d\d:\d\d(?::\d\d)?(?:\s[A-Z]{{1,5}})?\s{YEAR}(?!\d)"
)
# "March 2024", "marzo de 2024"; not of "31 April 2024", which is no day
MONTH_YEAR = re.compile(
    rf"(?<!{LETTER})(?<![\d.]\s)(?P<word>{LETTER}{{3,20}}{WHICH})\.?,?\s{{1,3}}{OF}{YEAR}(?!\d)"
)
YEAR_AND_MONTH = re.compile(r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d{2})(?![\d-])")  # "2024-03"
WITH_WORDS = (
    DAY_MONTH_YEAR,
    MONTH_DAY_YEAR,
    YEAR_MONTH_DAY,
    YEAR_DAY_MONTH,
    CLOCK_BEFORE_YEAR,
    MONTH_YEAR,
)
# "22 اسفند 1403": of the solar Hijri calendar; and in numbers where the page is Persian,
# "1403/12/22"
SOLAR = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})\s(?P<word>{LETTER}{{2,10}})(?:\sماه)?,?\s(?P<y>1[34]\d\d)(?!\d)"
)
SOLAR_YEARS = range(1300, 1500)
# "1580221680", also in milliseconds, "/Date(1580221680000)/"
UNIX_TIME = re.compile(r"(?:/Date\()?(?P<seconds>1\d{9})(?:\d{3})?(?:[+-]\d{4})?(?:\)/)?")
DIGITS = str.maketrans(
    {
        chr(zero + digit): str(digit)
        for zero in (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10)
        for digit in range(10)
    }
)  # Arabic, Persian, Devanagari, Bengali, Thai, wide
WEEKDAY_WINDOW = 20  # characters before a date, or after it, in which its weekday may stand
WORD = re.compile(r"[^\W\d_]+(?:-feira)?")
# "20240305", "20240305T102233Z"
COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:T?\d{4,6}Z?)?")
# "2024-W10-2", the Tuesday of the tenth week; "2024-065", the 65th day
DAY_OF_WEEK = re.compile(r"(?P<y>\d{4})-?W(?P<week>\d{2})-?(?P<d>[1-7])")
DAY_OF_YEAR = re.compile(r"(?P<y>(?:19|20)\d{2})-(?P<d>\d{3})")
HAS_DATE = re.compile(r"\d{4}|\d[./-]\d{1,2}[./-]\d")  # what every date has
KNOWN_LINES = 4_096  # of a page or two, of which each is asked for several times

# "10:22:33.5+02:00", "10.22 Uhr MEZ", "3:15 p.m. EST"
CLOCK = re.compile(
    r"""(?<![\d:.]) (?P<h>\d{1,2}) [:.h] (?P<min>\d{2}) (?: :(?P<s>\d{2}) (?:[.,]\d{1,9})? )? (?:\sUhr)?
        \s? (?P<half>[ap]\.?m\b\.?)? \s? \(? (?P<zone> [+-]\d{2}:?\d{2} | [+-]\d{2} | (?:[A-Z]{1,4}\b) )""",
    re.VERBOSE | re.IGNORECASE,
)
MAX_TEXT = 2_000  # characters: longer ones are no statement of a date
CLOCK_WINDOW = 40  # characters after a date, or before it, in which its clock may stand
MAX_OFFSET = 14 * 60  # minutes: no place on earth is further from UTC
THAI_YEARS = range(2500, 2600)  # of the Buddhist era, 543 years ahead


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date as stated: its first and last day (the same one for precision "day" and finer) and its
    place in the string.

    at: the moment in UTC, where clock and distance from UTC are stated; then the day is the one of
    that clock. is_utc: that distance is 0.
    other_order: the day that "03/04/2024" is where day and month change places; None where only one
    order is possible.
    """

    earliest: date
    latest: date
    precision: Precision
    start: int
    end: int
    at: datetime | None = None
    is_utc: bool = False
    other_order: date | None = None


@lru_cache(maxsize=KNOWN_LINES)
def has_date(line: str) -> bool:
    """Whether a line has what every date has."""
    return HAS_DATE.search(line) is not None


def read_dates(text: str, language: str | None = None, month_first: bool = False) -> list[ReadDate]:
    """All dates of a string, in its order. language: ISO 639-1. month_first: how to take
    "03/04/2024".
    """
    text = text[:MAX_TEXT].translate(DIGITS)
    if not has_date(text):
        return []
    found: list[ReadDate] = []
    for reading in _readings(text, language, month_first):
        if not any(reading.start < other.end and other.start < reading.end for other in found):
            found.append(reading)
    return sorted(found, key=lambda reading: reading.start)


def read_date(text: str, language: str | None = None, month_first: bool = False) -> ReadDate | None:
    """The one date of a machine's field: as `read_dates`, and "20240305", "2024-W10-2", "2024-065",
    "2024-03", "2024", Unix time. None where it states none.
    """
    text = text.strip()[:100].translate(DIGITS)
    if match := UNIX_TIME.fullmatch(text):
        at = datetime.fromtimestamp(int(match["seconds"]), UTC)
        return ReadDate(at.date(), at.date(), "second", 0, len(text), at, is_utc=True)
    if match := DAY_OF_WEEK.fullmatch(text) or DAY_OF_YEAR.fullmatch(text):
        return _numbered_day(match)
    if match := COMPACT.fullmatch(text):
        return _day(match, text, int(match["m"]), int(match["d"]))
    if text.isdecimal() and len(text) == 4:
        return _year(text)
    return next(iter(read_dates(text, language, month_first)), None) or next(
        (_month(m, int(m["m"])) for m in YEAR_AND_MONTH.finditer(text)), None
    )


def _numbered_day(match: re.Match[str]) -> ReadDate | None:
    """The day of a week or of a year, as ISO 8601 numbers them."""
    year, day, week = int(match["y"]), int(match["d"]), match.groupdict().get("week")
    try:
        on = date.fromisocalendar(year, int(week), day) if week else _day_of_year(year, day)
    except ValueError:
        return None
    return ReadDate(on, on, "day", 0, match.end())


def _day_of_year(year: int, day: int) -> date:
    on = date(year, 1, 1) + timedelta(days=day - 1)
    if on.year != year:
        raise ValueError(day)
    return on


def _readings(text: str, language: str | None, month_first: bool) -> Iterator[ReadDate]:
    """Dates by pattern, the most specific pattern first; they may overlap."""
    yield from _year_first(text, language)
    yield from _solar(text)
    for match in YEAR_LAST.finditer(text):
        yield from _some(_numeric(match, text, month_first, language))
    for pattern in WITH_WORDS:
        for match in pattern.finditer(text):
            if month := find_month(match["word"], language):
                yield from _some(
                    _month(match, month)
                    if pattern is MONTH_YEAR
                    else _day(match, text, month, int(match["d"]))
                )


def _year_first(text: str, language: str | None) -> Iterator[ReadDate]:
    for match in YEAR_FIRST.finditer(text):
        is_solar = language == "fa" and int(match["y"]) in SOLAR_YEARS
        yield from _some(
            (_solar_day if is_solar else _day)(match, text, int(match["m"]), int(match["d"]))
        )


def _solar(text: str) -> Iterator[ReadDate]:
    for match in SOLAR.finditer(text):
        if month := find_solar_month(match["word"]):
            yield from _some(_solar_day(match, text, month, int(match["d"])))


def _some(reading: ReadDate | None) -> tuple[ReadDate, ...]:
    return () if reading is None else (reading,)


def _numeric(
    match: re.Match[str], text: str, month_first: bool, language: str | None
) -> ReadDate | None:
    """ "03/04/2024": dots and tháng have the day first, everywhere; the rest as the page has it, if
    calendar and weekday do not object.
    """
    first, second = int(match["a"]), int(match["b"])
    readings = [_day(match, text, second, first), _day(match, text, first, second)]
    is_known = match["sep"] not in "/-"
    if month_first and not is_known:
        readings.reverse()
    likely, other = readings
    if likely is None or other is None or first == second:
        return likely if is_known else likely or other
    fitting = _fit_weekday((likely, other), _weekdays_beside(match, text, language))
    return fitting or (likely if is_known else replace(likely, other_order=other.earliest))


def _fit_weekday(
    readings: tuple[ReadDate, ReadDate], weekdays: Collection[int | None]
) -> ReadDate | None:
    """The one of two readings whose weekday is stated."""
    fitting = [reading for reading in readings if reading.earliest.isoweekday() in weekdays]
    return fitting[0] if len(fitting) == 1 else None


def _weekdays_beside(match: re.Match[str], text: str, language: str | None) -> set[int | None]:
    """ "Saturday 04/05/2024" is the fourth of May."""
    before = WORD.findall(text, max(0, match.start() - WEEKDAY_WINDOW), match.start())[-1:]
    after = WORD.findall(text, match.end(), match.end() + WEEKDAY_WINDOW)[:1]
    return {find_weekday(word, language) for word in (*before, *after)}


def _day(match: re.Match[str], text: str, month: int, day: int) -> ReadDate | None:
    try:
        on = date(_full_year(match["y"]), month, day)
    except ValueError:
        return None
    return _at_clock(match, text, on)


def _solar_day(match: re.Match[str], text: str, month: int, day: int) -> ReadDate | None:
    try:
        on = solar_date(int(match["y"]), month, day)
    except ValueError:
        return None
    return _at_clock(match, text, on)


def _at_clock(match: re.Match[str], text: str, on: date) -> ReadDate:
    """A day with the moment that a clock beside it tells."""
    clock = _find_clock(text, match.start(), match.end())
    if clock is None:
        return ReadDate(on, on, "day", match.start(), match.end())
    moment, precision = clock
    try:
        at = datetime.combine(on, moment).astimezone(UTC)
    except OverflowError:
        return ReadDate(on, on, "day", match.start(), match.end())
    return ReadDate(
        on, on, precision, match.start(), match.end(), at, is_utc=moment.utcoffset() == timedelta(0)
    )


def _month(match: re.Match[str], month: int) -> ReadDate | None:
    year = _full_year(match["y"])
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return None
    return ReadDate(
        date(year, month, 1),
        date(year, month, monthrange(year, month)[1]),
        "month",
        match.start(),
        match.end(),
    )


def _year(text: str) -> ReadDate | None:
    year = _full_year(text)
    return ReadDate(date(year, 1, 1), date(year, 12, 31), "year", 0, len(text)) if year else None


def _full_year(digits: str) -> int:
    """The year of our era: two digits are of this century, Thai years are 543 ahead."""
    year = int(digits)
    if len(digits) == 2:
        return 2000 + year
    return year - 543 if year in THAI_YEARS else year


def _find_clock(text: str, start: int, end: int) -> tuple[time, Precision] | None:
    """The time of day next to a date, where it says how far from UTC it is; midnight sharp in UTC
    is a date without a clock.
    """
    near = CLOCK.search(text, end, end + CLOCK_WINDOW) or CLOCK.search(
        text, max(0, start - CLOCK_WINDOW), start
    )
    offset = None if near is None else _offset(near["zone"])
    if near is None or offset is None:
        return None
    hour = (
        int(near["h"]) % 12 + 12 * near["half"].lower().startswith("p")
        if near["half"]
        else int(near["h"])
    )
    try:
        moment = time(
            hour, int(near["min"]), int(near["s"] or 0), tzinfo=timezone(timedelta(minutes=offset))
        )
    except ValueError:
        return None
    if (moment.hour, moment.minute, moment.second, offset) == (0, 0, 0, 0):
        return None
    return moment, "second" if near["s"] else "minute"


def _offset(zone: str) -> int | None:
    """Minutes ahead of UTC; None for what no clock on earth shows and for abbreviations of several
    zones (IST, CST).
    """
    if zone[0] not in "+-":
        return find_zone(zone)
    digits = zone[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    return (
        None
        if minutes > MAX_OFFSET or int(digits[2:]) > 59
        else minutes * (-1 if zone[0] == "-" else 1)
    )
