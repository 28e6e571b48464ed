"""Days of other calendars."""

from datetime import date

import pytest

from transforms.world.calendar import solar_date


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (1403, 12, 22, date(2025, 3, 12)),
        (1403, 1, 31, date(2024, 4, 19)),
        (1403, 7, 30, date(2024, 10, 21)),
        (1403, 12, 30, date(2025, 3, 20)),  # a leap year
    ],
)
def test_a_day_of_the_solar_calendar_has_its_day(year, month, day, expected):
    assert solar_date(year, month, day) == expected


@pytest.mark.parametrize(
    ("month", "day"), [(0, 1), (13, 1), (1, 0), (1, 32), (7, 31), (12, 31), (13, 32)]
)
def test_a_day_that_no_month_has_is_none(month, day):
    with pytest.raises(ValueError, match="no day of the calendar"):
        solar_date(1403, month, day)
