"""The page of tables is what the comments say, and everything has a comment."""

from pathlib import Path

import duckdb

from warehouse.describe import describe_tables
from warehouse.picture import draw_tables, find_keys

PAGE = Path(__file__).parents[2] / "docs" / "tables.md"
PLAIN_TYPES = {"VARCHAR", "INTEGER", "BIGINT", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP"}


def test_the_page_of_tables_is_up_to_date(connection: duckdb.DuckDBPyConnection) -> None:
    assert describe_tables(connection) == PAGE.read_text(encoding="utf-8"), (
        "run: python -m warehouse.describe > docs/tables.md"
    )


def test_every_table_view_and_column_has_a_comment(connection: duckdb.DuckDBPyConnection) -> None:
    assert "None" not in describe_tables(connection)


def test_columns_of_views_are_plain(connection: duckdb.DuckDBPyConnection) -> None:
    types = connection.execute(
        "select distinct data_type from duckdb_columns() where schema_name = 'mart'"
    ).fetchall()
    assert {data_type for (data_type,) in types} <= PLAIN_TYPES


def test_the_same_name_has_the_same_type_in_every_table(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    query = """
        select column_name from duckdb_columns() where not internal and schema_name in ('core', 'ops')
        group by column_name having count(distinct data_type) > 1
    """
    assert connection.execute(query).fetchall() == []


def test_the_picture_of_the_tables_is_drawn_from_the_columns(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    page = PAGE.parent / "images" / "tables.svg"
    assert draw_tables(connection) == page.read_text(encoding="utf-8"), (
        "run: python -m warehouse.picture > docs/images/tables.svg"
    )


def test_a_key_is_known_by_whatever_it_is_called() -> None:
    found = find_keys(
        ["quote_id", "article_id_a", "speaker_entity_id", "external_id", "principal_entity_id"]
    )
    assert found == {
        "quote": ["quote_id"],
        "article": ["article_id_a"],
        "entity": ["speaker_entity_id", "principal_entity_id"],
    }
