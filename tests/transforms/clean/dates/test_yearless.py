"""Days by the headline that do not say of which year."""

from datetime import date

import pytest

from transforms.clean.dates.published import DateFacts, DateStatement, find_published
from transforms.clean.dates.yearless import find_yearless_days, place_within

CHANGED = DateStatement("meta", "article:modified_time", "2024-03-09T10:00:00Z")
PARAGRAPH = "The ferry came back to the island after a winter of repairs and quarrels. " * 3


def day_of(line, language=None, change=CHANGED, fetched_on=None):
    yearless = find_yearless_days(["Ferry back", line, PARAGRAPH], 0, language)
    found = find_published(DateFacts((), (change,), yearless=yearless, fetched_on=fetched_on))
    return found.on


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Wednesday, March 6", "en"),
        ("Published Wed 6 Mar, 09:15", "en"),
        ("Mittwoch, 6. März", "de"),
        ("6 mars à 9h15", "fr"),
        ("6 de marzo", "es"),
        ("Harbour | March 6th", "en"),
        ("6 марта, среда", "ru"),
    ],
)
def test_a_day_without_a_year_is_the_last_such_day_before_the_change(line, language):
    assert day_of(line, language) == date(2024, 3, 6)


def test_it_is_inferred_and_tells_from_what():
    yearless = find_yearless_days(["Ferry back", "6 March", PARAGRAPH], 0, "en")
    found = find_published(DateFacts((), (CHANGED,), yearless=yearless))
    assert (found.source, found.precision) == ("inferred", "day")
    assert found.evidence == "by the headline: 6 March; not after 2024-03-09"


@pytest.mark.parametrize(
    "line",
    [
        "Tuesday, March 6",  # it was a Wednesday
        "June 6",  # nine months before
        "6 March 2020",
        "Updated March 6",
        "The ferry sank on the night of 6 March.",
        "30 February",
        "Chapter 6",
    ],
)
def test_a_day_that_may_be_of_any_year_or_of_something_else_is_none(line):
    assert day_of(line, "en") is None


def test_the_day_of_the_fetch_bounds_it_where_no_change_is_told():
    yearless = find_yearless_days(["Ferry back", "28 December", PARAGRAPH], 0, "en")
    found = find_published(DateFacts(yearless=yearless, fetched_on=date(2024, 1, 3)))
    assert found.on == date(2023, 12, 28)


def test_below_the_first_paragraph_it_is_of_other_stories():
    assert find_yearless_days(["Ferry back", PARAGRAPH, "6 March"], 0, "en") == ()
    assert find_yearless_days(["6 March", "Ferry back"], None, "en") == ()


@pytest.mark.parametrize(
    ("line", "last", "on"),
    [
        ("Sunday, 10 September", date(2024, 3, 8), date(2023, 9, 10)),
        ("Sunday, 10 September", date(2024, 3, 9), None),
        ("6 February", date(2024, 3, 8), date(2024, 2, 6)),
        ("6 February", date(2024, 3, 9), None),
    ],
)
def test_how_far_back_it_may_lie(line, last, on):
    [day] = find_yearless_days(["Ferry back", line], 0, "en")
    assert place_within(day, last) == on


@pytest.mark.parametrize(
    "line",
    ["Open from 2 March 2019 to 6 March 2019", "From 6 March 2019", "Open until March 6, 2019"],
)
def test_a_day_whose_year_follows_is_of_no_other_year(line):
    assert find_yearless_days(["Ferry back", line, PARAGRAPH], 0, "en") == ()
