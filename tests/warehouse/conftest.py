"""What the tests of the warehouse share: an empty warehouse in memory, a published one on disk, and
all rows as plain values.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from tests.articles import make_findings
from transforms.records import Batch
from warehouse.build import open_build
from warehouse.load import load_batch
from warehouse.rows import CHILDREN
from warehouse.schema import apply_schema

Rows = dict[str, list[tuple[object, ...]]]
CORE_TABLES = (
    *("core.outlet", "core.article", "core.entity", "core.entity_alias", "core.entity_join"),
    *("core.article_version", "core.version_quote"),
    *CHILDREN,
)
OPS_TABLES = (
    *("ops.run", "ops.rejected_page", "ops.quality_result", "ops.source_file"),
    *("ops.feed", "ops.page_visit", "ops.raw_file"),
)


@pytest.fixture(scope="session")
def shared_connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        apply_schema(connection)
        yield connection


@pytest.fixture
def connection(
    shared_connection: duckdb.DuckDBPyConnection, empty: Callable[[], None]
) -> duckdb.DuckDBPyConnection:
    """An empty warehouse."""
    empty()
    return shared_connection


@pytest.fixture(scope="session")
def empty(shared_connection: duckdb.DuckDBPyConnection) -> Callable[[], None]:
    """Empties the warehouse in memory."""

    def delete_all() -> None:
        for table in (*CORE_TABLES, *OPS_TABLES):
            shared_connection.execute(f"delete from {table}")

    return delete_all


@pytest.fixture(scope="session")
def template(empty_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "onrecord.duckdb"
    shutil.copyfile(empty_path, path)
    with open_build(path) as build:
        load_batch(build.connection, Batch((make_findings(),)), "first_run")
        build.publish()
    return path


@pytest.fixture
def path(tmp_path: Path, template: Path) -> Path:
    """A published warehouse that holds one article."""
    return Path(shutil.copyfile(template, tmp_path / "onrecord.duckdb"))


@pytest.fixture(scope="session")
def read_rows() -> Callable[[duckdb.DuckDBPyConnection], Rows]:
    """All rows of the core tables, sorted, without the keys of runs."""

    def read(connection: duckdb.DuckDBPyConnection) -> Rows:
        columns = "columns(lambda name: name not in ('first_run_id', 'last_run_id'))"
        return {
            table: connection.execute(f"select {columns} from {table} order by all").fetchall()
            for table in CORE_TABLES
        }

    return read
