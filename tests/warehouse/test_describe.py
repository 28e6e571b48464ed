"""The page of tables is what the comments say, and everything has a comment."""

from pathlib import Path

import duckdb

from warehouse.describe import describe_tables

PAGE = Path(__file__).parents[2] / "docs" / "tables.md"
PLAIN_TYPES = {"VARCHAR", "INTEGER", "BIGINT", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP"}


def test_the_page_of_tables_is_up_to_date(connection: duckdb.DuckDBPyConnection) -> None:
    assert describe_tables(connection) == PAGE.read_text(encoding="utf-8"), "run: python -m warehouse.describe > docs/tables.md"


def test_every_table_view_and_column_has_a_comment(connection: duckdb.DuckDBPyConnection) -> None:
    assert "None" not in describe_tables(connection)


def test_columns_of_views_are_plain(connection: duckdb.DuckDBPyConnection) -> None:
    types = connection.execute("select distinct data_type from duckdb_columns() where schema_name = 'mart'").fetchall()
    assert {data_type for (data_type,) in types} <= PLAIN_TYPES


def test_the_same_name_has_the_same_type_in_every_table(connection: duckdb.DuckDBPyConnection) -> None:
    query = """
        select column_name from duckdb_columns() where not internal and schema_name in ('core', 'ops')
        group by column_name having count(distinct data_type) > 1
    """
    assert connection.execute(query).fetchall() == []
