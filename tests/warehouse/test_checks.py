"""The assertions across tables hold for what is loaded, and see what is broken."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

import duckdb
import pytest

from tests.articles import link_by_name, make_findings
from tests.linking_at_once import read_referents, store_entities
from transforms.records import Batch, QualityResult, TimeMention
from warehouse.checks import check_everything, check_warehouse
from warehouse.load import load_batch
from warehouse.runs import PageCounts, end_run, start_run

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


def fill(connection: duckdb.DuckDBPyConnection) -> None:
    start_run(connection, "run", "ingest", NOON, "1.0")
    found = make_findings()
    word = TimeMention(found.article.article_id, False, "The", 0, 3, None, None, None, "a_word")
    load_batch(
        connection,
        Batch((replace(found, times=(word,)), make_findings(url="https://harbour-post.example/b"))),
        "run",
    )
    store_entities(connection, link_by_name(read_referents(connection)))
    end_run(connection, "run", NOON, "done", PageCounts(2, 2, 0, 0))


@pytest.fixture(scope="module")
def filled_path(empty_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = copyfile(empty_path, tmp_path_factory.mktemp("filled") / "onrecord.duckdb")
    with duckdb.connect(str(path)) as connection:
        fill(connection)
    return path


@pytest.fixture
def filled(filled_path: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse of two articles, all linked."""
    with duckdb.connect(str(copyfile(filled_path, tmp_path / "onrecord.duckdb"))) as connection:
        yield connection


def test_all_assertions_hold_for_what_is_loaded(filled: duckdb.DuckDBPyConnection) -> None:
    results = check_warehouse(filled, "run")
    assert [result.rule for result in results if result.unexpected_count] == []
    stored = filled.execute(
        "select count(*) from ops.quality_result where suite = 'warehouse'"
    ).fetchall()
    assert stored == [(len(results),)]


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        ("delete from core.outlet", "article_outlet_is_there"),
        ("delete from ops.run", "article_runs_are_there"),
        ("delete from core.article", "quote_article_is_there"),
        ("delete from core.article", "time_mention_article_is_there"),
        ("delete from core.article", "article_author_article_is_there"),
        ("delete from core.quote", "quote_span_quote_is_there"),
        ("delete from core.quote_span", "quote_has_a_span"),
        ("delete from core.entity", "mention_entity_is_there"),
        ("delete from core.entity", "alias_entity_is_there"),
        ("insert into core.quote from core.quote", "quote_id_is_unique_in_the_warehouse"),
        ("update core.entity_mention set char_start = char_start + 1", "mention_slices_back"),
        ("update core.article set text = 'x' || text", "quote_span_slices_back"),
        ("update core.quote set speaker_end = 2, speaker_start = 1", "quote_speaker_slices_back"),
        ("update core.time_mention set in_title = true", "time_mention_slices_back"),
        ("update core.referent set entity_id = null", "referent_is_linked"),
        ("update core.entity set kind = 'person', geonames_id = 1", "geonames_id_is_of_a_place"),
        ("update core.entity set geonames_id = 1", "geonames_id_is_of_one_entity"),
        ("update ops.run set pages_seen = 3", "run_pages_add_up"),
        ("update ops.run set pages_rejected = 1, pages_loaded = 1", "run_rejects_are_named"),
    ],
)
def test_damage_is_seen(filled: duckdb.DuckDBPyConnection, damage: str, rule: str) -> None:
    filled.execute(damage)
    assert rule in find_broken(check_warehouse(filled, "run"))


def find_broken(results: Iterable[QualityResult]) -> set[str]:
    return {result.rule for result in results if result.unexpected_count}


def test_a_run_looks_at_its_own_articles_and_those_it_linked_anew(
    filled: duckdb.DuckDBPyConnection,
) -> None:
    filled.execute("update core.article set last_run_id = 'another'")
    filled.execute("update core.entity_mention set entity_id = 'nobody', char_start = 0")
    assert "mention_entity_is_there" not in find_broken(check_warehouse(filled, "run"))
    filled.execute("insert into ops.stale_article select article_id from core.article")
    broken = find_broken(check_warehouse(filled, "run"))
    assert "mention_entity_is_there" in broken
    assert "mention_slices_back" not in broken
    assert "mention_slices_back" in find_broken(check_everything(filled))


def test_a_broken_rule_names_the_rows_that_break_it(
    filled: duckdb.DuckDBPyConnection,
) -> None:
    filled.execute("update core.entity set kind = 'person', geonames_id = 1")
    (found,) = (
        result
        for result in check_warehouse(filled, "run")
        if result.rule == "geonames_id_is_of_a_place"
    )
    ids = filled.execute("select entity_id from core.entity order by all limit 10").fetchall()
    assert found.sample_keys == tuple(key for (key,) in ids)
