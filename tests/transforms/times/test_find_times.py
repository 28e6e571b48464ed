"""Expressions of time in articles: where they stand, and what they mean there."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tests.cpu import cpu_seconds
from transforms.grammar.parse import parse_document
from transforms.records import Article, Document, Published, TimeMention
from transforms.times import find_times

WEDNESDAY = Published(on=date(2021, 12, 15), precision="day", source="meta")


def make_article(
    text: str,
    title: str | None = None,
    published: Published = WEDNESDAY,
    dateline: str | None = None,
) -> Article:
    return Article(
        "a1",
        Document("page", "0", title, text, published=published, dateline=dateline),
        len(text.split()),
    )


def find(text: str, nlp: Language | None = None, **document: object) -> list[TimeMention]:
    article = make_article(text, **document)
    return find_times(article, parse_document(article.document, nlp) if nlp else None)


def told(mentions: list[TimeMention]) -> list[tuple[str, str | None, str | None]]:
    return [
        (found.text, *(str(day) if day else None for day in (found.date_from, found.date_to)))
        for found in mentions
    ]


def test_each_mention_says_where_it_stands_and_which_rule_read_it() -> None:
    (found,) = find("The harbour closed.\n\nIt opens again on Dec. 20, 2021, the mayor said.")
    assert found == TimeMention(
        "a1",
        False,
        "Dec. 20, 2021",
        39,
        52,
        date(2021, 12, 20),
        date(2021, 12, 20),
        "day",
        "full_date",
    )


def test_the_title_has_offsets_of_its_own() -> None:
    in_title, in_text = find("They met in 2019.", title="Talks begin in 2021")
    assert (in_title.in_title, in_title.char_start, in_title.text) == (True, 15, "2021")
    assert (in_text.in_title, in_text.char_start, in_text.text) == (False, 12, "2019")


def test_a_possessive_is_no_part_of_the_span() -> None:
    assert told(find("Monday's call lasted an hour.")) == [("Monday", "2021-12-13", "2021-12-13")]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("The ministers will meet on Friday.", "2021-12-17"),
        ("The ministers met on Friday.", "2021-12-10"),
        ("The ministers plan to meet on Friday.", "2021-12-17"),
        ("The minister was speaking on Friday.", "2021-12-10"),
        ("The trial is due to begin on Friday.", "2021-12-17"),
        ("The vote is scheduled for Friday.", "2021-12-17"),
        ("The envoy said the court would rule on Friday.", "2021-12-17"),
        ("The envoy told reporters on Friday that the court would rule.", "2021-12-10"),
        ("The bridge has been closed since Friday.", "2021-12-10"),
        ("Workers must leave the mine by Friday.", "2021-12-17"),
    ],
)
def test_the_verb_of_the_clause_says_which_friday(nlp: Language, text: str, meaning: str) -> None:
    assert told(find(text, nlp)) == [("Friday", meaning, meaning)]


def test_a_headline_with_to_points_ahead(nlp: Language) -> None:
    assert told(find("No more is known.", nlp, title="Premier to visit Porto on Friday")) == [
        ("Friday", "2021-12-17", "2021-12-17")
    ]


def test_a_day_counted_from_another_is_read_in_its_paragraph() -> None:
    text = "The storm came on December 3, 2021. Two days later it was gone.\n\nTwo days later the schools opened."
    assert told(find(text))[1:] == [
        ("Two days later", "2021-12-05", "2021-12-05"),
        ("Two days later", None, None),
    ]


def test_a_year_earlier_is_the_same_quarter_where_figures_are_compared() -> None:
    text = "Net profit fell 4% in the third quarter from a year earlier, the shipyard said in its report to the owners of its shares."
    assert told(find(text))[1] == ("a year earlier", "2020-07-01", "2020-09-30")


def test_a_year_ago_is_the_year_where_nothing_is_counted() -> None:
    text = "She left the choir a year ago and has since then lived with her two dogs in a small house by the river that floods."
    assert told(find(text)) == [("a year ago", "2020-01-01", "2020-12-31")]


def test_where_the_day_of_writing_is_unknown_only_what_states_its_year_has_days() -> None:
    assert told(find("It began on Friday, not in 2019.", published=Published())) == [
        ("Friday", None, None),
        ("2019", "2019-01-01", "2019-12-31"),
    ]


def test_a_bracket_of_the_day_of_writing_brackets_what_is_counted_from_it() -> None:
    published = Published(source="inferred", earliest=date(2021, 12, 13), latest=date(2021, 12, 15))
    yesterday, month = find("It rained yesterday, as it did in December.", published=published)
    assert (yesterday.date_from, yesterday.date_to, yesterday.granularity) == (
        date(2021, 12, 12),
        date(2021, 12, 14),
        "range",
    )
    assert (month.date_from, month.date_to, month.granularity) == (
        date(2021, 12, 1),
        date(2021, 12, 31),
        "month",
    )


def test_a_date_that_is_only_a_month_brackets_too() -> None:
    published = Published(on=date(2021, 12, 1), precision="month", source="url")
    assert told(find("It rained today.", published=published)) == [
        ("today", "2021-12-01", "2021-12-31")
    ]


def test_the_dateline_says_when_the_story_was_written() -> None:
    assert told(find("It rained on Monday.", dateline="PORTO, Dec. 12")) == [
        ("Monday", "2021-12-06", "2021-12-06")
    ]
    assert told(find("It rained on Monday.", dateline="PORTO, Dec. 12, 2020")) == [
        ("Monday", "2021-12-13", "2021-12-13")
    ]


@settings(deadline=None, max_examples=60)
@given(
    st.text(st.sampled_from("FridayDec. 3\n,2019lastweek'–$"), max_size=60), st.text(max_size=20)
)
def test_every_mention_slices_back_and_none_overlap(text: str, title: str) -> None:
    article = make_article(text, title)
    end = {True: 0, False: 0}
    for found in find_times(article):
        source = title if found.in_title else text
        assert source[found.char_start : found.char_end] == found.text
        assert end[found.in_title] <= found.char_start < found.char_end
        end[found.in_title] = found.char_end


# so that every rule reads the text
EVERY_CUE = " Friday, May 2019, last week, today, summer, Christmas, the 1990s"


@pytest.mark.parametrize(
    "piece",
    [
        "Friday ",
        "the ",
        "1",
        "2019-",
        "Dec. 3 ",
        "last year ",
        "January to ",
        "the early ",
        "twenty ",
        " \t",
        "May",
    ],
)
def test_hostile_text_costs_linear_time(piece: str) -> None:
    def cost(length: int) -> float:
        article = make_article(piece * (length // len(piece)) + EVERY_CUE)
        return cpu_seconds(lambda: find_times(article))

    assert cost(20_000) < 8 * max(cost(5_000), 0.02)
