"""What the tests of the warehouse share: a warehouse in memory, a path for one on disk, and its rows as plain values."""

from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse.load import CHILD_TABLES
from warehouse.schema import apply_schema

RUN_COLUMNS = ("first_run_id", "last_run_id")
Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        apply_schema(connection)
        yield connection


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "onrecord.duckdb"


@pytest.fixture
def read_rows() -> Callable[[duckdb.DuckDBPyConnection], Rows]:
    """All rows of the core tables, sorted, without the keys of runs."""

    def read(connection: duckdb.DuckDBPyConnection) -> Rows:
        return {
            table: connection.execute(f"select columns(lambda name: name not in {RUN_COLUMNS}) from {table} order by all").fetchall()
            for table in ("core.outlet", "core.article", "core.entity", "core.entity_alias", *CHILD_TABLES)
        }

    return read
