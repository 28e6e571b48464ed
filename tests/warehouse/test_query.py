"""Questions are answered read-only, in a sandbox."""

import os
import signal
from pathlib import Path
from threading import Timer

import duckdb
import pytest

from warehouse.errors import DamagedWarehouseError, ForeignDatabaseError, WarehouseError
from warehouse.query import list_questions, read_question, run_query


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
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
    try:
        with pytest.raises(KeyboardInterrupt):
            Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
            run_query(path, "select count(*) from range(100000000000000) where range % 7 = 8")
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_database_of_something_else_is_said_to_be(tmp_path: Path) -> None:
    with duckdb.connect(tmp_path / "shop.duckdb") as connection:
        connection.execute("create table sale as select 1 as price")
    with pytest.raises(ForeignDatabaseError, match="not of On Record"):
        run_query(tmp_path / "shop.duckdb", "select price from sale")


def test_a_wrong_query_is_told_in_one_line(path: Path) -> None:
    with pytest.raises(WarehouseError, match=r"the query failed: .*titel") as raised:
        run_query(path, "select titel\nfrom core.article")
    assert "\n" not in str(raised.value)


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


@pytest.mark.parametrize("name", ["nobody_asks_this", "../tables/core/article", ""])
def test_an_unknown_question_is_answered_with_those_there_are(name: str) -> None:
    with pytest.raises(LookupError, match="sourcing"):
        read_question(name)
