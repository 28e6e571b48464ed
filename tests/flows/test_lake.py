"""A lake holds what a file holds, row for row; several load it side by side, and readers see what
was published.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner

from bench.same import attach, compare
from flows.cli import onrecord
from flows.course import run_ingest
from flows.order import Order
from tests.flows.conftest import list_differences
from warehouse.build import open_build
from warehouse.errors import WarehouseError
from warehouse.lake import Lake
from warehouse.lake import attach as attach_lake
from warehouse.query import run_query


@pytest.fixture(scope="module")
def lake(piers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lake that two runs on half of the piers each have loaded at the same time."""
    lake = Lake(tmp_path_factory.mktemp("lake") / "news.sqlite")
    halves = [tuple(str(path) for path in sorted(piers.iterdir())[place::2]) for place in (0, 1)]
    with ThreadPoolExecutor(2) as both:
        finishes = list(both.map(run_ingest, [Order(half, lake, workers=1) for half in halves]))
    assert (
        sum(finish.summary.run.pages.loaded for finish in finishes if finish.summary.run.pages) == 7
    )
    return lake


def test_what_two_load_into_a_lake_side_by_side_is_what_one_loads_into_a_file(
    lake: Path, piers_read: Path
) -> None:
    assert list_differences(piers_read, lake) == []
    with attach(str(piers_read), str(lake)) as connection:
        across = ("article_pair", "story", "story_article", "utterance", "utterance_member")
        assert [each.table for each in compare(connection, across, 3) if not each.is_none] == []


def test_another_run_changes_no_row(lake: Path, piers: Path, piers_read: Path) -> None:
    pages = run_ingest(Order((str(piers),), lake, workers=1)).summary.run.pages
    assert pages is not None
    assert (pages.loaded, pages.unchanged, pages.rejected) == (0, 7, 1)
    assert list_differences(piers_read, lake) == []


def test_readers_are_on_what_was_published_whatever_has_been_committed_since(lake: Path) -> None:
    count = "select count(*) as articles from core.article"
    with open_build(lake) as build:
        build.connection.execute(
            "insert into core.article by name select * replace ('new' as article_id) from core.article limit 1"
        )
        assert run_query(lake, count).to_pylist() == [{"articles": 7}]
        build.publish()
    assert run_query(lake, count).to_pylist() == [{"articles": 8}]
    with open_build(lake) as build:
        build.connection.execute("delete from core.article where article_id = 'new'")
        build.publish()
    assert run_query(lake, count).to_pylist() == [{"articles": 7}]


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("from read_text('/etc/hostname')", "file system operations are disabled"),
        ("attach '/tmp/other.duckdb' as other", "ATTACH is refused"),
        ("delete from core.article", "DELETE is refused"),
        ("set enable_external_access = true", "locked|cannot change"),
    ],
)
def test_a_question_to_a_lake_reaches_nothing_else(lake: Path, statement: str, words: str) -> None:
    with pytest.raises(WarehouseError, match=f"(?i){words}"):
        run_query(lake, statement)


def test_commands_read_a_lake_as_they_read_a_file(lake: Path, tmp_path: Path) -> None:
    named = ("--warehouse", f"ducklake:sqlite:{lake}")
    for command in (
        ["status"],
        ["sql", "share_of_speech"],
        ["report", "--output", str(tmp_path / "report")],
    ):
        answer = CliRunner().invoke(onrecord, [*command, *named], catch_exceptions=False)
        assert answer.exit_code == 0, answer.output


@pytest.mark.parametrize("is_reader", [True, False])
def test_who_is_kept_out_of_the_catalogue_waits_two_minutes(lake: Path, is_reader: bool) -> None:
    with attach_lake(lake, read_only=is_reader) as connection:
        waits = "select options['meta_busy_timeout'] from duckdb_databases() where database_name = 'lake'"
        assert connection.execute(waits).fetchall() == [("120000",)]  # milliseconds


def test_a_catalogue_that_cannot_be_had_is_told() -> None:
    answer = CliRunner().invoke(
        onrecord, ["sql", "from quote", "--warehouse", "ducklake:postgres:dbname=news"]
    )
    assert answer.exit_code == 2
    assert (
        "postgres holds no catalogue of a lake yet: name a SQLite file, ducklake:sqlite:FILE"
        in answer.output
    )
