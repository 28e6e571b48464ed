"""Questions are answered read-only, in a sandbox."""

import os
import signal
from pathlib import Path
from threading import Timer

import duckdb
import pytest

from warehouse.errors import DamagedWarehouseError, ForeignDatabaseError, WarehouseError
from warehouse.query import run_query
from warehouse.questions import list_questions, read_question
from warehouse.sandbox import Limits


def test_a_query_gives_an_arrow_table(path: Path) -> None:
    answer = run_query(path, "select outlet, title from mart.article where word_count > ?", [3])
    assert answer.to_pylist() == [{"outlet": "The Harbour Post", "title": "Bridge to open in May"}]


@pytest.mark.parametrize(
    "escape",
    [
        "select * from read_csv('/etc/passwd')",
        "select * from read_text('/etc/passwd')",
        "select * from '/etc/passwd'",
        "from glob('/*')",
        "copy (select 1) to '/tmp/out.csv'",
        "attach '/tmp/other.duckdb'",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "set lock_configuration = false",
        "export database '/tmp/out'",
        "create table core.mine as select 1",
        "delete from core.article",
        "drop view mart.article",
    ],
)
def test_no_query_writes_or_leaves_the_warehouse(path: Path, escape: str) -> None:
    before = path.read_bytes()
    with pytest.raises(WarehouseError, match="the query failed"):
        run_query(path, escape)
    assert path.read_bytes() == before


def test_an_interrupt_ends_a_query_that_would_run_for_hours(path: Path) -> None:
    # a shell's background jobs ignore it
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
            run_query(path, "select count(*) from range(100000000000000) where hash(range) = 8")
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_database_of_something_else_is_said_to_be(tmp_path: Path) -> None:
    with duckdb.connect(tmp_path / "shop.duckdb") as connection:
        connection.execute("create table sale as select 1 as price")
    with pytest.raises(ForeignDatabaseError, match="not of On Record"):
        run_query(tmp_path / "shop.duckdb", "select price from sale")


def test_a_wrong_query_is_told_with_the_names_that_were_meant_and_the_place(path: Path) -> None:
    with pytest.raises(WarehouseError, match=r"the query failed: .*titel") as raised:
        run_query(path, "select titel\nfrom core.article")
    assert 'Candidate bindings: "title"' in str(raised.value)
    assert set(str(raised.value).splitlines()[-1].strip()) == {"^"}


def test_a_warehouse_of_an_older_version_is_said_to_be_where_something_is_missing(
    path: Path,
) -> None:
    with duckdb.connect(path) as connection:
        connection.execute("update ops.schema_version set version = 1")
    with pytest.raises(
        WarehouseError, match=r"made by an older On Record: the next run brings it up to date"
    ):
        run_query(path, "select column_of_tomorrow from core.article")
    assert run_query(path, "select title from core.article").num_rows == 1


def test_the_flat_views_are_found_without_their_schema(path: Path) -> None:
    assert run_query(path, "select title from article").to_pylist() == [
        {"title": "Bridge to open in May"}
    ]
    assert {"name": "quote"} in run_query(path, "show tables").to_pylist()


@pytest.mark.parametrize(
    "words",
    [
        "call enable_logging(storage = 'file', storage_path = '/tmp/onrecord-log')",
        "from enable_logging(storage = 'file', storage_path = '/tmp/onrecord-log')",
        "select 1; from system.main.\"Enable_Logging\" /* why */ (storage = 'file')",
        "explain analyze call enable_logging()",
        "from query('from enable' || '_logging()')",
        "call truncate_duckdb_logs()",
        "pragma enable_profiling",
        "checkpoint",
    ],
)
def test_what_would_reach_beyond_the_warehouse_is_refused_before_it_runs(
    path: Path, words: str
) -> None:
    with pytest.raises(WarehouseError, match=r"the query failed: .* is refused"):
        run_query(path, words)


@pytest.mark.parametrize(
    "words",
    [
        "select 'enable_logging(1)' as query -- enable_logging()",
        "pivot article on language using count(*)",
        "summarize article",
        "explain select 1",
        "set variable least = 3; select title from article where word_count > getvariable('least')",
        "with query as (select 1 as one) from query",
    ],
)
def test_what_only_reads_is_not_refused(path: Path, words: str) -> None:
    assert run_query(path, words).num_rows > 0


def test_a_variable_is_a_value_and_never_sql(path: Path) -> None:
    words = "x'; drop view mart.article; --"
    assert run_query(
        path, "select getvariable('a b\"') as words", variables={'a b"': words}
    ).to_pylist() == [{"words": words}]


def test_a_query_that_takes_too_long_is_given_up(path: Path) -> None:
    endless = "select count(*) from range(100000000000000) where hash(range) = 8"
    with pytest.raises(WarehouseError, match=r"longer than the 0\.2 s"):
        run_query(path, endless, limits=Limits(seconds=0.2))


def test_a_query_that_takes_too_much_memory_is_given_up(path: Path) -> None:
    greedy = "select list(range) from range(100000000)"
    with pytest.raises(WarehouseError, match="Out of Memory"):
        run_query(path, greedy, limits=Limits(memory="20MB"))


def test_a_limit_of_memory_that_is_none_is_told(path: Path) -> None:
    with pytest.raises(WarehouseError, match="is no size of memory"):
        run_query(path, "select 1", limits=Limits(memory="much"))


def test_no_more_rows_come_than_were_asked_for_and_in_their_order(path: Path) -> None:
    answer = run_query(path, "from range(100000) order by range desc", limits=Limits(rows=2))
    assert answer["range"].to_pylist() == [99999, 99998]


def test_a_file_damaged_behind_its_head_is_said_to_be(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:12288] + b"damaged!" * ((len(content) - 12288) // 8))
    with pytest.raises(DamagedWarehouseError, match="restore a copy"):
        run_query(path, "from mart.article")


def test_a_warehouse_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="make one with onrecord ingest"):
        run_query(tmp_path / "none.duckdb", "select 1")
    assert list(tmp_path.iterdir()) == []


def test_questions_are_listed_with_what_they_ask() -> None:
    questions = list_questions()
    assert len(questions) >= 19
    assert all(question.title.endswith("?") for question in questions)


@pytest.mark.parametrize("name", ["sorcing", "SOURCING", "source"])
def test_a_misspelt_question_is_answered_with_those_like_it(name: str) -> None:
    with pytest.raises(LookupError, match=r"did you mean sourcing.*\?$"):
        read_question(name)


@pytest.mark.parametrize("name", ["nobody_asks_this", "../tables/core/article", ""])
def test_an_unknown_question_is_answered_with_those_there_are(name: str) -> None:
    with pytest.raises(LookupError, match="sourcing"):
        read_question(name)
