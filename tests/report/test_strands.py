"""Lines over months and ways of words: each says what its rows say, to eyes and to a screen
reader.
"""

import re
from datetime import date

from report.strands import MOST_LETTERS, draw_chains, draw_lines, draw_station

MONTHS = [
    {"place": "Kyiv", "spelling": "Kiev", "month": date(2024, 1, 1), "share": 1.0},
    {"place": "Kyiv", "spelling": "Kyiv", "month": date(2024, 3, 1), "share": 1.0},
    {"place": "Odesa", "spelling": "Odesa", "month": date(2024, 1, 1), "share": 0.5},
    {"place": "Odesa", "spelling": "Odessa <b>", "month": date(2024, 1, 1), "share": 0.5},
]
STEPS = [
    {
        "giver": "Ann Brook",
        "giver_place": 0,
        "taker": "Quay Radio",
        "taker_place": 2,
        "quote_count": 1,
    },
    {
        "giver": "Quay Radio",
        "giver_place": 2,
        "taker": "Nordwire",
        "taker_place": 3,
        "quote_count": 1,
    },
    {
        "giver": "Rui Teles",
        "giver_place": 0,
        "taker": "Nordwire",
        "taker_place": 3,
        "quote_count": 2,
    },
    {"giver": "Nordwire", "giver_place": 3, "taker": "Tribuna", "taker_place": 4, "quote_count": 3},
]


def test_each_spelling_has_a_line_and_a_month_without_it_is_nought() -> None:
    drawn = draw_lines(MONTHS, "place", "spelling", "month", "share")
    assert re.findall("<h3>(.*?)</h3>", drawn) == ["Kyiv", "Odesa"]
    kiev, kyiv, *_ = re.findall(r'<polyline class="line line-\d" points="(.*?)"', drawn)
    (left, top), (right, bottom) = (point.split(",") for point in kiev.split())
    assert kyiv.split() == [f"{left},{bottom}", f"{right},{top}"]
    assert (
        'aria-label="Kyiv: Kiev, Kyiv, from 2024-01 to 2024-03. The same in numbers below."'
        in drawn
    )
    assert "Odessa &lt;b&gt;" in drawn


def test_words_go_from_left_to_right_through_everybody_who_hands_them_on() -> None:
    drawn = draw_chains(STEPS, "Ways")
    placed = {
        name: float(x) for x, name in re.findall(r'<text x="([\d.]+)"[^>]*>(.*?)</text>', drawn)
    }
    assert (
        placed["Rui Teles"]
        == placed["Ann Brook"]
        < placed["Quay Radio"]
        < placed["Nordwire"]
        < placed["Tribuna"]
    )
    assert "<title>Nordwire to Tribuna: 3</title>" in drawn
    assert len(re.findall('<path class="band"', drawn)) == len(STEPS)


def test_a_name_that_just_fits_is_told_whole() -> None:
    name = "Q" * MOST_LETTERS
    assert f">{name}</text>" in draw_station(1, name, 0, 0)
    assert f">{name[1:]}…</text>" in draw_station(1, f"{name}Q", 0, 0)


def test_nothing_is_drawn_of_no_rows() -> None:
    assert draw_lines([], "place", "spelling", "month", "share") == draw_chains([], "Ways") == ""
