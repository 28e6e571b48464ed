"""Months, weeks, seasons and holidays -> the days that they cover.

Weeks run from Monday to Sunday (ISO 8601). Seasons are the meteorological ones of the northern
hemisphere. Every function raises ValueError or OverflowError where a calendar has no such day (31
June, year 0).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from transforms.records import Granularity
from transforms.world.languages import find_language

WORDS = find_language("en").times
SEASON_STARTS = {
    name: 3 * season for season, forms in enumerate(WORDS.seasons, 1) for name in forms.split("|")
}
THANKSGIVING = "thanksgiving"
HOLIDAYS = (*WORDS.holidays, *WORDS.easter, THANKSGIVING)


@dataclass(frozen=True, slots=True)
class Period:
    """Days that an expression covers, first and last inclusive."""

    first: date
    last: date
    granularity: Granularity


def make_day(day: date) -> Period:
    return Period(day, day, "day")


def make_week(day: date) -> Period:
    """The week, Monday to Sunday, that holds the day."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6), "week")


def make_weekend(day: date) -> Period:
    """Saturday and Sunday of the week that holds the day."""
    saturday = day - timedelta(days=day.weekday() - 5)
    return Period(saturday, saturday + timedelta(days=1), "weekend")


def make_month(year: int, month: int) -> Period:
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def make_quarter(year: int, quarter: int) -> Period:
    """Quarter 1 to 4; 0 and 5 are those of the neighbouring years."""
    year, index = year + (quarter - 1) // 4, (quarter - 1) % 4
    return Period(date(year, 3 * index + 1, 1), make_month(year, 3 * index + 3).last, "quarter")


def make_half(year: int, half: int) -> Period:
    return Period(
        make_quarter(year, 2 * half - 1).first, make_quarter(year, 2 * half).last, "range"
    )


def make_season(year: int, season: str) -> Period:
    """Three months; winter begins in December of the year before the one it is named after in
    "winter of 2022".
    """
    start = SEASON_STARTS[season]
    year -= season == "winter"
    return Period(
        date(year, start, 1), shift_months(date(year, start, 1), 3) - timedelta(days=1), "season"
    )


def make_year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), "year")


def make_decade(year: int) -> Period:
    first = year - year % 10
    return Period(date(first, 1, 1), date(first + 9, 12, 31), "decade")


def make_century(century: int) -> Period:
    """The 20th century is 1901 to 2000."""
    return Period(date(100 * century - 99, 1, 1), date(100 * century, 12, 31), "range")


def shift_months(day: date, months: int) -> date:
    """The same day some months on; the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def find_quarter(day: date) -> int:
    return (day.month + 2) // 3


def find_holiday(name: str, year: int) -> date:
    """The day of a holiday (a key of `HOLIDAYS`) in a year."""
    if name in WORDS.holidays:
        return date.fromisoformat(f"{year:04}-{WORDS.holidays[name]}")
    if name == THANKSGIVING:  # the fourth Thursday of November
        return date(year, 11, 22 + (3 - date(year, 11, 22).weekday()) % 7)
    return find_easter(year) + timedelta(days=WORDS.easter[name])


def find_easter(year: int) -> date:
    """Western Easter Sunday, by the Gregorian rule in Butcher's form (1876)."""
    century, in_century = divmod(year, 100)
    epact = (
        19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - epact - in_century % 4) % 7
    late = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
