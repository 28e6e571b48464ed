"""Each case is a folder `<mart>/<case>/`: rows of tables as CSV, and the rows of the mart that
follow in `expected.csv`.

The expected columns are those that the case is about, the rows are in the order of these columns.
"""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.tables import fill_tables, read_cells, show
from warehouse.connect import connect
from warehouse.schema import MARTS, apply_schema

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/*/expected.csv"))


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        apply_schema(connection)
        yield connection


@pytest.fixture(scope="module")
def world(world_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(world_path, read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}: {case.name}")
def test_the_mart_shows_what_the_tables_hold(
    case: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    expected = read_cells(case / "expected.csv")
    fill_tables(connection, case)
    assert (
        show(
            connection,
            f"select {', '.join(expected[0])} from mart.{case.parent.name} order by all nulls first",
        )
        == expected
    )


def test_every_mart_has_a_case() -> None:
    assert {case.parent.name for case in CASES} == set(MARTS)


@pytest.mark.parametrize("mart", MARTS)
def test_a_mart_keeps_the_grain_that_its_comment_promises(
    mart: str, world: duckdb.DuckDBPyConnection
) -> None:
    key = {
        "article": "article_id",
        "quote": "quote_id",
        "entity_mention": "mention_id",
        "entity_role": "relation_id",
        "outlet_profile": "outlet_id",
        "pipeline_health": "run_id",
        "utterance": "utterance_id",
        "utterance_wording": "quote_id",
        "story": "story_id",
        "article_copy": "article_id",
        "article_change": "version_id",
        "date": "date_on",
        "accusation": "quote_id, accused_entity_id",
    }
    daily = {
        "speaker_daily": "speaker_entity_id, outlet_id, published_on",
        "entity_daily": "entity_id, outlet_id, published_on",
        "alias_monthly": "entity_id, alias, alias_kind, outlet_id, published_month_on",
    }
    rows = world.execute(
        f"select count(*), count(distinct row({(key | daily)[mart]})) from mart.{mart}"
    ).fetchall()
    assert rows[0][0] == rows[0][1] > 0
