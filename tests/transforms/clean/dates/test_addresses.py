"""The day in the path of an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.clean.dates.addresses import url_dates


def texts_of(path):
    return [statement.text for statement in url_dates(f"https://gazette.example{path}")]


@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_of_two_digits_is_read_whole(month):
    assert texts_of(f"/2022/{month:02}/harbour-report") == [f"2022-{month:02}"]
    assert texts_of(f"/2022/{month:02}/132377/") == [f"2022-{month:02}"]
    assert texts_of(f"/2022/{month:02}/09/harbour-report") == [f"2022-{month:02}-09"]
    assert texts_of(f"/2022{month:02}09/harbour-report") == [f"2022-{month:02}-09"]


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("/2024/3/5/ferry", ["2024-03-05"]),
        ("/2024%2d03%2D05%2dferry", ["2024-03-05"]),
        ("/news/2024/mar/05/ferry", ["05 mar 2024"]),
        ("/blog/2024/March/05/ferry/", ["05 March 2024"]),
        ("/2024/march/ferry", ["march 2024"]),
        ("/2024-03/05/c_1128.htm", ["2024-03-05"]),
        ("/2024-3-5/ferry", ["2024-03-05"]),
        ("/2024-03-05-ferry", ["2024-03-05"]),
        ("/ferry-2024-03-05.html", ["2024-03-05"]),
        ("/ferry-20240305.html", ["2024-03-05"]),
        ("/ferry-20249905.html", []),
        ("/ferry-2024030512.html", []),
        ("/25-03-2024/ferry", ["2024-03-25"]),
        ("/05-03-2024/ferry", []),
        ("/ferry_2024_03_05/", ["2024-03-05"]),
        ("/2024/03/05/the-siege-of-2001-09-11", ["2024-03-05", "2001-09-11"]),
    ],
)
def test_a_day_is_read_in_the_ways_that_addresses_write_it(path, texts):
    assert texts_of(path) == texts


@pytest.mark.parametrize(
    "path",
    [
        "/politics/2023-24-budget-ports",
        "/schools/2021-22/meals",
        "/2021-22/12/table",
        "/football/2011-12/04/",
        "/sport/2023-24-12-teams-relegated",
        "/2023/10-20-percent-off",
        "/2024/0305/ferry",
        "/20243/ferry",
        "/2024/13/05/ferry",
        "/2024/02/31/ferry",
        "/2024/best/10/",
        "/id/33386398",
        "/top-10-of-2024",
        "/ferry?date=2024/03/05/",
        "/ferry#/2024/03/05/",
    ],
)
def test_seasons_numbers_and_queries_are_no_days(path):
    assert not any(text.count("-") == 2 for text in texts_of(path))


def test_a_slug_that_begins_with_a_number_leaves_the_month():
    assert texts_of("/2022/12/10-best-songs") == ["2022-12"]
    assert texts_of("/2022/12/3-5-million-people") == ["2022-12"]
    assert texts_of("/2022/3/5-best-songs") == ["2022-03"]
    assert texts_of("/2022/3/harbour-report") == ["2022-03"]
    assert texts_of("/2022/3/132377/harbour-report") == texts_of("/2022/0/harbour-report") == []


@given(st.text(max_size=60))
def test_no_address_is_too_odd(path):
    assert isinstance(texts_of(path), list)
    assert isinstance(url_dates(path), list)
