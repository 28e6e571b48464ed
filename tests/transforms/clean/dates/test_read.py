"""Reading the dates that a string states."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cpu import cpu_seconds
from transforms.clean.dates.read import read_date, read_dates
from transforms.world.calendar import find_month


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-05", date(2024, 3, 5)),
        ("2024-03-05T10:22:33", date(2024, 3, 5)),
        ("20240305T102233Z", date(2024, 3, 5)),
        ("2024-W10-2", date(2024, 3, 5)),
        ("2024W102", date(2024, 3, 5)),
        ("2020-W53-7", date(2021, 1, 3)),
        ("2024-065", date(2024, 3, 5)),
        ("2024/3/5", date(2024, 3, 5)),
        ("5.3.2024", date(2024, 3, 5)),
        ("5 كانون الثاني 2024", date(2024, 1, 5)),
        ("5 تشرين الأول 2024", date(2024, 10, 5)),
        ("5 تشرين ثاني 2024", date(2024, 11, 5)),
        ("5 كانون الأول 2024", date(2024, 12, 5)),
        ("5 جويلية 2024", date(2024, 7, 5)),
        ("5 غشت 2024", date(2024, 8, 5)),
        ("05.03.24, 18:04 Uhr", date(2024, 3, 5)),
        ("25/12/2021", date(2021, 12, 25)),
        ("12/25/2021", date(2021, 12, 25)),
        ("3 Dec, 2021 10:22", date(2021, 12, 3)),
        ("Dec. 3, 2021", date(2021, 12, 3)),
        ("December 3rd 2021", date(2021, 12, 3)),
        ("3rd of December 2021", date(2021, 12, 3)),
        ("Fri, 03 Dec 2021", date(2021, 12, 3)),
        ("03-Dec-2021", date(2021, 12, 3)),
        ("3. Dezember 2021", date(2021, 12, 3)),
        ("3 décembre 2021", date(2021, 12, 3)),
        ("3 de diciembre de 2021", date(2021, 12, 3)),
        ("3 dicembre 2021", date(2021, 12, 3)),
        ("3 grudnia 2021", date(2021, 12, 3)),
        ("3 декабря 2021", date(2021, 12, 3)),
        ("3 Aralık 2021", date(2021, 12, 3)),
        ("2021. december 3.", date(2021, 12, 3)),
        ("2021. gada 3. decembris", date(2021, 12, 3)),
        ("3 tháng 12, 2021", date(2021, 12, 3)),
        ("2021年12月3日", date(2021, 12, 3)),
        ("2021년 12월 3일", date(2021, 12, 3)),
        ("3 दिसंबर 2021", date(2021, 12, 3)),
        ("3 ديسمبر 2021", date(2021, 12, 3)),
        ("3 ธันวาคม 2564", date(2021, 12, 3)),
        ("November 11, 20228:23 PM", date(2022, 11, 11)),
        ("02.Oktober 2019", date(2019, 10, 2)),
        ("Tue Jan 28 15:28:00 CET 2020", date(2020, 1, 28)),
        ("Tue Jan 28 15:28:00 2020", date(2020, 1, 28)),
        ("5 آذار/مارس 2024", date(2024, 3, 5)),
        ("٥ آذار ٢٠٢٤", date(2024, 3, 5)),
        ("２０２４年３月５日", date(2024, 3, 5)),
        ("2019-10-02T15:30:00.0000000", date(2019, 10, 2)),
    ],
)
def test_a_day_is_read_in_the_ways_that_pages_write_it(text, day):
    reading = read_date(text)
    assert reading is not None
    assert (reading.earliest, reading.latest, reading.precision) == (day, day, "day")


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-32",
        "2024-13-01",
        "2024-W54-1",
        "2024-W10-8",
        "2023-366",
        "2024-000",
        "2023-02-29",
        "31/02/2024",
        "31 April 2024",
        "0000-00-00",
        "00/00/0000",
        "yesterday",
        "10:22",
        "1.2.3.4",
        "555-0102",
        "",
    ],
)
def test_what_is_no_day_is_no_date(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "precision", "moment"),
    [
        ("2024-03-01T10:22:33+02:00", "second", datetime(2024, 3, 1, 8, 22, 33, tzinfo=UTC)),
        ("2024-03-01T23:30-0500", "minute", datetime(2024, 3, 2, 4, 30, tzinfo=UTC)),
        ("2024-03-01T10:22:33.123456Z", "second", datetime(2024, 3, 1, 10, 22, 33, tzinfo=UTC)),
        ("Tue, 05 Mar 2024 10:22:33 GMT", "second", datetime(2024, 3, 5, 10, 22, 33, tzinfo=UTC)),
        ("March 5, 2024, 3:15 p.m. EST", "minute", datetime(2024, 3, 5, 20, 15, tzinfo=UTC)),
        ("10:22 GMT, 5 March 2024", "minute", datetime(2024, 3, 5, 10, 22, tzinfo=UTC)),
        ("12:05 am UTC, 5 March 2024", "minute", datetime(2024, 3, 5, 0, 5, tzinfo=UTC)),
    ],
)
def test_a_clock_that_says_its_zone_gives_a_moment(text, precision, moment):
    reading = read_date(text)
    assert reading is not None
    assert (reading.precision, reading.at) == (precision, moment)


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-01T10:22:33+99:99",
        "2024-03-01T25:61:00Z",
        "2024-03-01 10:22",
        "2024-03-01T00:00:00Z",
        "March 1, 2024 10:22 IST",
        "2024-03-01T10:22:33+14:30",
    ],
)
def test_a_clock_that_cannot_be_trusted_costs_the_clock_and_not_the_day(text):
    reading = read_date(text)
    assert reading is not None
    assert (reading.earliest, reading.precision, reading.at) == (date(2024, 3, 1), "day", None)


def test_the_day_is_the_one_of_the_clock_that_is_stated():
    reading = read_date("2024-03-01T00:30:00+09:00")
    assert reading is not None
    assert (reading.earliest, reading.at) == (
        date(2024, 3, 1),
        datetime(2024, 2, 29, 15, 30, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("March 2024", date(2024, 3, 1), date(2024, 3, 31), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("marzo de 2024", date(2024, 3, 1), date(2024, 3, 31), "month"),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "year"),
    ],
)
def test_a_month_or_a_year_is_never_made_a_day(text, first, last, precision):
    reading = read_date(text)
    assert reading is not None
    assert (reading.earliest, reading.latest, reading.precision) == (first, last, precision)


def test_both_orders_of_a_slashed_date_are_kept():
    day_first, month_first = read_date("03/04/2024"), read_date("03/04/2024", month_first=True)
    assert day_first is not None
    assert month_first is not None
    assert (day_first.earliest, day_first.other_order) == (date(2024, 4, 3), date(2024, 3, 4))
    assert (month_first.earliest, month_first.other_order) == (date(2024, 3, 4), date(2024, 4, 3))


def test_several_dates_of_a_line_come_in_its_order():
    readings = read_dates("Updated 11 November 2022, first published November 9, 2022")
    assert [reading.earliest for reading in readings] == [date(2022, 11, 11), date(2022, 11, 9)]


def test_a_month_means_what_it_means_in_the_language_of_the_page():
    assert find_month("listopada", "pl") == 11
    assert find_month("listopada", "hr") == 10
    assert find_month("listopada") is None
    assert find_month("Mars", "en") == 3


@settings(deadline=None, max_examples=150)
@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.times(), st.integers(-12 * 60, 14 * 60))
def test_an_iso_date_comes_back_as_it_was_written(day, clock, offset):
    sign, minutes = ("-" if offset < 0 else "+"), abs(offset)
    reading = read_date(f"{day}T{clock:%H:%M:%S}{sign}{minutes // 60:02}:{minutes % 60:02}")
    assert reading is not None
    assert reading.earliest == reading.latest == day


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="0123456789/-.: TZ+,年月日MarchDec", max_size=60))
def test_whatever_is_read_is_in_order_and_says_where_it_stands(text):
    readings = read_dates(text)
    assert all(reading.earliest <= reading.latest for reading in readings)
    assert all(0 <= reading.start < reading.end <= len(text) for reading in readings)
    assert all(one.end <= other.start for one, other in pairwise(readings))
    assert all(
        (reading.at is not None) == (reading.precision in ("minute", "second"))
        for reading in readings
    )


@pytest.mark.parametrize("unit", ["1/", "2024-", "Mar ", "a", "2024. ", "10:", "12 Mar 20", "年1"])
def test_hostile_strings_take_linear_time(unit):
    def cost(length):
        text = "2024 " + unit * (length // len(unit))
        return cpu_seconds(lambda: read_dates(text))

    assert cost(80_000) < 12 * max(cost(20_000), 0.005)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Saturday 04/05/2024", date(2024, 5, 4)),
        ("Fri, 04/05/2024 - 08:15", date(2024, 4, 5)),
        ("04/05/2024, Saturday", date(2024, 5, 4)),
        ("sábado 04/05/2024", date(2024, 5, 4)),
        ("Samstag, 04/05/2024", date(2024, 5, 4)),
        ("토요일 04/05/2024", date(2024, 5, 4)),
    ],
)
@pytest.mark.parametrize("month_first", [True, False])
def test_the_weekday_tells_day_and_month_apart(text, day, month_first):
    reading = read_date(text, month_first=month_first)
    assert reading is not None
    assert (reading.earliest, reading.other_order) == (day, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [("Friday, 02.03.2023", date(2023, 2, 3)), ("Thursday, 02.03.2023", date(2023, 3, 2)),
     ("Monday, 02.03.2023", date(2023, 3, 2))],
)  # fmt: skip
def test_dots_have_the_day_first_unless_the_weekday_says_otherwise(text, day):
    reading = read_date(text, month_first=True)
    assert reading is not None
    assert (reading.earliest, reading.other_order) == (day, None)


def test_a_weekday_that_fits_neither_order_tells_nothing():
    reading = read_date("Monday 04/05/2024")
    assert reading is not None
    assert reading.other_order == date(2024, 4, 5)


@pytest.mark.parametrize("text", ["1580221680", "1580221680000", "/Date(1580221680000)/"])
def test_unix_time_is_a_moment_in_utc(text):
    reading = read_date(text)
    assert reading is not None
    assert (reading.at, reading.precision) == (datetime(2020, 1, 28, 14, 28, tzinfo=UTC), "second")


@pytest.mark.parametrize("text", ["9580221680", "158022168", "15802216800"])
def test_other_numbers_are_no_time(text):
    assert read_date(text) is None
