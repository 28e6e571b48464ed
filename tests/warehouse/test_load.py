"""Loading is one transaction a batch, and neither order nor repetition changes the rows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.articles import HARBOUR_POST, link_by_name, make_findings
from tests.linking_at_once import read_referents, store_entities
from transforms.records import (
    Batch,
    DroppedLine,
    Evidence,
    Findings,
    Reject,
    Relation,
    SourceHop,
    TimeMention,
)
from warehouse.load import load_batch

MAY, JUNE = datetime(2024, 5, 1, tzinfo=UTC), datetime(2024, 6, 1, tzinfo=UTC)


def ask(connection: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()


def test_every_table_that_hangs_on_an_article_is_written(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    found = make_findings()
    article_id, subject = found.article.article_id, found.referents[0].referent_id
    document = replace(
        found.article.document,
        dropped=(
            DroppedLine("Share", "promo"),
            DroppedLine("Tweet", "promo"),
            DroppedLine("By Ida Holm", "byline"),
        ),
        evidence=(Evidence("title", "h1", "Bridge to open in May"),),
    )
    found = replace(
        found,
        article=replace(found.article, document=document),
        quotes=(replace(found.quotes[0], sources=(SourceHop(1, "Nordwire", "agency"),)),),
        relations=(
            Relation("0123456789abcdef", article_id, subject, "minister", None, False, 60, 68),
        ),
        times=(
            TimeMention(article_id, False, "in May", 45, 51, None, None, "month", "month_name"),
        ),
    )
    load_batch(connection, Batch((found,)), "run")
    assert ask(
        connection,
        "select title, published_on::varchar, first_run_id, last_run_id from core.article",
    ) == [("Bridge to open in May", "2024-03-01", "run", "run")]
    assert ask(connection, "select position, name from core.article_author") == [(1, "Ida Holm")]
    assert ask(connection, "select rule, line_count from core.article_rule order by rule") == [
        ("byline", 1),
        ("promo", 2),
    ]
    assert ask(connection, "select field, source, value from core.article_evidence") == [
        ("title", "h1", "Bridge to open in May")
    ]
    assert ask(connection, "select name, domain, country_code from core.outlet") == [
        ("The Harbour Post", "harbour-post.example", "GB")
    ]
    assert ask(connection, "select text, speaker_text, cue_lemma from core.quote") == [
        ("“It will open again in May,”", "Minister Ann Brook", "say")
    ]
    assert ask(connection, "select position, char_start, char_end from core.quote_span") == [
        (1, 23, 51)
    ]
    assert ask(connection, "select hop, source_text, source_kind from core.quote_source") == [
        (1, "Nordwire", "agency")
    ]
    assert ask(
        connection, "select text, kind, mention_kind from core.entity_mention order by text"
    ) == [
        ("Ann Brook", "person", "name"),
        ("Porto", "place", "name"),
    ]
    assert ask(
        connection, "select form, alias_kind, mention_count from core.referent_form order by form"
    ) == [
        ("Ann Brook", "name", 1),
        ("Porto", "name", 1),
    ]
    assert ask(connection, "select role from core.entity_relation") == [("minister",)]
    assert ask(connection, "select text, granularity, rule from core.time_mention") == [
        ("in May", "month", "month_name")
    ]


def test_times_are_stored_in_utc(connection: duckdb.DuckDBPyConnection) -> None:
    load_batch(
        connection,
        Batch((make_findings(fetched_at=datetime.fromisoformat("2024-03-02T01:30:00+02:00")),)),
        "run",
    )
    assert ask(connection, "select fetched_at::varchar from core.article") == [
        ("2024-03-01 23:30:00",)
    ]


def test_a_page_crawled_again_takes_the_place_of_its_older_version(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    older = make_findings(fetched_at=MAY)
    newer = make_findings("The bridge is open.", {}, {}, fetched_at=JUNE)
    load_batch(connection, Batch((older,)), "first")
    counts = load_batch(connection, Batch((newer,)), "second")
    assert (counts.pages_loaded, counts.pages_rejected) == (1, 0)
    assert ask(connection, "select text, first_run_id, last_run_id from core.article") == [
        ("The bridge is open.", "first", "second")
    ]
    assert ask(connection, "select count(*) from core.quote") == [(0,)]


def test_an_older_version_is_rejected_with_its_reason(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    older, newer = (
        make_findings("Old.", {}, {}, fetched_at=MAY, source_uri="old.html"),
        make_findings(fetched_at=JUNE),
    )
    load_batch(connection, Batch((newer,)), "first")
    counts = load_batch(connection, Batch((older,)), "second")
    assert (counts.pages_loaded, counts.pages_rejected) == (0, 1)
    assert ask(
        connection, "select run_id, source_uri, stage, scope, reason from ops.rejected_page"
    ) == [("second", "old.html", "load", "page", "older_version")]
    assert ask(connection, "select last_run_id from core.article") == [("first",)]


def test_of_two_versions_in_one_batch_one_is_loaded_and_one_rejected(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    batch = Batch((make_findings(fetched_at=JUNE), make_findings("Old.", {}, {}, fetched_at=MAY)))
    counts = load_batch(connection, batch, "run")
    assert (counts.pages_loaded, counts.pages_rejected) == (1, 1)
    assert ask(connection, "select fetched_at::date::varchar from core.article") == [
        ("2024-06-01",)
    ]


def test_a_page_that_a_later_batch_of_the_run_replaces_counts_as_rejected(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    older, newer = (
        make_findings(fetched_at=MAY, source_uri="old.html"),
        make_findings(fetched_at=JUNE),
    )
    counts = [load_batch(connection, Batch((found,)), "run") for found in (older, newer)]
    assert (sum(c.pages_loaded for c in counts), sum(c.pages_rejected for c in counts)) == (1, 1)
    assert ask(connection, "select count(*) from core.article") == [(1,)]
    assert ask(connection, "select source_uri, reason from ops.rejected_page") == [
        ("old.html", "older_version")
    ]


def test_the_rejects_of_a_batch_are_written_with_it_even_from_broken_names(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    rejects = (
        Reject("pages/\udce9.html", "clean", "cookie_wall", detail="only a banner"),
        Reject(
            "a.html",
            "check",
            "quote_has_words",
            field="quote.text",
            observed_value="x" * 500,
            scope="row",
        ),
    )
    counts = load_batch(connection, Batch(rejects=rejects), "run")
    assert counts.pages_rejected == 1  # the other is a row of a page that is loaded
    assert ask(
        connection,
        "select source_uri, reason, length(observed_value) from ops.rejected_page order by reason",
    ) == [
        ("pages/\\udce9.html", "cookie_wall", None),
        ("a.html", "quote_has_words", 200),
    ]


def test_a_reject_has_the_address_of_its_page_or_that_it_was_read_at(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    rejects = (
        Reject("a.html", "judge", "product", url="https://shop.example/kettle"),
        Reject("https://shop.example/cup", "read", "http_404"),
        Reject("crawl.warc#17", "read", "damaged_record"),
    )
    load_batch(connection, Batch(rejects=rejects), "run")
    assert ask(connection, "select url from ops.rejected_page order by reason desc") == [
        ("https://shop.example/kettle",),
        ("https://shop.example/cup",),
        (None,),
    ]


def test_a_batch_that_fails_leaves_nothing(connection: duckdb.DuckDBPyConnection) -> None:
    found = make_findings()
    broken = replace(found, quotes=(replace(found.quotes[0], kind=None),))  # type: ignore[arg-type]
    with pytest.raises(duckdb.ConstraintException):
        load_batch(connection, Batch((broken,), (Reject("a", "read", "empty"),)), "run")
    assert ask(
        connection,
        "select (select count(*) from core.article), (select count(*) from ops.rejected_page)",
    ) == [(0, 0)]


PAGES = (
    make_findings(fetched_at=MAY),
    make_findings(
        "The bridge is open.\n\n“At last,” said Ann Brook.",
        {"“At last,”": "Ann Brook"},
        {"Ann Brook": "person"},
        fetched_at=JUNE,
    ),
    make_findings(
        url="https://harbour-post.example/ferry",
        outlet=replace(HARBOUR_POST, name="harbour-post.example", country_code=None),
    ),
    make_findings(
        url="https://harbour-post.example/quay", outlet=replace(HARBOUR_POST, name="Harbour Post")
    ),
    make_findings(
        url="https://harbour-post.example/quay", fetched_at=None, source_uri="archive/quay.html"
    ),
    make_findings("No outlet.", {}, {}, url="https://unknown.example/x", outlet=None),
)


def shown_as(name: str, page: str) -> Findings:
    """An article whose page calls its outlet so."""
    found = make_findings(
        url=f"https://harbour-post.example/{page}", outlet=replace(HARBOUR_POST, name=name)
    )
    document = replace(
        found.article.document,
        evidence=(Evidence("outlet", "text", f"© 2026 {name}. Ask before you copy."),),
    )
    return replace(found, article=replace(found.article, document=document))


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_one_page_cannot_rename_the_outlet_of_a_whole_domain(
    connection: duckdb.DuckDBPyConnection, order: tuple[int, ...]
) -> None:
    pages = [
        shown_as("Harbour Post", "one"),
        shown_as("Harbour Post", "two"),
        shown_as("The Great and Only Voice", "three"),
    ]
    for number in order:
        load_batch(connection, Batch((pages[number],)), "run")
    assert ask(connection, "select name from core.outlet") == [("Harbour Post",)]


@settings(
    deadline=None, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(PAGES), cut=st.integers(0, len(PAGES)))
def test_the_order_of_loading_makes_no_difference(
    order: list[Any],
    cut: int,
    shared_connection: duckdb.DuckDBPyConnection,
    empty: Callable[[], None],
    read_rows: Callable[..., Any],
) -> None:
    def load(*batches: Batch) -> Any:
        empty()
        counts = [load_batch(shared_connection, batch, "run") for batch in batches]
        assert sum(count.pages_loaded + count.pages_rejected for count in counts) == len(PAGES)
        store_entities(shared_connection, link_by_name(read_referents(shared_connection)))
        return read_rows(shared_connection)

    assert load(Batch(tuple(order[:cut])), Batch(tuple(order[cut:]))) == load(Batch(PAGES))


def test_the_same_input_loaded_twice_changes_no_row(
    connection: duckdb.DuckDBPyConnection, read_rows: Callable[..., Any]
) -> None:
    load_batch(connection, Batch(PAGES), "first")
    store_entities(connection, link_by_name(read_referents(connection)))
    before = read_rows(connection)
    load_batch(connection, Batch(PAGES), "second")
    store_entities(connection, link_by_name(read_referents(connection)))
    assert read_rows(connection) == before
    assert ask(connection, "select distinct first_run_id from core.article") == [("first",)]


def test_offsets_count_code_points_in_sql_as_in_python(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    text = "👩‍👩‍👧 Cafe\u0301 🇵🇹 news.\n\n“Olá,” said Ann Brook."
    load_batch(
        connection,
        Batch((make_findings(text, {"“Olá,”": "Ann Brook"}, {"Ann Brook": "person"}),)),
        "run",
    )
    slices = """
        select substring(article.text, quote.char_start + 1, quote.char_end - quote.char_start)
        from core.quote join core.article using (article_id)
    """
    assert ask(connection, slices) == [("“Olá,”",)]
