"""Records become a table and are the same again, whatever strangers wrote into them."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.parts.codec import make_table, read_table
from flows.sources import PageRef
from flows.steps import Expected, Unchanged
from transforms.records import (
    Article,
    Document,
    Findings,
    Given,
    Published,
    Quote,
    Referent,
    Reject,
    Span,
    TimeMention,
)

WORDS = st.one_of(
    st.text(max_size=8),
    st.sampled_from(["\ud800", "\x00", r"\ud800", "\ud83d\ude00", 'a "b" \\ c\n', "ﬁ"]),
)
MOMENTS = st.datetimes(
    timezones=st.sampled_from([None, UTC, timezone(timedelta(hours=-5, minutes=30))])
)


@st.composite
def make_documents(draw: st.DrawFn) -> Document:
    published = Published(
        draw(st.none() | st.dates()), draw(st.none() | MOMENTS), evidence=draw(st.none() | WORDS)
    )
    return Document(
        draw(WORDS),
        "0" * 64,
        draw(st.none() | WORDS),
        draw(WORDS),
        published=published,
        authors=(draw(WORDS),),
    )


@st.composite
def make_findings(draw: st.DrawFn) -> Findings:
    span = Span(3, 9, draw(WORDS))
    quote = Quote(
        "q1",
        "a1",
        "direct",
        False,
        span.text,
        3,
        9,
        (span, span),
        confidence=draw(st.floats(0, 1)),
        uttered_on=date(2024, 2, 29),
    )
    referent = Referent(
        "r1", "a1", draw(WORDS), "person", ((draw(WORDS), "surname", 2),), roles=("mayor",)
    )
    time = TimeMention("a1", True, draw(WORDS), 0, 4, None, date(2024, 12, 31), "year", "year")
    return Findings(
        Article("a1", draw(make_documents()), 7), (quote,), (), (referent,), (), (time,)
    )


def make_page(words: str) -> Expected:
    return Expected(
        PageRef(
            Path("/pages") / "caf\udce9.html",
            "feed",
            3,
            "caf�.html#3",
            Given(title=words, authors=(words,)),
        ),
        None,
    )


RECORDS = st.one_of(
    make_documents(),
    make_findings(),
    WORDS.map(make_page),
    WORDS.map(Unchanged),
    st.builds(Reject, WORDS, st.just("read"), WORDS),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(RECORDS, max_size=4))
def test_what_was_written_is_read_again_equal_and_in_its_order(records: list[object]) -> None:
    assert read_table(make_table(records)) == records


def test_a_moment_keeps_its_offset_from_greenwich() -> None:
    there = datetime(2024, 3, 1, 23, 30, tzinfo=timezone(timedelta(hours=2)))
    (document,) = read_table(make_table([Document("a", "0", None, "", fetched_at=there)]))
    assert isinstance(document, Document)
    assert document.fetched_at is not None
    assert document.fetched_at.isoformat() == "2024-03-01T23:30:00+02:00"


def test_a_part_can_be_asked_in_sql() -> None:
    table = make_table(
        [
            Document("a.html", "0" * 64, "Pier to close", "The pier closes."),
            Reject("b.html", "read", "empty_file"),
        ]
    )
    with duckdb.connect() as connection:
        connection.register("part", table)
        assert connection.sql("select document.title, reject.reason from part").fetchall() == [
            ("Pier to close", None),
            (None, "empty_file"),
        ]
