"""The numbers by which a page's dates are read: what is short or near enough is taken, what is not
is left, and either fails where the number is doubled or halved.
"""

import pytest

from tests.numbers import TIDE, Number, fill
from transforms.clean.dates import captions, fields, published, read, shown, visible
from transforms.clean.markup.markup import Dated, Markup

DAY = "3 May 2024"
HEADLINE = "Harbour stays shut"
CAPTION = ("The frigate in the Black Sea, 20 December 2021", " (photo by Jane Doe)")


def is_caption(line: str) -> bool:
    return bool(list(captions.find_captions([line])))


def is_own(headline: str) -> bool:
    return fields._bears_headline({"headline": headline}, Markup(title="Harbour stays shut today"))


def is_whole(text: str) -> bool:
    return str(published.DateStatement("meta", "date", text)).endswith(text)


def is_date_behind(letters: int) -> bool:
    return bool(read.read_dates(f"{'n' * letters} {DAY}"))


def has_clock(gap: int) -> bool:
    return read.read_dates(f"{DAY}{' ' * gap}10:30 UTC")[0].at is not None


def has_weekday(gap: int) -> bool:
    return read.read_dates(f"Saturday{' ' * gap}04/05/2024")[0].other_order is None


def is_date_mark(boxes: int) -> bool:
    return shown._is_date_mark(Dated(DAY, "p " * boxes + "date"))


def is_short(text: str) -> bool:
    return shown._is_short(Dated(text, "date"))


def find_below(*lines: str) -> list[visible.VisibleDate]:
    return visible.find_visible_dates([HEADLINE, *lines], 0)


def is_close(lines_between: int) -> bool:
    lines = [DAY, *["The pier"] * lines_between, HEADLINE]
    return visible.find_visible_dates(lines, len(lines) - 1)[0].is_close


def is_below_three(line: str) -> bool:
    return bool(find_below(line, line, line, DAY))


def is_below_paragraphs(paragraphs: int) -> bool:
    return bool(find_below(*[TIDE * 50] * paragraphs, DAY))


def is_seen(line: str) -> bool:
    return bool(find_below(line))


def has_clock_in_text(line: str) -> bool:
    return find_below(line)[0].text.endswith("10:30")


CASES = [
    Number(captions, "MAX_CAPTION", is_caption, fill(500, *CAPTION), fill(501, *CAPTION)),
    Number(fields, "ALIKE", is_own, "Harbour traders fear today", "Harbour traders fear"),
    Number(published, "MAX_EVIDENCE", is_whole, fill(194, DAY), fill(195, DAY)),
    Number(read, "MAX_TEXT", is_date_behind, 1_989, 1_990),
    Number(read, "CLOCK_WINDOW", has_clock, 31, 32),
    Number(read, "WEEKDAY_WINDOW", has_weekday, 12, 13),
    Number(shown, "OWN_MARKS", is_date_mark, 11, 12),
    Number(shown, "MAX_LETTERS", is_short, f"{DAY}{TIDE * 14} n", f"{DAY}{TIDE * 14} no"),
    Number(visible, "LINES_JUST_ABOVE", is_close, 1, 2),
    Number(visible, "LONG_LINE", is_below_three, fill(170), fill(171)),
    Number(visible, "PARAGRAPHS_OF_HEAD", is_below_paragraphs, 2, 3),
    Number(visible, "MAX_LINE", is_seen, f"{DAY}{' |' * 95}", f"{DAY}{' |' * 95}|"),
    Number(visible, "MAX_LETTERS", is_seen, f"{DAY} |{TIDE * 15}", f"{DAY} |{TIDE * 15} n"),
    Number(
        *(visible, "CLOCK_AND_ZONE", has_clock_in_text),
        f"{DAY}, in the morning at 10:30",
        f"{DAY}, early in the morning of the day at 10:30",
    ),
    Number(
        *(visible, "MAX_LETTERS_BEFORE_STOP", is_seen),
        f"North pier two, {DAY}.",
        f"North pier four, {DAY}.",
    ),
    Number(
        *(visible, "MAX_BYLINE", is_seen),
        f"Ann Lee and Bo Ek, {DAY}",
        f"Ann Lee, Bo Ek and Cy, {DAY}",
    ),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)
