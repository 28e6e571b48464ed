"""Answers that people read: telling columns whole, long texts cut, and a word on what is not
shown.
"""

import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.commands.tables import Columns, draw_records, draw_table, measure

QUOTE = (
    "The watch was reduced in spring, and nobody on the bridge had asked for it or been told why."
)
QUOTES: Columns = {
    "speaker": ["Marek Zielinski", "Aino Lehtonen"],
    "quote": [QUOTE, "No."],
    "outlet": ["Baltic Observer", None],
    "word_count": [18, 1],
    "is_in_title": [False, True],
}
WORDS = st.text(string.ascii_letters + " äß漢字\n\x1b", max_size=60)
ROWS = st.lists(st.tuples(WORDS, st.integers(), st.none() | WORDS), max_size=5)


def test_on_a_pipe_everything_stands_in_one_line_a_row() -> None:
    lines = draw_table(QUOTES).splitlines()
    assert lines[0].split() == list(QUOTES)
    assert QUOTE in lines[2]
    assert lines[-1] == "2 rows"


@pytest.mark.parametrize("width", [20, 40, 80, 100, 160])
def test_on_a_screen_no_line_is_longer_than_it(width: int) -> None:
    assert max(map(measure, draw_table(QUOTES, width=width).splitlines())) <= width


def test_a_text_that_does_not_fit_ends_in_an_ellipsis_and_columns_without_room_are_named() -> None:
    drawn = draw_table(QUOTES, width=60)
    assert "Marek Zielinski  The watch was reduced" in drawn
    assert "…" in drawn
    assert drawn.splitlines()[-2:] == [
        "2 rows, 2 columns more (--format record or csv shows them):",
        "word_count, is_in_title",
    ]


def test_numbers_are_never_cut_and_stand_to_the_right() -> None:
    drawn = draw_table({"pages": [7, 1_234_567_890_123], "address": ["x" * 90, ""]}, width=40)
    assert drawn.splitlines()[2].startswith("            7  xxx")
    assert "1234567890123" in drawn


def test_a_record_shows_each_value_in_a_line_of_its_own_and_long_ones_folded() -> None:
    lines = draw_records(
        {"speaker": ["Ann Brook"], "quote": [QUOTE], "outlet": [None]}, 60
    ).splitlines()
    assert lines[0].startswith("── 1 ──")
    assert lines[1] == "speaker  Ann Brook"
    assert lines[2].startswith("quote    The watch")
    assert lines[3].startswith("         ")
    assert lines[-2:] == ["outlet", "1 row"]


def test_a_text_of_a_whole_article_is_cut_in_a_record_on_a_screen_only() -> None:
    article = {"text": ["word " * 1_000]}
    assert "(3,000 characters" in draw_records(article, 80)
    assert "more" not in draw_records(article)


@settings(max_examples=40)
@given(rows=ROWS, width=st.integers(30, 120))
def test_whatever_pages_say_no_line_breaks_the_screen(
    rows: list[tuple[str, int, str | None]], width: int
) -> None:
    columns = {
        "title": [row[0] for row in rows],
        "count": [row[1] % 1000 for row in rows],
        "detail": [row[2] for row in rows],
    }
    for drawn in (draw_table(columns, width=width), draw_records(columns, width)):
        assert "\x1b" not in drawn
        assert max(map(measure, drawn.splitlines())) <= width


def test_twenty_thousand_rows_are_drawn_at_once() -> None:
    columns = {f"column_{number}": ["some words of a quote"] * 20_000 for number in range(8)}
    started = time.process_time()
    draw_table(columns, width=100)
    assert time.process_time() - started < 3
