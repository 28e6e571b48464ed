"""The dashboard of Shaper asks for views and columns that are there, in SQL that DuckDB takes."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

FOLDER = Path(__file__).parents[2] / "dashboards" / "shaper"
DASHBOARD = (FOLDER / "On Record.dashboard.sql").read_text(encoding="utf-8")
CAST = re.compile(r"::(\w+)")
OF_DUCKDB = {"bigint", "integer", "timestamp", "varchar"}
ASKED = {
    "outlet": "*",
    "from_day": date(2026, 11, 1),
    "to_day": date(2026, 11, 30),
    "words": "Halvorsen",
}


@pytest.fixture(scope="module")
def connection(empty_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty warehouse as Shaper has it: attached, beside the types by which it draws."""
    with duckdb.connect() as made:
        made.execute(f"attach '{empty_path}' as onrecord (read_only)")
        for drawing in sorted({*CAST.findall(DASHBOARD)} - OF_DUCKDB):
            made.execute(f"create type {drawing} as varchar")
        for name, value in ASKED.items():
            made.execute(f"set variable {name} = ?", [value])
        yield made


def test_every_figure_is_asked_in_sql_that_the_warehouse_answers(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    statements = duckdb.extract_statements(DASHBOARD)
    answers = [connection.execute(statement).fetchall() for statement in statements]
    assert len(answers) > 20


def test_a_dashboard_has_the_key_by_which_shaper_knows_it_again() -> None:
    assert re.match(r"-- shaperid:[0-9a-f-]{36}\n", DASHBOARD)


def test_the_file_is_attached_read_only_before_all_others_are_shut_out() -> None:
    attach, shut = (FOLDER / "init.sql").read_text(encoding="utf-8").split(";\n")[:2]
    assert "(read_only)" in attach
    assert "enable_external_access = false" in shut
