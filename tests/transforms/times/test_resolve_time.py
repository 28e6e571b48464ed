"""What an expression means, written on Wednesday 15 December 2021 (or on the day given)."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.times import resolve_time
from transforms.times.calendar import (
    Period,
    make_day,
    make_decade,
    make_month,
    make_quarter,
    make_week,
    make_weekend,
    make_year,
)
from transforms.times.resolve import read_hit
from transforms.times.rule import Anchor
from transforms.times.scan import scan

WEDNESDAY = date(2021, 12, 15)


def days(text: str, on: date | None = WEDNESDAY, direction: str | None = None) -> str | None:
    """ "2021-12-15" or "2021-12-13 2021-12-19 week"."""
    period = resolve_time(text, on, direction)
    if period is None:
        return None
    return (
        str(period.first)
        if period.granularity == "day"
        else f"{period.first} {period.last} {period.granularity}"
    )


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("3 Dec, 2021", "2021-12-03"),
        ("Friday, Dec. 3, 2021", "2021-12-03"),
        ("December 3rd, 2021", "2021-12-03"),
        ("the 3rd of December 2021", "2021-12-03"),
        ("2021-12-03", "2021-12-03"),
        ("3.12.2021", "2021-12-03"),
        ("24/12/2021", "2021-12-24"),
        ("12/24/2021", "2021-12-24"),
        ("March 30 to April 2, 2022", "2022-03-30 2022-04-02 range"),
        ("3-5 March 2022", "2022-03-03 2022-03-05 range"),
        ("DECEMBER 2021", "2021-12-01 2021-12-31 month"),
        ("early March 2022", "2022-03-01 2022-03-31 month"),
        ("October 2021 to March 2022", "2021-10-01 2022-03-31 range"),
        ("2014", "2014-01-01 2014-12-31 year"),
        ("mid-1996", "1996-01-01 1996-12-31 year"),
        ("the end of 1990", "1990-01-01 1990-12-31 year"),
        ("nineteen ninety-seven", "1997-01-01 1997-12-31 year"),
        ("two thousand and five", "2005-01-01 2005-12-31 year"),
        ("2014-16", "2014-01-01 2016-12-31 range"),
        ("between 2014 and 2016", "2014-01-01 2016-12-31 range"),
        ("the late 1970s", "1970-01-01 1979-12-31 decade"),
        ("the '90s", "1990-01-01 1999-12-31 decade"),
        ("the 20th century", "1901-01-01 2000-12-31 range"),
        ("the third quarter of 1990", "1990-07-01 1990-09-30 quarter"),
        ("Q3 2021", "2021-07-01 2021-09-30 quarter"),
        ("the first half of 2021", "2021-01-01 2021-06-30 range"),
        ("the summer of 2014", "2014-06-01 2014-08-31 season"),
        ("winter 2022", "2021-12-01 2022-02-28 season"),
    ],
)
def test_what_states_its_year_needs_no_day_of_writing(text: str, meaning: str) -> None:
    assert days(text, on=None) == meaning
    assert days(text) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("today", "2021-12-15"),
        ("later on tonight", "2021-12-15"),
        ("this morning", "2021-12-15"),
        ("yesterday", "2021-12-14"),
        ("late yesterday", "2021-12-14"),
        ("last night", "2021-12-14"),
        ("tomorrow", "2021-12-16"),
        ("the day before yesterday", "2021-12-13"),
        ("last week", "2021-12-06 2021-12-12 week"),
        ("next month", "2022-01-01 2022-01-31 month"),
        ("earlier this month", "2021-12-01 2021-12-31 month"),
        ("the end of this week", "2021-12-13 2021-12-19 week"),
        ("earlier in the year", "2021-01-01 2021-12-31 year"),
        ("this quarter", "2021-10-01 2021-12-31 quarter"),
        ("the latest quarter", "2021-07-01 2021-09-30 quarter"),
        ("year-end", "2021-12-31"),
        ("three days ago", "2021-12-12"),
        ("the week before last", "2021-11-29 2021-12-05 week"),
        ("the year after next", "2023-01-01 2023-12-31 year"),
        ("two weeks ago", "2021-11-29 2021-12-05 week"),
        ("a fortnight ago", "2021-11-29 2021-12-05 week"),
        ("in two weeks’ time", "2021-12-27 2022-01-02 week"),
        ("in a year's time", "2022-01-01 2022-12-31 year"),
        ("five months ago", "2021-07-01 2021-07-31 month"),
        ("twenty-two years ago", "1999-01-01 1999-12-31 year"),
        ("this past week", "2021-12-06 2021-12-12 week"),
        ("almost four years ago", "2017-01-01 2017-12-31 year"),
        ("a decade ago", "2011-01-01 2011-12-31 year"),
        ("two weeks from now", "2021-12-27 2022-01-02 week"),
        ("the past three weeks", "2021-11-24 2021-12-15 range"),
        ("the next two days", "2021-12-15 2021-12-17 range"),
    ],
)
def test_what_is_counted_from_the_day_of_writing(text: str, meaning: str) -> None:
    assert days(text) == meaning
    assert days(text, on=None) is None


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Friday", "2021-12-10"),
        ("Wednesday", "2021-12-15"),
        ("Monday morning", "2021-12-13"),
        ("last Wednesday", "2021-12-08"),
        ("next Wednesday", "2021-12-22"),
        ("this Friday", "2021-12-17"),
        ("Tuesday of last week", "2021-12-07"),
        ("Dec. 3", "2021-12-03"),
        ("the 3rd of December", "2021-12-03"),
        ("late Friday, Dec. 3", "2021-12-03"),
        ("Feb. 24", "2022-02-24"),
        ("July 4", "2021-07-04"),
        ("July 4 last year", "2020-07-04"),
        ("December 3-5", "2021-12-03 2021-12-05 range"),
        ("March 8", "2022-03-08"),
        ("in May", "2021-05-01 2021-05-31 month"),
        ("last December", "2020-12-01 2020-12-31 month"),
        ("next January", "2022-01-01 2022-01-31 month"),
        ("June last year", "2020-06-01 2020-06-30 month"),
        ("the week of Dec. 6", "2021-12-06 2021-12-12 week"),
        ("the third quarter", "2021-07-01 2021-09-30 quarter"),
        ("last year's first quarter", "2020-01-01 2020-03-31 quarter"),
        ("the summer", "2021-06-01 2021-08-31 season"),
        ("last fall", "2021-09-01 2021-11-30 season"),
        ("over the weekend", "2021-12-11 2021-12-12 weekend"),
        ("this weekend", "2021-12-18 2021-12-19 weekend"),
        ("Christmas Eve", "2021-12-24"),
        ("Thanksgiving", "2021-11-25"),
        ("last Easter", "2021-04-04"),
    ],
)
def test_what_leaves_out_its_year_or_week_is_the_nearest(text: str, meaning: str) -> None:
    assert days(text) == meaning


@pytest.mark.parametrize(
    ("text", "direction", "meaning"),
    [
        ("Friday", "past", "2021-12-10"),
        ("Friday", "future", "2021-12-17"),
        ("Friday", "present", "2021-12-17"),
        ("Wednesday", "future", "2021-12-15"),
        ("Feb. 24", "past", "2021-02-24"),
        ("July 4", "future", "2022-07-04"),
        ("in October", "future", "2022-10-01 2022-10-31 month"),
        ("the weekend", "future", "2021-12-18 2021-12-19 weekend"),
    ],
)
def test_the_verb_may_say_which_way(text: str, direction: str, meaning: str) -> None:
    assert days(text, direction=direction) == meaning


NEW_YEAR, LEAP_DAY = date(2024, 1, 1), date(2024, 2, 29)  # Monday, Thursday
SATURDAY, SUNDAY = date(2021, 12, 11), date(2021, 12, 12)
END_OF_MARCH, NEW_YEARS_EVE = date(2022, 3, 31), date(2021, 12, 31)  # Thursday, Friday


@pytest.mark.parametrize(
    ("text", "direction", "on", "meaning"),
    [
        ("over the weekend", None, NEW_YEAR, "2023-12-30 2023-12-31 weekend"),
        ("over the weekend", "future", NEW_YEAR, "2024-01-06 2024-01-07 weekend"),
        ("over the weekend", "past", SATURDAY, "2021-12-11 2021-12-12 weekend"),
        ("over the weekend", "past", SUNDAY, "2021-12-11 2021-12-12 weekend"),
        ("this weekend", "past", NEW_YEARS_EVE, "2022-01-01 2022-01-02 weekend"),
        ("this coming weekend", None, LEAP_DAY, "2024-03-02 2024-03-03 weekend"),
        ("last weekend", None, SATURDAY, "2021-12-04 2021-12-05 weekend"),
        ("next weekend", None, SUNDAY, "2021-12-18 2021-12-19 weekend"),
        ("this Friday", None, NEW_YEARS_EVE, "2021-12-31"),
        ("this Friday", "past", SUNDAY, "2021-12-10"),
        ("this Friday", "past", NEW_YEARS_EVE, "2021-12-31"),
        ("next Friday", "past", NEW_YEARS_EVE, "2022-01-07"),
        ("last Monday", "future", NEW_YEAR, "2023-12-25"),
        ("Feb. 29", None, LEAP_DAY, "2024-02-29"),
        ("Feb. 29", "past", NEW_YEAR, "2020-02-29"),
        ("Feb. 29", "past", date(1902, 3, 1), "1896-02-29"),  # 1900 had none
        ("Feb. 29", "future", date(1898, 3, 1), "1904-02-29"),
        ("March 3-5", None, END_OF_MARCH, "2022-03-03 2022-03-05 range"),
        ("March 3-5", "past", NEW_YEARS_EVE, "2021-03-03 2021-03-05 range"),
        ("March 5-3", None, END_OF_MARCH, None),
        ("March 3-3", None, END_OF_MARCH, None),
        ("May", "past", NEW_YEARS_EVE, "2021-05-01 2021-05-31 month"),
        ("December", "past", date(2021, 12, 1), "2021-12-01 2021-12-31 month"),
        ("March", "future", END_OF_MARCH, "2022-03-01 2022-03-31 month"),
        ("this May", None, NEW_YEARS_EVE, "2021-05-01 2021-05-31 month"),
        ("last March", None, END_OF_MARCH, "2021-03-01 2021-03-31 month"),
        ("next March", None, END_OF_MARCH, "2023-03-01 2023-03-31 month"),
        ("next December", None, NEW_YEARS_EVE, "2022-12-01 2022-12-31 month"),
        ("last January", None, NEW_YEAR, "2023-01-01 2023-01-31 month"),
        ("the second quarter", None, NEW_YEAR, "2024-04-01 2024-06-30 quarter"),
        ("the third quarter", None, NEW_YEAR, "2023-07-01 2023-09-30 quarter"),
        ("the latest quarter", None, NEW_YEAR, "2023-10-01 2023-12-31 quarter"),
        ("the latest quarter", None, NEW_YEARS_EVE, "2021-07-01 2021-09-30 quarter"),
        ("the 1988 quarter", None, END_OF_MARCH, "1988-10-01 1988-12-31 quarter"),
        ("the summer", "past", LEAP_DAY, "2023-06-01 2023-08-31 season"),
        ("the summer", None, END_OF_MARCH, "2022-06-01 2022-08-31 season"),
        ("last winter", None, NEW_YEAR, "2022-12-01 2023-02-28 season"),
        ("last winter", None, END_OF_MARCH, "2021-12-01 2022-02-28 season"),
        ("next winter", None, NEW_YEAR, "2024-12-01 2025-02-28 season"),
        ("next winter", None, NEW_YEARS_EVE, "2022-12-01 2023-02-28 season"),
        ("Christmas", "past", date(2021, 12, 25), "2021-12-25"),
        ("Christmas", "future", date(2021, 12, 25), "2021-12-25"),
        ("next Easter", None, date(2024, 3, 31), "2025-04-20"),
        ("last Easter", None, date(2024, 3, 31), "2023-04-09"),
        ("a month ago", None, END_OF_MARCH, "2022-02-01 2022-02-28 month"),
        ("next month", None, NEW_YEAR, "2024-02-01 2024-02-29 month"),
        ("last week", None, NEW_YEAR, "2023-12-25 2023-12-31 week"),
        ("the past week", None, LEAP_DAY, "2024-02-22 2024-02-29 range"),
    ],
)
def test_at_the_edge_of_a_period_the_day_of_writing_decides(
    text: str, direction: str | None, on: date, meaning: str | None
) -> None:
    assert days(text, on, direction) == meaning


DAY, FIRST_QUARTER = make_day(date(2020, 3, 5)), make_quarter(2021, 1)
FEBRUARY, YEAR = make_month(2021, 2), make_year(2019)
VISIT = Period(date(2021, 3, 3), date(2021, 3, 5), "range")


@pytest.mark.parametrize(
    ("text", "previous", "first"),
    [
        ("that day", DAY, "2020-03-05"),
        ("that day", FEBRUARY, None),
        ("that day", make_weekend(date(2021, 12, 11)), None),
        ("the same week", DAY, "2020-03-02"),
        ("the same week", VISIT, "2021-03-01"),
        ("the same week", FEBRUARY, None),
        ("the same month", DAY, "2020-03-01"),
        ("that month", FEBRUARY, "2021-02-01"),
        ("that month", make_month(2021, 3), "2021-03-01"),
        ("that month", FIRST_QUARTER, None),
        ("that month", YEAR, None),
        ("that year", FEBRUARY, "2021-01-01"),
        ("that year", make_year(2020), "2020-01-01"),
        ("that year", make_decade(1990), None),
        ("two days later", DAY, "2020-03-07"),
        ("two days later", FEBRUARY, None),
        ("two days earlier", DAY, "2020-03-03"),
        ("two weeks earlier", DAY, "2020-02-17"),
        ("the following week", make_week(date(2020, 3, 5)), "2020-03-09"),
        ("the previous month", None, "2021-11-01"),
        ("the following month", FEBRUARY, "2021-03-01"),
        ("the following month", FIRST_QUARTER, None),
        ("the following month", YEAR, None),
        ("the following month", None, None),
        ("two years earlier", YEAR, "2017-01-01"),
    ],
)
def test_what_leans_on_a_time_named_before_wants_one_as_fine(
    text: str, previous: Period | None, first: str | None
) -> None:
    period = read_hit(scan(text)[0], Anchor(WEDNESDAY, previous=previous))
    assert (period and str(period.first)) == first


@pytest.mark.parametrize(
    ("text", "previous", "of_figures", "otherwise"),
    [
        ("a year earlier", None, "2020-07-01 2020-09-30", "2020-01-01 2020-12-31"),
        ("a year earlier", DAY, "2020-07-01 2020-09-30", "2020-01-01 2020-12-31"),
        ("a year earlier", FEBRUARY, "2020-02-01 2020-02-29", "2020-02-01 2020-02-29"),
        ("a year earlier", FIRST_QUARTER, "2020-01-01 2020-03-31", "2020-01-01 2020-03-31"),
        ("a year earlier", YEAR, "2018-01-01 2018-12-31", "2018-01-01 2018-12-31"),
        ("a year ago", YEAR, "2020-07-01 2020-09-30", "2020-01-01 2020-12-31"),
        ("the year-ago quarter", YEAR, "2020-07-01 2020-09-30", "2020-07-01 2020-09-30"),
    ],
)
def test_a_year_earlier_is_the_time_that_figures_are_compared_with(
    text: str, previous: Period | None, of_figures: str, otherwise: str
) -> None:
    for compares, meaning in ((True, of_figures), (False, otherwise)):
        anchor = Anchor(WEDNESDAY, previous=previous, compares_figures=compares)
        period = read_hit(scan(text)[0], anchor)
        assert period
        assert f"{period.first} {period.last}" == meaning


@pytest.mark.parametrize(
    "weekday", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
)
def test_a_weekday_written_on_that_day_is_that_day(weekday: str) -> None:
    on = next(date(2021, 12, day) for day in range(1, 8) if f"{date(2021, 12, day):%A}" == weekday)
    assert days(weekday, on) == days(weekday, on, "future") == str(on)


@pytest.mark.parametrize(
    "text",
    [
        "31 June 2021",
        "June 31",
        "Feb. 30",
        "the week of Feb. 30",
        "2021-13-01",
        "03/12/2021",
        "several years ago",
        "the past few days",
        "that day",
        "two days later",
        "the next day",
        "the past years",
    ],
)
def test_what_the_calendar_or_the_words_leave_open_has_no_days(text: str) -> None:
    assert days(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "may",
        "march on",
        "$1990",
        "1990%",
        "2000 people",
        "more than 1950",
        "the Sunday Times",
        "Easter Island",
        "Christmas trees",
        "six weeks before the vote",
        "12,2014",
        "a secondary school",
        "no. 1990s4",
    ],
)
def test_what_is_no_expression_of_time(text: str) -> None:
    assert resolve_time(text, WEDNESDAY) is None


def test_february_29_is_sought_in_leap_years() -> None:
    assert days("Feb. 29", date(2021, 3, 1), "past") == "2020-02-29"


WORDS = [
    "Friday",
    "winter",
    "Feb.",
    "29",
    "last",
    "next",
    "this",
    "week",
    "month",
    "year",
    "Dec.",
    "3",
    "31",
    "2021",
    "May",
    "March",
    "the",
    "of",
    "in",
    "quarter",
    "third",
    "ago",
    "two",
    "1990s",
    "Easter",
    "-",
    ",",
    "9999",
    "0001",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.dates())
def test_no_text_and_no_day_breaks_it_and_the_first_day_is_never_after_the_last(
    text: str, on: date
) -> None:
    period = resolve_time(text, on)
    assert period is None or (isinstance(period, Period) and period.first <= period.last)
