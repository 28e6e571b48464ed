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


def find_rows(table: str, wanted: str, key: str = "article_id") -> str:
    """SQL: the rows of a table that hang on the articles of another, or that have another key of
    it.

    What a run has written stands at the end of a table. Where that begins is found in the keys, and
    nothing else is read of what comes before.
    """
    rows = f"select rowid from {table} semi join {wanted} using ({key})"
    return f"from {table} where rowid in ({rows})"


def reach(
    connection: duckdb.DuckDBPyConnection, name: str, seed: str, pair: str, columns: tuple[str, str]
) -> None:
    """A temporary table of the ids that a query gives, and of all that pairs connect with them,
    directly or through others. columns: of the two ids of a pair.
    """
    one, other = columns
    make_temp(connection, name, f"select distinct id from ({seed})")
    found = make_temp(connection, "near_id", f"from {name}")
    further = FURTHER.format(name=name, pair=pair, one=one, other=other)
    while found and (found := make_temp(connection, "further_id", further)):
        connection.execute(f"insert into {name} from further_id")
        make_temp(connection, "near_id", "from further_id")


FURTHER = """
from (
    select {other} as id from {pair} where {one} in (from near_id)
    union
    select {one} from {pair} where {other} in (from near_id)
)
anti join {name} using (id)
"""


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
    shape = f"from {table} limit 0"
    wanted = make_temp(connection, "wanted_row", f"({shape}) union all by name ({query})")
    rows = f"select rowid from {table} where {condition}"  # these alone are read whole
    held = make_temp(
        connection, "held_row", f"select rowid as row_no, * from {table} where rowid in ({rows})"
    )
    if held and make_temp(connection, "former_row", FORMER_ROWS):
        connection.execute(f"delete from {table} where rowid in (select row_no from former_row)")
    if wanted:
        added = f"from wanted_row except {HELD_ROWS}" if held else "from wanted_row"
        connection.execute(f"insert into {table} {added}")


HELD_ROWS = "select * exclude (row_no) from held_row"
FORMER_ROWS = """
select row_no
from (select row_no, row(*columns(* exclude (row_no))) as held from held_row)
where held not in (select row(*columns(*)) from wanted_row)
"""
