"""Rows for tests as CSV files: `core.quote.csv` holds rows of core.quote; what a file leaves out is
NULL, or 0, false or "" where that may not be.
"""

import csv
from pathlib import Path

import duckdb

from warehouse.across.wordings import tell_all_wordings
from warehouse.counts import renew_counts

Row = tuple[object, ...]
CORE_AND_OPS = "select schema_name || '.' || table_name from duckdb_tables() where not internal and table_name <> 'schema_version'"
NEEDED = "select column_name, data_type from duckdb_columns() where schema_name = ? and table_name = ? and not is_nullable"


def fill_tables(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Empty all tables, then write the rows of the files in the folder, and count them."""
    for (table,) in connection.execute(CORE_AND_OPS).fetchall():
        connection.execute(f"delete from {table}")
    for file in sorted(folder.glob("*.*.csv")):
        fill_table(connection, file.stem, read_cells(file))
    tell_all_wordings(connection)
    renew_counts(connection)


def fill_table(connection: duckdb.DuckDBPyConnection, table: str, cells: list[list[str]]) -> None:
    head, *rows = cells
    needed = {
        name: f"''::{kind}" if kind == "VARCHAR" else f"0::{kind}"
        for name, kind in connection.execute(NEEDED, table.split(".")).fetchall()
    }
    given = [f"nullif(column{place}, '') as {name}" for place, name in enumerate(head)]
    filled = [f"{value} as {name}" for name, value in needed.items() if name not in head]
    columns = ", ".join(f"column{place}" for place in range(len(head)))
    marks = ", ".join(f"({', '.join('?' * len(head))})" for _ in rows)
    select = f"select {', '.join(given + filled)} from (values {marks}) as written ({columns})"
    connection.execute(
        f"insert into {table} by name {select}", [cell for row in rows for cell in row]
    )


def read_cells(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def show(
    connection: duckdb.DuckDBPyConnection, sql: str, columns: list[str] | None = None
) -> list[list[str]]:
    """The answer as a CSV file would hold it, with its head; numbers without a fraction are written
    without one.
    """
    found = connection.execute(sql)
    names = [column[0] for column in found.description or ()]
    kept = columns or names
    rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    return [kept, *([write_cell(row[name]) for name in kept] for row in rows)]


def write_cell(value: object) -> str:
    if value is None:
        return ""
    return (
        f"{value:g}"
        if isinstance(value, float)
        else str(value).lower()
        if isinstance(value, bool)
        else str(value)
    )
