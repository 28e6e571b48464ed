"""From what a page says of its dates to when it was published."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.clean.dates.published import DateFacts, DateStatement, find_published
from transforms.records import Published

FETCHED = date(2024, 6, 30)


def says(source, text, label="datePublished"):
    return DateStatement(source, label, text)


def published(*statements, **facts):
    return find_published(DateFacts(published=statements, **({"fetched_on": FETCHED} | facts)))


def test_the_first_statement_that_is_a_day_decides_and_is_the_evidence():
    found = published(
        says("json-ld", "soon"),
        says("meta", "2024-03-05T10:00:00+01:00"),
        says("visible", "6 March 2024"),
    )
    assert (found.on, found.at) == (date(2024, 3, 5), datetime(2024, 3, 5, 9, 0, tzinfo=UTC))
    assert (found.source, found.precision, found.evidence) == (
        "meta",
        "second",
        "datePublished: 2024-03-05T10:00:00+01:00",
    )


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-32",
        "0001-01-01T00:00:00",
        "1970-01-01",
        "2024-07-02",
        "2031-01-01T00:00:00Z",
        "n/a",
    ],
)
def test_an_invented_an_ancient_or_a_future_day_is_no_date(text):
    found = published(says("json-ld", text))
    assert (found.on, found.at, found.precision, found.source, found.earliest, found.latest) == (
        None,
        None,
        "unknown",
        "none",
        None,
        None,
    )
    assert found.evidence == f"no date: datePublished: {text}"


def test_tomorrow_is_possible_because_the_world_is_round():
    assert published(says("json-ld", "2024-07-01")).on == date(2024, 7, 1)


def test_no_statement_is_no_date():
    assert published() == Published()


def test_a_month_is_a_bracket_and_has_no_day():
    found = published(says("visible", "March 2024"))
    assert (found.on, found.precision, found.earliest, found.latest) == (
        None,
        "month",
        date(2024, 3, 1),
        date(2024, 3, 31),
    )


def test_a_day_further_down_beats_a_month():
    assert published(says("meta", "2024-03"), says("url", "2024-03-05")).on == date(2024, 3, 5)


def test_a_page_is_not_older_than_its_captions():
    captions = (
        "A ferry leaves port on 20 December 2023 (photo: Jane Doe)",
        "The quay on 3 May 2019 (photo: Jane Doe)",
    )
    found = published(captions=captions)
    assert (found.on, found.source, found.precision) == (None, "inferred", "range")
    assert (found.earliest, found.latest) == (date(2023, 12, 20), FETCHED)
    assert found.evidence == f"not before caption: {captions[0]}"


def test_a_page_is_not_younger_than_its_last_change():
    found = published(modified=(says("meta", "2024-02-01T08:00:00Z", "article:modified_time"),))
    assert (found.on, found.source, found.latest) == (None, "inferred", date(2024, 2, 1))
    assert found.modified_at == datetime(2024, 2, 1, 8, 0, tzinfo=UTC)


def test_the_only_day_that_readers_see_is_inferred_even_if_it_is_that_of_a_change():
    found = published(
        modified=(says("visible", "Updated 1 February 2024", "modified by the headline"),)
    )
    assert (found.on, found.source, found.evidence) == (
        date(2024, 2, 1),
        "inferred",
        "not after modified by the headline: Updated 1 February 2024",
    )


def test_a_change_is_kept_apart_from_publication():
    found = published(says("meta", "2024-01-10"), modified=(says("meta", "2024-02-01T08:00:00Z"),))
    assert (found.on, found.modified_at) == (
        date(2024, 1, 10),
        datetime(2024, 2, 1, 8, 0, tzinfo=UTC),
    )


def test_the_day_on_the_page_is_the_local_one_of_a_moment_in_utc():
    found = published(says("json-ld", "2024-02-24T04:13:00Z"), says("visible", "February 23, 2024"))
    assert (found.on, found.at) == (date(2024, 2, 23), datetime(2024, 2, 24, 4, 13, tzinfo=UTC))


def test_a_day_that_no_clock_showed_at_that_moment_is_another_statement():
    assert published(
        says("json-ld", "2024-02-24T14:03:00Z"), says("visible", "25 February 2024")
    ).on == date(2024, 2, 24)


def test_a_stamp_of_the_last_build_gives_way_to_the_day_on_the_page():
    changed = (says("json-ld", "2024-06-12", "dateModified"),)
    assert published(
        says("json-ld", "2024-06-12"), says("visible", "2 November 2022"), modified=changed
    ).on == date(2022, 11, 2)
    assert published(says("json-ld", "2024-06-12"), says("visible", "2 November 2022")).on == date(
        2024, 6, 12
    )


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        ({"language": "en-US"}, date(2024, 3, 4)),
        ({"language": "en-GB"}, date(2024, 4, 3)),
        ({"language": "de"}, date(2024, 4, 3)),
        ({"language": "en", "url": "https://ledger.example.us/flood"}, date(2024, 3, 4)),
        ({"language": "en", "url": "https://www.gazette.example.co.uk/lido"}, date(2024, 4, 3)),
        ({"language": "en", "modified": (says("meta", "25/04/2024"),)}, date(2024, 4, 3)),
        ({"language": "en", "modified": (says("meta", "04/25/2024"),)}, date(2024, 3, 4)),
        ({"language": "en", "modified": (says("meta", "2024-03-04T23:00:00Z"),)}, date(2024, 3, 4)),
    ],
)
def test_day_and_month_are_ordered_by_the_language_the_address_and_the_other_dates(facts, day):
    assert published(says("visible", "03/04/2024"), **facts).on == day


def test_a_date_whose_order_nothing_tells_is_a_bracket_of_its_two_days():
    found = published(
        says("visible", "03/04/2024"), language="en", url="https://gazette.example.com/lido"
    )
    assert (found.on, found.precision) == (None, "range")
    assert (found.earliest, found.latest) == (date(2024, 3, 4), date(2024, 4, 3))


def test_an_address_that_is_none_breaks_nothing():
    assert published(says("visible", "03/04/2024"), language="en", url="http://[broken").on is None


TEXTS = st.one_of(
    st.dates(date(1980, 1, 1), date(2030, 1, 1)).map(str),
    st.builds("{}T{:%H:%M:%S}Z".format, st.dates(date(1980, 1, 1), date(2030, 1, 1)), st.times()),
    st.dates(date(1980, 1, 1), date(2030, 1, 1)).map(lambda day: f"Photo taken on {day:%d/%m/%Y}"),
    st.sampled_from(
        [
            "March 2024",
            "2019",
            "2024-02-30",
            "",
            "03/04/2024",
            "9999-12-31T23:59:59+00:00",
            "0001-01-01T00:00:00Z",
        ]
    ),
)
STATEMENTS = st.lists(
    st.builds(says, st.sampled_from(["json-ld", "meta", "visible", "url", "given"]), TEXTS),
    max_size=4,
).map(tuple)


@settings(deadline=None, max_examples=200)
@given(
    STATEMENTS,
    STATEMENTS,
    st.lists(TEXTS, max_size=2).map(tuple),
    st.sampled_from([None, "en", "en-US", "de"]),
)
def test_the_day_lies_in_the_bracket_and_precision_says_what_is_filled(
    stated, modified, captions, language
):
    found = find_published(
        DateFacts(stated, modified, captions, language=language, fetched_on=FETCHED)
    )
    if found.on:
        assert (found.earliest or found.on) <= found.on <= (found.latest or found.on)
        assert date(1605 if found.source == "given" else 1990, 1, 1) <= found.on <= date(2024, 7, 1)
    if found.earliest and found.latest:
        assert found.earliest <= found.latest
    assert (found.at is not None) == (found.precision in ("minute", "second"))
    assert (found.on is not None) == (found.precision in ("day", "minute", "second"))
    assert (
        (found.source == "none")
        == (found.precision == "unknown")
        == (found.earliest is None and found.latest is None)
    )
    assert (found.evidence is not None) == bool(stated or found.source != "none")


def test_a_record_of_a_newspapers_archive_may_be_older_than_the_web() -> None:
    facts = DateFacts((DateStatement("given", "published_at", "1989-10-30"),))
    assert find_published(facts).on == date(1989, 10, 30)


def test_a_page_older_than_the_web_is_about_that_day_and_not_of_it() -> None:
    facts = DateFacts((DateStatement("visible", "byline", "30 October 1989"),))
    assert find_published(facts).on is None
