"""The counts that a run keeps up to date are those of counting everything."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import duckdb
import pytest

from tests.counted import count_anew, read_counts
from warehouse.counts import renew_counts

CHANGES = {
    "a day that was another": """
        update core.article set published_on = published_on + 40, last_run_id = 'later'
        where article_id = 'a1'
    """,
    "no day and no outlet": """
        update core.article set published_on = null, outlet_id = null, last_run_id = 'later'
        where article_id in ('a2', 'a3')
    """,
    "an article that is gone": """
        delete from core.article where article_id = 'a1';
        delete from core.quote where article_id = 'a1';
        delete from core.entity_mention where article_id = 'a1'
    """,
    "a name that was linked anew": """
        update core.entity_mention set entity_id = 'e2'
        where article_id = 'a1' and entity_id is not null;
        update core.quote set speaker_entity_id = 'e2' where article_id = 'a1';
        insert into ops.stale_article values ('a1')
    """,
    "all at once": """
        update core.article set published_on = date '2020-02-29', last_run_id = 'later'
    """,
    "nothing": "select 1",
}


@pytest.fixture
def world(world_path: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(copyfile(world_path, tmp_path / "world.duckdb"))) as connection:
        yield connection


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_is_counted_as_counting_everything_would(
    change: str, world: duckdb.DuckDBPyConnection
) -> None:
    before = read_counts(world)
    world.execute(CHANGES[change])
    renew_counts(world)
    kept = read_counts(world)
    assert kept == count_anew(world)
    assert (kept == before) == (change == "nothing")


def test_only_the_days_of_what_changed_are_counted_again(world: duckdb.DuckDBPyConnection) -> None:
    of_others = "select rowid, * from ops.entity_daily where outlet_id = 'tribuna' order by all"
    before = world.execute(of_others).fetchall()
    world.execute("update core.article set last_run_id = 'later' where outlet_id = 'harbour'")
    renew_counts(world)
    assert world.execute(of_others).fetchall() == before != []


def test_another_bar_of_confidence_moves_the_counts_of_quotes(
    world: duckdb.DuckDBPyConnection,
) -> None:
    counts = """
        select coalesce(sum(quote_count), 0) from mart.speaker_daily
        union all
        select coalesce(sum(quote_count), 0) from mart.outlet_profile
    """
    usual = world.execute(counts).fetchall()
    world.execute("set variable confidence = 0.99")
    try:
        assert world.execute(counts).fetchall() < usual
    finally:
        world.execute("reset variable confidence")
    assert world.execute(counts).fetchall() == usual


def test_a_new_name_shows_without_counting(world: duckdb.DuckDBPyConnection) -> None:
    world.execute("update core.entity set name = 'Rui Teles Junior' where entity_id = 'e2'")
    names = world.execute("select distinct entity from mart.entity_daily where entity_id = 'e2'")
    assert names.fetchall() == [("Rui Teles Junior",)]
