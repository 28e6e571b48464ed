"""Rows that a table should hold -> the table: only rows that differ are written."""

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.connect import as_table


def make_temp(connection: duckdb.DuckDBPyConnection, name: str, query: str) -> int:
    """A temporary table of the rows that the query gives; how many they are."""
    made = connection.execute(f"create or replace temp table {name} as {query}")
    return int(made.fetchall()[0][0])


def find_rows(table: str, articles: str) -> str:
    """SQL: the rows of a table that hang on the articles of another.

    What a run has written stands at the end of a table. Where that begins is found in the keys of
    articles, and nothing else is read of what comes before.
    """
    return f"from {table} where rowid in (select rowid from {table} semi join {articles} using (article_id))"


def stage(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: Mapping[str, Any],
    rows: Sequence[Sequence[Any]],
) -> int:
    """A temporary table of rows made in Python; how many they are."""
    with as_table(connection, "staged", make_table(columns, rows)):
        return make_temp(connection, name, "from staged")


def add_staged(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: Mapping[str, Any],
    rows: Sequence[Sequence[Any]],
) -> None:
    """More rows for such a table. What a transaction makes in place of another table takes room
    until it ends; this does not.
    """
    with as_table(connection, "staged", make_table(columns, rows)):
        connection.execute(f"insert into {name} from staged")


def make_table(columns: Mapping[str, Any], rows: Sequence[Sequence[Any]]) -> pa.Table:
    values = zip(*rows, strict=True) if rows else [[] for _ in columns]
    arrays = [
        pa.array(list(column), kind) for column, kind in zip(values, columns.values(), strict=True)
    ]
    return pa.table(arrays, names=list(columns))


def replace_where(
    connection: duckdb.DuckDBPyConnection, table: str, condition: str, query: str
) -> None:
    """The rows of the table for which the condition holds become those of the query; what is the
    same already is not touched.
    """
    name = table.partition(".")[2]
    shape = f"from {table} limit 0"
    wanted = make_temp(connection, "wanted_row", f"({shape}) union all by name ({query})")
    held = make_temp(connection, "held_row", f"from {table} where {condition}")
    if held and make_temp(connection, "former_row", "from held_row except from wanted_row"):
        connection.execute(
            f"delete from {table} where {condition} and {name} in (select former_row from former_row)"
        )
    if wanted:
        added = "from wanted_row except from held_row" if held else "from wanted_row"
        connection.execute(f"insert into {table} {added}")
