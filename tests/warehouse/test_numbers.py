"""The numbers of the warehouse: what is enough is taken, what is too little is not, and either
fails where the number is doubled or halved; how many rows are read at a time decides nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import duckdb
import pytest

from tests.numbers import Number
from tests.warehouse.test_falls import NOON, feed, run
from warehouse import build, questions, turns
from warehouse.across import articles, quotes
from warehouse.linking import blocks, members, stories
from warehouse.runs import PageCounts, end_run, start_run


@pytest.fixture
def tables() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database whose tables a test makes."""
    with duckdb.connect() as connection:
        connection.execute("create schema core; create schema ops")
        yield connection


def has_question(typed: str) -> bool:
    return questions.suggest(typed, ["who_said_it_first"]).startswith("did you mean")


def is_other_block(place: int) -> bool:
    """Whether two blocks are told apart that differ in one byte there."""
    with TemporaryFile() as old, TemporaryFile() as new:
        old.write(bytes(turns.HEADERS + 64))
        new.write(bytes(turns.HEADERS + place) + b"x" + bytes(63 - place))
        old.flush()
        new.flush()
        return bool(list(turns.find_other_blocks(old, new, turns.HEADERS + 64)))


class WaitedError(Exception):
    """For so many seconds."""


def waits_for_lake(seconds: float) -> bool:
    """Whether a run waits so long for another that links a lake."""

    def wait(_path: Path, seconds: float, _on_wait: object) -> None:
        raise WaitedError(seconds)

    with pytest.MonkeyPatch.context() as patch, pytest.raises(WaitedError) as waited:
        patch.setattr(build, "lock", wait)
        with build.open_lake_build(Path("lake.sqlite"), 0, lambda: None):
            pass
    return waited.value.args[0] >= seconds


CASES = [
    Number(build, "TURN_SECONDS", waits_for_lake, 600.0, 600.1),
    Number(questions, "LIKE", has_question, "who_siad", "what_is_new"),
    Number(turns, "CHECKSUM", is_other_block, 7, 8),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


@pytest.mark.parametrize(("rows", "portions"), [(50_000, 1), (70_000, 2)])
def test_people_are_linked_in_portions_that_memory_holds(
    tables: duckdb.DuckDBPyConnection, rows: int, portions: int
) -> None:
    tables.execute(f"create table block_node as select 'person' as sort from range({rows})")
    assert blocks.count_portions(tables, "person") == portions


@pytest.mark.parametrize(("rows", "portions"), [(40_000, 1), (60_000, 2)])
def test_stories_are_looked_for_in_portions_that_memory_holds(
    tables: duckdb.DuckDBPyConnection, rows: int, portions: int
) -> None:
    tables.execute(f"create table bearer as select * from range({rows})")
    assert stories.count_portions(tables) == portions


TEXTS = """
create table text as select number from range(?) as text (number);
create table core.article as select lpad(number::varchar, 16, '0') as article_id, number as copy_class_id
from text;
create table run_of_words as select 1 as key, number::ubigint as member from text;
create table changed_key (kind varchar, key bigint)
"""


@pytest.mark.parametrize(("texts", "is_common"), [(6, False), (12, True)])
def test_words_that_stand_in_many_texts_are_no_texts_own(
    tables: duckdb.DuckDBPyConnection, texts: int, is_common: bool
) -> None:
    tables.execute(TEXTS.replace("?", str(texts)))
    assert tables.execute(articles.JUDGE_BOILERPLATE).fetchall() == [("shingle", 1, is_common)]


NAMED = """
create table ops.common_key (verdict varchar, kind varchar, key bigint);
create table asked_pair (one varchar, other varchar);
create table touched_article as select '000000000000000a' as article_id;
create table ops.article_key (member ubigint, day integer, kind varchar, key bigint)
"""


@pytest.mark.parametrize(
    ("days", "names", "are_asked_about"), [(4, 2, True), (7, 2, False), (0, 1, False)]
)
def test_a_translation_shares_two_names_and_is_of_about_that_day(
    tables: duckdb.DuckDBPyConnection, days: int, names: int, are_asked_about: bool
) -> None:
    tables.execute(NAMED)
    for key in range(names):
        rows = [(10, 1, "name:en", key), (11, 1 + days, "name:fr", key)]
        tables.executemany("insert into ops.article_key values (?, ?, ?, ?)", rows)
    found = list(chain(*articles.list_translations(tables)))
    assert found == ([("000000000000000a", "000000000000000b")] if are_asked_about else [])


CANDIDATES = """
create table core.quote as
select 'q' || number as quote_id, 'a' || number as article_id, 'words' as text
from range(9) as quote (number);
create table ops.article_likeness (article_id_a varchar, article_id_b varchar, likeness double);
create table ops.article_vector (article_id varchar, first_day integer);
create table core.article_pair (article_id_a varchar, article_id_b varchar, relation varchar);
create table asked_pair (one varchar, other varchar);
create table touched_quote as select quote_id from core.quote;
create table relinked_quote as select quote_id from core.quote limit 0;
create table candidate as
select 'q' || number as one, 'q' || number + 1 as other, number as shared_runs
from range(7) as pair (number);
create table arriving as
select 'r' || number as referent_id, 'n' || number as name from range(5) as referent (number)
"""


@pytest.mark.parametrize(
    "read",
    [articles.list_candidates, quotes.list_candidates, quotes.read_texts, members.list_names],
)
def test_however_many_rows_are_read_at_a_time_they_are_the_same(
    tables: duckdb.DuckDBPyConnection, read: Callable[..., Iterator[Sequence[Any]]]
) -> None:
    tables.execute(CANDIDATES)
    whole = list(chain(*read(tables)))
    assert len(whole) >= 5
    assert [list(chain(*read(tables, size))) for size in (1, 2, 100)] == [whole] * 3
    assert max(len(some) for some in read(tables, 2)) == 2


@pytest.mark.parametrize(("runs_since", "is_told"), [(8, False), (12, True)])
def test_a_rule_that_was_broken_within_the_last_ten_runs_did_not_hold(
    connection: duckdb.DuckDBPyConnection, runs_since: int, is_told: bool
) -> None:
    run(connection, 0, broken=1)
    for number in range(runs_since):
        run(connection, number + 1)
    assert bool(run(connection, 99, broken=1)) == is_told


@pytest.mark.parametrize(("pages", "is_told"), [(60, False), (150, True)])
def test_rejects_are_told_of_against_a_hundred_pages_before(
    connection: duckdb.DuckDBPyConnection, pages: int, is_told: bool
) -> None:
    start_run(connection, "before", "ingest", NOON, "1.0")
    end_run(connection, "before", NOON, "done", PageCounts(pages, pages, 0, 0))
    assert bool(run(connection, 1, walls=50)) == is_told


@pytest.mark.parametrize(("hours", "is_told"), [(8, False), (16, True)])
def test_a_feed_is_silent_that_was_asked_for_half_a_day(
    connection: duckdb.DuckDBPyConnection, hours: int, is_told: bool
) -> None:
    since, url = NOON - timedelta(hours=22), f"https://mute{hours}.example/feed"
    feed(connection, url, since, since + timedelta(hours=hours))
    run(connection, 1)
    assert any(url in told for told in run(connection, 3)) == is_told
