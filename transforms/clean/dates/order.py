"""The dates of a page, its language and its address -> whether "03/04/2024" begins with the month
there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from transforms.clean.dates.read import read_dates
from transforms.world.domains import find_country_of

# "03/04/2024"
SLASHED = re.compile(r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?![\d/-])")
# where CLDR's short dates begin with the month
MONTH_FIRST_REGIONS = frozenset({"us", "ph", "fm", "pw"})


def is_month_first(
    texts: Sequence[str], language: str | None, url: str | None, elsewhere: Sequence[str] = ()
) -> bool | None:
    """None where nothing tells. texts: all that the page says of its own dates; language: "en-US"
    or "en".

    elsewhere: its other dates, such as those of teasers, which are written in the same order.
    """
    pairs = _pairs_of(texts)
    if not pairs:
        return False
    return next(
        (sign for sign in _signs(pairs, texts, language, url, elsewhere) if sign is not None), None
    )


def _signs(
    pairs: set[tuple[int, int, int]],
    texts: Sequence[str],
    language: str | None,
    url: str | None,
    elsewhere: Sequence[str],
) -> Iterator[bool | None]:
    """What tells that the month is first, or that it is not, the surest first."""
    yield _order_of_calendar(pairs)
    yield _order_of_other_dates(texts, pairs)
    yield _order_of_other_dates(elsewhere, pairs)
    yield _order_of_calendar(_pairs_of(elsewhere))
    yield _order_of_place(language, url)


def _pairs_of(texts: Iterable[str]) -> set[tuple[int, int, int]]:
    """The first two numbers and the year (of two digits) of dates such as "03/04/2024"."""
    return {
        (int(match[1]), int(match[2]), int(match[3]) % 100)
        for text in texts
        for match in SLASHED.finditer(text)
    }


def _order_of_calendar(pairs: Iterable[tuple[int, int, int]]) -> bool | None:
    """No month is a thirteenth: "25/03/2024" has the day first, "03/25/2024" has it second."""
    day_first, month_first = (
        any(first > 12 for first, _, _ in pairs),
        any(second > 12 for _, second, _ in pairs),
    )
    return month_first if day_first != month_first else None


def _order_of_other_dates(
    texts: Sequence[str], pairs: Iterable[tuple[int, int, int]]
) -> bool | None:
    """The page names one of the two days in another way too: "2024-04-03", "April 3, 2024"."""
    others = [
        reading.earliest
        for text in texts
        if not SLASHED.search(text)
        for reading in read_dates(text)
    ]
    days = {(day.day, day.month, day.year % 100) for day in others}
    day_first = any((first, second, year) in days for first, second, year in pairs)
    month_first = any((second, first, year) in days for first, second, year in pairs)
    return month_first if day_first != month_first else None


def _order_of_place(language: str | None, url: str | None) -> bool | None:
    """English alone does not tell London from New York; its region and the country of the address
    do.
    """
    tags = (language or "").lower().replace("_", "-").split("-")
    country = find_country_of(_host_of(url))
    if tags[0] != "en":
        return False if tags[0] else None
    if country == "US" or tags[-1] in MONTH_FIRST_REGIONS:
        return True
    return None if len(tags) == 1 and country is None else False


def _host_of(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None
