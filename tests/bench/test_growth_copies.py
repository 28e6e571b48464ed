"""A made-up warehouse is made many times as large in little time, and is still one that a run could
have left.
"""

from pathlib import Path

import duckdb
import pytest

from bench.growth_copies import multiply
from bench.growth_pages import run
from bench.same import attach, compare
from warehouse.checks import check_everything
from warehouse.connect import connect
from warehouse.counts import renew_counts

ARTICLES, COPIES = 12, 3
COUNTS = ("entity_daily", "speaker_daily", "outlet_daily", "alias_monthly", "answer", "appearance")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "base.duckdb"
    run(range(ARTICLES), path)
    return path


@pytest.fixture(scope="module")
def larger(base: Path) -> Path:
    path = base.with_name("larger.duckdb")
    multiply(base, path, COPIES)
    return path


def test_the_made_up_articles_bear_quotes_that_the_gate_lets_in(base: Path) -> None:
    with connect(base, read_only=True) as connection:
        quotes = count(connection, "core.quote")
        assert quotes > ARTICLES
        assert count(connection, "core.utterance") > ARTICLES


def test_one_copy_is_the_base_itself(base: Path) -> None:
    multiply(base, base.with_name("same.duckdb"), 1)
    both = attach(str(base), str(base.with_name("same.duckdb")))
    tables = [
        name
        for (name,) in both.execute(
            "select distinct table_name from duckdb_tables() where schema_name = 'core'"
        ).fetchall()
    ]
    assert [one.table for one in compare(both, tables, 0) if not one.is_none] == []


def test_all_rules_hold_in_the_copies_and_each_name_is_one_of_its_copy(larger: Path) -> None:
    with connect(larger) as connection:
        broken = [one.rule for one in check_everything(connection) if one.unexpected_count]
        assert broken == []
        assert count(connection, "core.article") == ARTICLES * COPIES
        assert count(connection, "(select distinct entity_id from core.entity_mention)") == count(
            connection, "core.entity"
        )


def test_what_marts_count_in_the_copies_is_what_counting_anew_gives(larger: Path) -> None:
    with connect(larger) as connection:
        for table in COUNTS:
            connection.execute(f"create temp table former_{table} as from ops.{table}")
        connection.execute("insert into ops.stale_article select article_id from core.article")
        renew_counts(connection)
        for table in COUNTS:
            assert count(connection, f"(from ops.{table} except all from former_{table})") == 0
            assert count(connection, f"ops.{table}") == count(connection, f"former_{table}") > 0


def count(connection: duckdb.DuckDBPyConnection, rows: str) -> int:
    (number,), *_ = connection.execute(f"select count(*) from {rows}").fetchall()
    return int(number)
