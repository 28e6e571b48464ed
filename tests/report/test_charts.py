"""Drawings say what the rows say, to eyes and to a screen reader."""

import re
from datetime import date, timedelta

import pytest

from report.charts import draw_axis, draw_columns, draw_name, draw_ties, find_top

ROWS = [
    {"day": date(2024, 3, 1), "count": 2},
    {"day": date(2024, 3, 2), "count": 4},
    {"day": date(2024, 3, 5), "count": 1},
]


def test_each_day_has_a_column_as_high_as_its_count_and_a_day_without_has_none() -> None:
    drawn = draw_columns(ROWS, "day", "count", "Articles")
    heights = [float(height) for height in re.findall(r'<rect [^>]*height="([\d.]+)"', drawn)]
    places = [float(x) for x in re.findall(r'<rect [^>]*x="([\d.]+)"', drawn)]
    assert heights[1] == pytest.approx(2 * heights[0], abs=0.2)
    assert places[2] - places[1] == pytest.approx(3 * (places[1] - places[0]), abs=0.3)
    assert re.findall("<title>(.*?)</title>", drawn) == [
        "2024-03-01: 2",
        "2024-03-02: 4",
        "2024-03-05: 1",
    ]
    assert 'role="img" aria-label="Articles"' in drawn


def test_years_of_months_stay_within_the_picture() -> None:
    rows = [
        {"day": date(2020, 1, 1) + timedelta(days=31 * number), "count": number}
        for number in range(60)
    ]
    drawn = draw_columns(rows, "day", "count", "Articles")
    right = [
        float(x) + float(width)
        for x, width in re.findall(r'x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', drawn)
    ]
    assert max(right) <= 721


def test_one_day_is_told_once_and_two_at_either_end() -> None:
    def ends(count: int) -> list[str]:
        drawn = draw_columns(ROWS[:count], "day", "count", "Articles")
        return re.findall(r'<text x="(\d+)" y="196"[^>]*>(.*?)</text>', drawn)

    assert ends(1) == [("44", "2024-03-01")]
    assert ends(2) == [("44", "2024-03-01"), ("720", "2024-03-02")]


@pytest.mark.parametrize(("top", "ticks"), [(4, ["0", "2", "4"]), (5, ["0", "5"])])
def test_the_axis_has_a_tick_half_way_where_that_is_a_whole_number(
    top: int, ticks: list[str]
) -> None:
    assert re.findall(">([0-9]+)</text>", "".join(draw_axis(top))) == ticks


def test_a_name_of_thirty_two_letters_is_told_whole_and_a_longer_one_cut() -> None:
    name = "The Harbour Post and its Evening"
    assert f">{name}</text>" in draw_name(name, 0, 0, "end")
    assert f">{name[:31]}…</text>" in draw_name(f"{name}s", 0, 0, "end")


@pytest.mark.parametrize(
    ("most", "top"), [(0, 1), (1, 1), (2, 2), (3, 5), (7, 10), (10, 10), (11, 20), (1234, 2000)]
)
def test_the_axis_ends_at_a_round_number(most: int, top: int) -> None:
    assert find_top(most) == top


def test_ties_name_both_sides_once_and_say_how_strong_each_is() -> None:
    rows = [
        {"source": "Nordwire", "outlet": "Post", "count": 3},
        {"source": "Nordwire", "outlet": "<Tribuna>", "count": 1},
    ]
    drawn = draw_ties(rows, "source", "outlet", "count", "Ties")
    assert re.findall("<text[^>]*>(.*?)</text>", drawn) == ["Nordwire", "Post", "&lt;Tribuna&gt;"]
    assert "<title>Nordwire to Post: 3</title>" in drawn


@pytest.mark.parametrize(
    "drawn", [draw_columns([], "day", "count", "x"), draw_ties([], "a", "b", "c", "x")]
)
def test_nothing_is_drawn_of_nothing(drawn: str) -> None:
    assert drawn == ""
