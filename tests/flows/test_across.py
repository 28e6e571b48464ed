"""What belongs together is a function of the articles: any batches, in any order, give the same
rows.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, pairwise

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from flows.across import relate
from tests.articles import HARBOUR_POST, make_findings
from tests.transforms.across.test_names import ENGLISH, GERMAN
from transforms.keys import make_key
from transforms.records import Batch, Findings, Outlet
from warehouse.across import articles as keys
from warehouse.across import index
from warehouse.across.wordings import tell_all_wordings
from warehouse.load import delete_articles, load_batch
from warehouse.schema import apply_schema

Rows = dict[str, list[tuple[object, ...]]]
TABLES = {
    "core.article_pair": "*",
    "core.story": "*",
    "core.story_article": "*",
    "core.article": "article_id, copy_class_id, is_copy, is_wire_copy, wire_text, wire_entity_id",
    "ops.article_key": "*",
    "ops.quote_key": "*",
    "ops.article_likeness": "*",
    "ops.common_key": "*",
    "ops.event_likeness": "*",
    "core.utterance": "*",
    "core.utterance_member": "*",
    "ops.quote_likeness": "*",
    "ops.wording": "*",
    "ops.said": "*",
}
WORDS = (
    *("harbour", "dockers", "bridge", "ferry", "tariff", "wages", "strike", "mayor", "vote"),
    *("council", "storm", "flood", "rescue", "pier", "cargo", "crane", "union", "budget"),
)
DAY = date(2024, 5, 1)
RUNS = count()
EXAMPLES = int(os.environ.get("EXAMPLES", "1"))  # each takes some seconds


@pytest.fixture(scope="module")
def shared_warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": 1}) as connection:
        apply_schema(connection)
        yield connection


@pytest.fixture
def warehouse(shared_warehouse: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """An empty warehouse."""
    empty(shared_warehouse)
    return shared_warehouse


def empty(connection: duckdb.DuckDBPyConnection) -> None:
    for schema, table in connection.execute(
        "select schema_name, table_name from duckdb_tables() where not internal"
    ).fetchall():
        if schema in ("core", "ops") and table != "schema_version":
            connection.execute(f"delete from {schema}.{table}")


def tell(name: str, text: str, days: int = 0, title: str | None = None) -> Findings:
    """An article that was published so many days after DAY."""
    url = f"https://harbour-post.example/{name}"
    said = dict.fromkeys(text.split("\n\n"), "The")
    return make_findings(
        text,
        said,
        {},
        url=url,
        title=title,
        published_on=DAY + timedelta(days),
        outlet=HARBOUR_POST,
    )


def load(connection: duckdb.DuckDBPyConnection, *batches: Sequence[Findings]) -> None:
    for batch in batches:
        load_batch(connection, Batch(tuple(batch)), f"run {next(RUNS)}")
        relate(connection)


def read(connection: duckdb.DuckDBPyConnection) -> Rows:
    return {
        table: connection.execute(f"select {columns} from {table} order by all").fetchall()
        for table, columns in TABLES.items()
    }


def write_text(places: Sequence[int], number: int) -> str:
    """A text of several sentences, of which articles share some."""
    size = len(WORDS)
    tens = number // 4 * 10
    return "\n\n".join(
        f"The {WORDS[place]} near the {WORDS[(place * 7 + 3) % size]} of Port Ellery was told of {WORDS[(place * 5 + 1) % size]}"
        f" and {place + tens} others on that day."
        for place in places
    )


articles = st.lists(
    st.builds(
        lambda places, number, days: (write_text(places, number), days),
        st.lists(st.integers(0, len(WORDS) - 1), min_size=2, max_size=6),
        st.integers(0, 7),
        st.integers(0, 20),
    ),
    min_size=3,
    max_size=14,
)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    texts=articles,
    order=st.randoms(use_true_random=False),
    cuts=st.lists(st.integers(0, 14), max_size=3),
    gone=st.sets(st.integers(0, 2)),
)
def test_any_batches_in_any_order_with_refreshes_and_removals_give_the_rows_of_one_run(
    warehouse: duckdb.DuckDBPyConnection,
    monkeypatch: pytest.MonkeyPatch,
    texts: list[tuple[str, int]],
    order: "object",
    cuts: list[int],
    gone: set[int],
) -> None:
    found = [
        tell(str(number), text, days, f"Port Ellery {WORDS[number]}")
        for number, (text, days) in enumerate(texts)
    ]
    removed = [found[number] for number in sorted(gone)]
    kept = [one for one in found if one not in removed]
    monkeypatch.setattr(
        index, "JUDGE_CROWDED", index.JUDGE_CROWDED.replace("then 16 else 40", "then 2 else 3")
    )
    monkeypatch.setattr(keys, "JUDGE_BOILERPLATE", keys.JUDGE_BOILERPLATE.replace("> 8", "> 1"))
    empty(warehouse)
    load(warehouse, kept)
    at_once = read(warehouse)
    relate(warehouse, everything=True)
    assert read(warehouse) == at_once
    tell_all_wordings(warehouse)
    assert read(warehouse) == at_once

    shuffled = list(found)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    places = [0, *sorted(min(cut, len(found)) for cut in cuts), len(found)]
    empty(warehouse)
    load(warehouse, *(shuffled[start:end] for start, end in pairwise(places)))
    load(warehouse, kept[:2])  # refreshed
    delete_articles(warehouse, [one.article.article_id for one in removed])
    relate(warehouse)
    assert read(warehouse) == at_once


@pytest.mark.parametrize("step", ["relate_copies", "relate_events", "relate_quotes"])
def test_a_comparison_that_is_cut_short_is_done_whole_by_the_next_run(
    warehouse: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    load_batch(warehouse, Batch((make_findings(),)), "run")
    with monkeypatch.context() as cut, pytest.raises(KeyboardInterrupt):
        cut.setattr(f"flows.across.{step}", interrupt)
        relate(warehouse)
    assert relate(warehouse)
    assert warehouse.execute(
        "select count(*) from core.article where copy_class_id is null"
    ).fetchall() == [(0,)]


def interrupt(*_arguments: object, **_options: object) -> None:
    raise KeyboardInterrupt


def test_a_translation_is_told_and_moves_with_its_article(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    load(warehouse, [speak("en", ENGLISH)], [speak("de", GERMAN)])
    asked = "select relation, method, article_id_a, article_id_b from core.article_pair"
    (found,) = warehouse.execute(asked).fetchall()
    assert found[:2] == ("translation", "names: 10 of 13")
    load(warehouse, [speak("de", GERMAN, days=30)])
    assert warehouse.execute(asked).fetchall() == []


def test_what_a_translation_quotes_at_the_same_place_is_one_utterance_as_long_as_it_is_one(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    asked = "select quote_count from core.utterance order by all"
    english = speak("en", ENGLISH, said=('"We ask for what was promised to us in 2019,"',))
    wanted = "»Wir wollen, was uns 2019 versprochen wurde«"
    load(warehouse, [english], [speak("de", GERMAN, said=(wanted,))])
    assert warehouse.execute(asked).fetchall() == [(2,)]
    load(warehouse, [speak("de", GERMAN, days=30, said=(wanted,))])
    assert warehouse.execute(asked).fetchall() == [(1,), (1,)]


def speak(language: str, text: str, days: int = 0, said: Sequence[str] = ()) -> Findings:
    """An article in a language with what is said in it, published so many days after DAY."""
    found = make_findings(
        text,
        dict.fromkeys(said, "Lindaros"),
        {},
        url=f"https://{language}.example/talks",
        title=None,
        published_on=DAY + timedelta(days),
    )
    return replace(
        found,
        article=replace(found.article, document=replace(found.article.document, language=language)),
    )


@pytest.mark.parametrize(
    ("head", "is_agency"),
    [
        ("PORT ELLERY, March 3 (Quayside Press) - ", True),
        ("PORT ELLERY (QUAYSIDE PRESS) — ", True),
        ("PORT ELLERY, March 3 (Somebody Else) - ", False),
        ("The Quayside Press (Quayside Press) says: ", False),
    ],
    ids=["in the dateline", "in capitals", "another name", "not before a dash"],
)
def test_the_outlet_whose_name_its_copies_bear_in_the_dateline_is_their_agency(
    warehouse: duckdb.DuckDBPyConnection, head: str, is_agency: bool
) -> None:
    own = Outlet(make_key("outlet", "quayside.example"), "Quayside Press", "quayside.example")
    text = head + write_text([1, 4, 7, 9, 12, 15], 0)
    load(
        warehouse,
        [replace_outlet(tell("own", text), own), tell("copy", text, 1), tell("other", "The rain.")],
    )
    marked = warehouse.execute(
        "select outlet_name, is_wire_copy from core.article where is_wire_copy"
    ).fetchall()
    assert marked == ([("The Harbour Post", True)] if is_agency else [])


def replace_outlet(found: Findings, outlet: Outlet) -> Findings:
    document = replace(found.article.document, outlet=outlet)
    return replace(found, article=replace(found.article, document=document))


def test_who_turns_out_to_be_a_copy_speaks_for_an_utterance_no_more(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    text = write_text([1, 4, 7, 9, 12, 15], 0)
    said = text.split("\n\n")[0]
    smaller, greater = sorted(("one", "two"), key=lambda name: tell(name, said).quotes[0].quote_id)
    first, other = tell(smaller, text, 2), tell(greater, said, 3)
    earlier = make_findings(
        text, {}, {}, url="https://earlier.example/1", title=None, published_on=DAY
    )
    load(warehouse, [first, other], [earlier])
    by_and_by = read(warehouse)
    empty(warehouse)
    load(warehouse, [first, other, earlier])
    assert read(warehouse) == by_and_by
