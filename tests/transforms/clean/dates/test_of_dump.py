"""From the lines of a dump to all that it says of its dates."""

from datetime import date

import pytest

from transforms.clean.dates.of_dump import gather_dump_dates
from transforms.clean.dates.published import find_published

PARAGRAPH = (
    "The ferry sank within sight of the harbour, and fishermen who had seen its lights go out brought all of the forty passengers ashore. "
    * 2
)


def published(lines, headline_at=None):
    return find_published(gather_dump_dates(lines, headline_at, language="en"))


def test_a_date_between_icons_and_headline_is_found_without_knowing_the_headline():
    lines = [
        "icon bookmark icon camera icon check " * 9,
        "3 Dec, 2021 10:22",
        "",
        "Ferry sinks",
        "Ferry sinks",
        "",
        PARAGRAPH,
    ]
    found = published(lines)
    assert (found.on, found.source, found.precision) == (date(2021, 12, 3), "visible", "day")


def test_a_long_menu_does_not_hide_the_date():
    assert published([*["Menu"] * 90, "Ferry sinks", "3 December 2021", PARAGRAPH]).on == date(
        2021, 12, 3
    )


def test_the_headline_tells_which_of_several_dates_is_the_page_s():
    lines = [
        "Saturday, 11 December 2021",
        *["Menu"] * 9,
        "Ferry sinks",
        "3 December 2021",
        PARAGRAPH,
        "Bus crashes",
        "1 December 2021",
    ]
    assert published(lines, lines.index("Ferry sinks")).on == date(2021, 12, 3)


def test_a_date_below_the_article_needs_a_label_and_no_rival():
    article = ["Ferry sinks", *[PARAGRAPH] * 4]
    assert published([*article, "3 December 2021"], 0).on is None
    assert published([*article, "Published 3 December 2021"], 0).on == date(2021, 12, 3)
    assert (
        published(
            [*article, "Published 3 December 2021", "Bus crashes", "Published 1 December 2021"], 0
        ).on
        is None
    )


def test_a_caption_gives_a_day_that_the_page_is_not_older_than():
    caption = "This photograph, taken on December 20, 2021, shows the ferry leaving port. (Jane Doe/Coast Pictures)"
    found = published(["News / Coast", "Ferry sinks", caption, PARAGRAPH])
    assert (found.on, found.earliest, found.latest, found.source) == (
        None,
        date(2021, 12, 20),
        None,
        "inferred",
    )


def test_a_dump_that_states_nothing_has_no_date():
    found = published(
        [
            "Ferry sinks",
            PARAGRAPH,
            "It is the worst accident since 2014, the coastguard said on Sunday.",
        ]
    )
    assert (found.on, found.source, found.precision) == (None, "none", "unknown")


def test_a_date_right_above_the_headline_is_the_page_s():
    assert published(["3 May 2024", "", "Ferry sinks", "", PARAGRAPH], 2).on == date(2024, 5, 3)


def test_the_day_of_a_change_is_told_apart_from_that_of_publication():
    lines = ["Ferry sinks", "Published: 3 May 2024", "Updated: 5 May 2024", PARAGRAPH]
    facts = gather_dump_dates(lines, 0, language="en")
    assert [statement.text for statement in facts.modified] == ["Updated: 5 May 2024"]
    assert {statement.text for statement in facts.published} == {"Published: 3 May 2024"}


@pytest.mark.parametrize(
    ("line", "is_of_the_page"),
    [
        ("Open day: 4 July 2019", False),
        ("Next meeting of the board: 4 July 2019", False),
        ("Portes ouvertes : 4 juillet 2019", False),
        ("Tag der offenen Tür: 4. Juli 2019", False),
        ("Ann Lee: 4 July 2019", True),  # who wrote
        ("Larkfield: 4 July 2019", True),  # where
        ("Story date: 4 July 2019", True),
        ("Дата публикации: 04.07.2019", True),
        ("By Ann Lee of the Gazette: 4 July 2019", True),
    ],
)
def test_a_day_with_a_label_of_its_own_is_none_of_publication(line, is_of_the_page):
    found = published(["Ferry sinks", line, PARAGRAPH], 0)
    assert (found.on == date(2019, 7, 4)) == is_of_the_page
