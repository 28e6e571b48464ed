"""A fall in quality is told by comparing a run to those before it."""

from datetime import UTC, datetime, timedelta

import duckdb
import pytest

from transforms.records import QualityResult, Reject, Visit
from warehouse.falls import find_falls
from warehouse.feeds import remember_visits
from warehouse.runs import PageCounts, end_run, start_run, write_quality_results, write_rejects

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)


def run(
    connection: duckdb.DuckDBPyConnection, number: int, broken: int = 0, walls: int = 0
) -> tuple[str, ...]:
    """A run of 100 pages; what fell in it. broken: rows that broke the rule. walls: pages that were
    cookie walls.
    """
    run_id, at = f"run{number}", NOON + timedelta(hours=number)
    start_run(connection, run_id, "ingest", at, "1.0")
    write_rejects(
        connection,
        run_id,
        [Reject(f"{page}.html", "judge", "cookie_wall") for page in range(walls)],
    )
    result = QualityResult(
        "article", "article_has_a_title", "article", "title", "warning", 100, broken, ()
    )
    write_quality_results(connection, run_id, [result])
    end_run(connection, run_id, at, "done", PageCounts(100, 100 - walls, 0, walls))
    return find_falls(connection, run_id)


def test_a_rule_that_held_in_every_run_before_and_is_broken_is_told_once(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    assert [run(connection, number) for number in range(3)] == [()] * 3
    assert run(connection, 3, broken=2) == (
        "rule article_has_a_title used to hold and was broken by 2",
    )
    assert run(connection, 4, broken=2) == ()


def test_too_few_runs_before_say_nothing(connection: duckdb.DuckDBPyConnection) -> None:
    assert [run(connection, number, broken=number) for number in range(3)] == [()] * 3


@pytest.mark.parametrize(
    ("before", "now", "is_told"), [(1, 10, True), (2, 19, False), (0, 10, True), (0, 9, False)]
)
def test_a_reason_that_is_ten_times_as_frequent_is_told(
    connection: duckdb.DuckDBPyConnection, before: int, now: int, is_told: bool
) -> None:
    run(connection, 0, walls=before)
    run(connection, 1, walls=before)
    told = (f"cookie_wall rejected {now:.1f}% of the pages, {before:.1f}% before",)
    assert run(connection, 2, walls=now) == (told if is_told else ())


def feed(
    connection: duckdb.DuckDBPyConnection,
    url: str,
    silent_since: datetime,
    visited_at: datetime,
    outcome: str = "unchanged",
) -> None:
    first = silent_since - timedelta(days=9)
    remember_visits(
        connection,
        [Visit(url, url, "feed", first, visited_at, visited_at, outcome, last_new_at=silent_since)],
    )


def test_a_feed_that_is_silent_for_a_day_is_told_once(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    feed(connection, "https://mute.example/feed", NOON - timedelta(hours=22), NOON)
    feed(connection, "https://talks.example/feed", NOON - timedelta(hours=2), NOON)
    feed(
        connection,
        "https://dropped.example/feed",
        NOON - timedelta(hours=22),
        NOON - timedelta(hours=20),
    )
    told = [run(connection, number) for number in range(5)]
    mute = "feed https://mute.example/feed had no news since 2024-02-29 14:00 UTC (last answer: unchanged)"
    assert told == [(), (), (mute,), (), ()]


def test_a_feed_that_never_brought_anything_is_silent_from_its_first_visit_on(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    url, first = "https://dead.example/feed", NOON - timedelta(hours=23)
    run(connection, 0)
    remember_visits(
        connection, [Visit(url, url, "feed", first, NOON, NOON, "http_500", failure_count=9)]
    )
    assert run(connection, 1) == (
        f"feed {url} had no news since 2024-02-29 13:00 UTC (last answer: http_500)",
    )
