"""A run tells what it did, while it lives and afterwards."""

from datetime import UTC, datetime, timedelta

import duckdb
import pytest

from tests.articles import link_by_name, make_findings
from tests.linking_at_once import read_referents, store_entities
from transforms.records import Batch, QualityResult, Reject
from warehouse.load import load_batch
from warehouse.runs import (
    PageCounts,
    end_run,
    read_run,
    start_run,
    summarise_run,
    write_quality_results,
    write_rejects,
)

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


def test_a_run_is_summarised(connection: duckdb.DuckDBPyConnection) -> None:
    start_run(connection, "run", "ingest", NOON, "1.0")
    load_batch(
        connection, Batch((make_findings(),), (Reject("a.html", "judge", "cookie_wall"),)), "run"
    )
    store_entities(connection, link_by_name(read_referents(connection)))
    write_quality_results(
        connection,
        "run",
        [QualityResult("quote", "quote_has_words", "quote", "text", "critical", 10, 2, ("a", "b"))],
    )
    write_quality_results(
        connection,
        "run",
        [
            QualityResult(
                "article", "article_has_a_title", "article", "title", "info", 10, 1, ("c",)
            )
        ],
    )
    end_run(connection, "run", NOON + timedelta(minutes=1), "done", PageCounts(2, 1, 0, 1))
    summary = summarise_run(connection, "run")
    assert summary.run.status == "done"
    assert summary.run.pages == PageCounts(seen=2, loaded=1, unchanged=0, rejected=1)
    assert summary.rejects_by_reason == (("cookie_wall", 1),)
    assert summary.quotes_by_kind == (("direct", 1),)
    assert summary.top_speakers == (("Ann Brook", 1),)
    assert summary.failed_rules == (("quote_has_words", 2),)  # what is only noted did not fail


def test_a_run_that_never_ended_was_killed(connection: duckdb.DuckDBPyConnection) -> None:
    start_run(connection, "first", "ingest", NOON, "1.0")
    start_run(connection, "second", "ingest", NOON + timedelta(hours=1), "1.0")
    assert (read_run(connection, "first").status, read_run(connection, "second").status) == (
        "killed",
        "running",
    )
    assert read_run(connection, "first").pages is None


def test_a_rule_checked_on_several_batches_is_one_row(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    def result(evaluated: int, *keys: str) -> QualityResult:
        return QualityResult(
            "quote", "quote_has_words", "quote", "text", "critical", evaluated, len(keys), keys
        )

    for batch in (result(5), result(7, "b", "a"), result(9, "c")):
        write_quality_results(connection, "run", [batch])
    columns = "rule, is_success, evaluated_count, unexpected_count, sample_keys"
    assert connection.execute(f"select {columns} from ops.quality_result").fetchall() == [
        ("quote_has_words", False, 21, 3, "a,b,c")
    ]


def test_no_more_than_ten_keys_are_kept(connection: duckdb.DuckDBPyConnection) -> None:
    keys = tuple(f"{number:02}" for number in range(30))
    for _ in range(2):
        write_quality_results(
            connection, "run", [QualityResult("quote", "rule", "quote", None, "info", 30, 30, keys)]
        )
    sample = connection.execute("select sample_keys from ops.quality_result").fetchall()[0][0]
    assert len(sample.split(",")) == 10


def test_rejects_can_be_written_alone(connection: duckdb.DuckDBPyConnection) -> None:
    write_rejects(connection, "run", [])
    write_rejects(connection, "run", [Reject("a.html", "read", "empty")])
    assert connection.execute("select source_uri, reason from ops.rejected_page").fetchall() == [
        ("a.html", "empty")
    ]


def test_a_run_that_is_not_there_is_named(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(LookupError, match="no run nobody"):
        summarise_run(connection, "nobody")
