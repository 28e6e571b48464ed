"""The numbers by which a page's dates are read: what is short or near enough is taken, what is not
is left, and either fails where the number is doubled or halved.
"""

from datetime import date

import pytest

from tests.numbers import TIDE, Limit, Number, fill
from transforms.clean.dates import captions, fields, labels, order, published, read, shown, visible
from transforms.clean.markup.markup import Dated, Markup
from transforms.records import DateSource

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


def states_one(*stated: tuple[str, str]) -> bool:
    """Of objects with a headline and a day that are not the page's."""
    things = [
        {"@type": "NewsArticle", "headline": headline, "datePublished": day}
        for headline, day in stated
    ]
    return bool(list(fields.of_article(Markup(json_ld=tuple(things)), "datePublished", iso=True)))


def is_published(text: str, source: DateSource = "meta") -> bool:
    stated = published.DateStatement(source, "date", text)
    facts = published.DateFacts((stated,), fetched_on=date(2024, 5, 3))
    return published.find_published(facts).on is not None


def is_shown_day(text: str) -> bool:
    """Whether the day that is shown is taken, where the machine's is that of the last change."""
    machine = published.DateStatement("meta", "date", "2024-05-09")
    seen = published.DateStatement("visible", "by the headline", text)
    change = published.DateStatement("meta", "modified", "2024-05-10")
    found = published.find_published(published.DateFacts((machine, seen), (change,)))
    return found.on != date(2024, 5, 9)


def is_rebuilt(changed_on: str) -> bool:
    machine = published.DateStatement("meta", "date", "2024-05-09")
    seen = published.DateStatement("visible", "by the headline", "2024-05-01")
    change = published.DateStatement("meta", "modified", changed_on)
    found = published.find_published(published.DateFacts((machine, seen), (change,)))
    return found.on == date(2024, 5, 1)


def is_bracket(caption: str) -> bool:
    return published.find_published(published.DateFacts(captions=(caption,))).earliest is not None


def is_clock_of_earth(zone: str) -> bool:
    return read.read_dates(f"2024-05-03 10:30{zone}")[0].at is not None


def is_month(text: str) -> bool:
    return read.read_date(text) is not None


def is_solar(language: str) -> bool:
    return read.read_dates("1403/02/14", language)[0].earliest == date(2024, 5, 3)


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


LIMITS = [
    Limit(
        "days of other stories",
        lambda days: states_one(*days),
        (("Ships", "2024-05-03"), ("Tide", "2024-05-03")),
        (("Ships", "2024-05-03"), ("Tide", "2024-05-04")),
    ),
    Limit(
        "headlines of one day each",
        lambda days: states_one(*days),
        (("Ships", "2024-05-03"), ("Ships", "2024-05-04")),
        (("Ships", "2024-05-03"), ("Tide", "2024-05-04")),
    ),
    Limit(
        "letters of a label",
        labels.is_only_a_label,
        "Published on".rjust(30),
        "Published on".rjust(31),
    ),
    Limit(
        "letters beside a label", labels.is_only_a_label, "Published abcdef", "Published abcdefg"
    ),
    Limit("a label", labels.is_only_a_label, "Published", "abcdef"),
    Limit(
        "no month is a thirteenth",
        lambda pair: order._order_of_calendar([pair]) is False,
        (13, 3, 24),
        (12, 3, 24),
    ),
    Limit(
        "nor in the second place",
        lambda pair: order._order_of_calendar([pair]) is True,
        (3, 13, 24),
        (3, 12, 24),
    ),
    Limit("the first day of any page", is_published, "1990-01-01", "1989-12-31"),
    Limit("the day after it was fetched", is_published, "2024-05-04", "2024-05-05"),
    Limit("a day between two that differ", is_shown_day, "2024-05-07", "2024-05-08"),
    Limit("a day after the change", is_rebuilt, "2024-05-10", "2024-05-11"),
    Limit(
        "the first day of a caption",
        is_bracket,
        "The pier on 1 January 1990 (photo by Ann Lee)",
        "The pier on 31 December 1989 (photo by Ann Lee)",
    ),
    Limit("the farthest clock", is_clock_of_earth, "+14:00", "+14:01"),
    Limit("minutes of a zone", is_clock_of_earth, "+01:59", "+01:60"),
    Limit("the last month", is_month, "2024-12", "2024-13"),
    Limit("the first month", is_month, "2024-01", "2024-00"),
    Limit("a year of the solar calendar", is_solar, "fa", "en"),
]


@pytest.mark.parametrize("limit", LIMITS, ids=str)
def test_what_is_just_within_a_limit_is_taken_and_what_is_just_beyond_is_not(limit: Limit) -> None:
    assert limit.holds()
