"""The names of months and weekdays, in the languages of languages/ -> their numbers; and of time
zones -> how far they are from UTC.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from transforms.world.languages import Language, read_languages
from transforms.world.words import read_table

Names = Mapping[str, Mapping[str, int]]
FIRST_NEW_YEAR = -356032  # so that 1 Farvardin 1403 is 20 March 2024


def find_month(word: str, language: str | None = None) -> int | None:
    """The month (1 to 12) that a word names, in the language of the page or else in any."""
    return _find(_names_of_months(), word, language)


def find_weekday(word: str, language: str | None = None) -> int | None:
    """The weekday (ISO: Monday is 1) that a word names, in the language of the page or else in
    any.
    """
    return _find(_names_of_weekdays(), word, language)


def _find(names: Names, word: str, language: str | None) -> int | None:
    word = word.lower()
    return names.get(language or "", names[""]).get(word) or names[""].get(word)


@cache
def _names_of_months() -> Names:
    return number_names((language, language.calendar.months) for language in read_languages())


def find_solar_month(word: str) -> int | None:
    """The month of the solar Hijri calendar (Farvardin is 1) that a word names."""
    return _find(_names_of_solar_months(), word, None)


def solar_date(year: int, month: int, day: int) -> date:
    """The Gregorian date of a day of the solar Hijri calendar: 22 Esfand 1403 is 12 March 2025.

    By the cycle of 33 years with eight leap years, which gives the years of the calendar's
    astronomers from 1178 to 1633. Raises ValueError for a day that no such month has.
    """
    if not (1 <= month <= 12 and 1 <= day <= _days_of(year, month)):
        raise ValueError(f"no day of the calendar: {year}-{month}-{day}")
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return date.fromordinal(_new_year(year) + before + day - 1)


def _days_of(year: int, month: int) -> int:
    if month <= 6:
        return 31
    return 30 if month < 12 else _new_year(year + 1) - _new_year(year) - 336


def _new_year(year: int) -> int:
    """The ordinal of 1 Farvardin, as `date.toordinal` counts."""
    cycles, rest = divmod(year + 1595, 33)
    return 365 * (year + 1595) + 8 * cycles + (rest + 3) // 4 + FIRST_NEW_YEAR


@cache
def _names_of_solar_months() -> Names:
    return number_names((language, language.calendar.solar_months) for language in read_languages())


@cache
def _names_of_weekdays() -> Names:
    return number_names((language, language.calendar.weekdays) for language in read_languages())


def find_zone(abbreviation: str) -> int | None:
    """The minutes that the clocks of a time zone are ahead of UTC: 60 for "MEZ"; None for an
    abbreviation that several zones share.
    """
    return _minutes_of_zones().get(abbreviation.upper())


@cache
def _minutes_of_zones() -> Mapping[str, int]:
    return {name: int(minutes) for name, minutes in read_table("zones.tsv")}


def number_names(calendars: Iterable[tuple[Language, Iterable[str]]]) -> Names:
    """Numbers by language and lower-case name; "" holds the names that mean the same in all
    languages.
    """
    names: dict[str, Mapping[str, int]] = {}
    meanings: dict[str, set[int]] = {}
    for language, forms in calendars:
        numbers = {
            name: number for number, listed in enumerate(forms, 1) for name in listed.split("|")
        }
        names |= dict.fromkeys((language.code, *language.other_codes), numbers)
        for name, number in numbers.items():
            meanings.setdefault(name, set()).add(number)
    return names | {
        "": {name: min(numbers) for name, numbers in meanings.items() if len(numbers) == 1}
    }
