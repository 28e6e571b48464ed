"""A stamp as a record or a header writes it comes in; the moment in UTC goes out."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

# no page was fetched before the web was there; what is outside is no such moment
FIRST_YEAR, LAST_YEAR = 1990, 2199

# `20261121083000`, as web archives write it
DIGITS = re.compile(r"[0-9]{8}(?:[0-9]{6})?\Z", re.ASCII)
# `1795249800`, `1795249800123`: seconds since 1970, or thousandths, millionths ... of one
NUMBER = re.compile(r"[0-9]{9,10}(?P<parts>(?:[0-9]{3}){0,3})(?:\.[0-9]{1,9})?\Z", re.ASCII)


def moment_of(value: object) -> datetime | None:
    """The moment that a field states, UTC where it names no zone; None where it states none.

    `2026-11-21T08:30:00+01:00`, `Sat, 21 Nov 2026 08:30:00 GMT`, `20261121083000`, seconds since
    1970 or thousandths, millionths, billionths of one.
    """
    match value:
        case datetime():
            return _within(value)
        case date():
            return _within(datetime(value.year, value.month, value.day, tzinfo=UTC))
        case bool():
            return None
        case int() | float():
            return _read(str(value))
        case str():
            return _read(value.strip()[:64])
        case _:
            return None


def _read(stamp: str) -> datetime | None:
    """The moment of the first way of writing that the stamp follows."""
    for read in (_from_digits, _from_number, datetime.fromisoformat, parsedate_to_datetime):
        if moment := _try(read, stamp):
            return moment
    return None


def _try(read: Callable[[str], datetime], stamp: str) -> datetime | None:
    try:
        return _within(read(stamp))
    except (
        ValueError,
        TypeError,
        OverflowError,
    ):  # what the standard library raises for stamps that it cannot read
        return None


def _from_digits(stamp: str) -> datetime:
    if not DIGITS.match(stamp):
        raise ValueError(stamp)
    return datetime.strptime(stamp.ljust(14, "0"), "%Y%m%d%H%M%S").replace(tzinfo=UTC)


def _from_number(stamp: str) -> datetime:
    found = NUMBER.match(stamp)
    if found is None:
        raise ValueError(stamp)
    seconds = float(stamp) / 10 ** len(found["parts"])
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=round(seconds, 6))


def _within(moment: datetime) -> datetime | None:
    """The moment in UTC, where the web was there."""
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
