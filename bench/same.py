"""Two warehouses of the same input -> which rows of the core tables came, went and changed. For
changes of structure, which move no row.

    python -m bench.same OLD.duckdb NEW.duckdb [--examples N] [--table NAME ...]

Columns that a run fills with itself (first_run_id, last_run_id) are left out, and columns that only
one of the two has are named and left out. Exit code 0: the same rows; 1: they differ; 2: a file
could not be read.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import duckdb

from warehouse.extensions import SHUT
from warehouse.lake import attach_published, is_lake, parse_warehouse, quote

RUN_COLUMNS = frozenset({"first_run_id", "last_run_id"})
COLUMNS = "select column_name from duckdb_columns() where database_name = ? and schema_name = 'core' and table_name = ? order by column_index"
TABLES = "select table_name from duckdb_tables() where database_name = ? and schema_name = 'core' order by table_name"


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one table: rows on both sides, rows only there, columns only one side has, and some of the
    rows as text.
    """

    table: str
    old_count: int
    new_count: int
    gone: int
    came: int
    other_columns: tuple[str, ...]
    examples: tuple[str, ...]

    @property
    def is_none(self) -> bool:
        return not (self.gone or self.came)


def compare(
    connection: duckdb.DuckDBPyConnection, tables: Sequence[str], examples: int
) -> Iterator[Difference]:
    """The differences of the tables of the attached databases `old` and `new`, a table at a
    time.
    """
    for table in tables:
        yield compare_table(connection, table, examples)


def compare_table(connection: duckdb.DuckDBPyConnection, table: str, examples: int) -> Difference:
    sides = [list_columns(connection, side, table) for side in ("old", "new")]
    shared = [name for name in sides[0] if name in sides[1] and name not in RUN_COLUMNS]
    others = tuple(sorted(set(sides[0]) ^ set(sides[1])))
    columns = ", ".join(quote_name(name) for name in shared)
    old, new = (f"select {columns} from {side}.core.{quote_name(table)}" for side in ("old", "new"))  # noqa: S608
    gone, came = f"{old} except all {new}", f"{new} except all {old}"
    return Difference(
        table,
        count_rows(connection, old),
        count_rows(connection, new),
        count_rows(connection, gone),
        count_rows(connection, came),
        others,
        (*show_rows(connection, "-", gone, examples), *show_rows(connection, "+", came, examples)),
    )


def list_columns(connection: duckdb.DuckDBPyConnection, side: str, table: str) -> list[str]:
    return [name for (name,) in connection.execute(COLUMNS, [side, table]).fetchall()]


def quote_name(name: str) -> str:
    """A name as SQL takes it whatever it holds."""
    return '"' + name.replace('"', '""') + '"'


def count_rows(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    return int(connection.execute(f"select count(*) from ({query})").fetchall()[0][0])  # noqa: S608


def show_rows(connection: duckdb.DuckDBPyConnection, sign: str, query: str, most: int) -> list[str]:
    """The first rows of a query by all their columns, so that a row that changed stands at the same
    place on both sides.
    """
    rows = connection.execute(f"select * from ({query}) order by all limit ?", [most]).fetchall()  # noqa: S608
    return [f"  {sign} " + " | ".join(shorten(cell) for cell in row) for row in rows]


def shorten(cell: object, width: int = 40) -> str:
    text = " ".join(str(cell).split())
    return text if len(text) <= width else text[: width - 1] + "…"


def attach(old: str, new: str) -> duckdb.DuckDBPyConnection:
    """A connection that sees both warehouses, read-only, as `old` and `new`."""
    connection = duckdb.connect(config=SHUT)
    for side, file in (("old", old), ("new", new)):
        path = parse_warehouse(file)
        if is_lake(path):
            attach_published(connection, path, side)
        else:
            connection.execute(f"attach '{quote(file)}' as {side} (read_only)")
    return connection


def describe(difference: Difference) -> str:
    """A line for a table, with a line for each example."""
    verdict = "same" if difference.is_none else f"{difference.gone} gone, {difference.came} came"
    others = (
        f" (columns of one side only: {', '.join(difference.other_columns)})"
        if difference.other_columns
        else ""
    )
    head = f"{difference.table:20} {difference.old_count:>9} {difference.new_count:>9}  {verdict}{others}"
    return "\n".join((head, *difference.examples))


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench.same", description="Which core rows differ between two warehouses."
    )
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--examples", type=int, default=3, help="rows to show of each side (3)")
    parser.add_argument(
        "--table", action="append", help="only this table of core; may be given more than once"
    )
    wishes = parser.parse_args()
    try:
        connection = attach(wishes.old, wishes.new)
    except duckdb.Error as error:
        print(f"cannot compare: {error}", file=sys.stderr)
        return 2
    known = [
        [name for (name,) in connection.execute(TABLES, [side]).fetchall()]
        for side in ("old", "new")
    ]
    shared = [name for name in known[0] if name in known[1]]
    differences = list(compare(connection, wishes.table or shared, wishes.examples))
    print("\n".join(map(describe, differences)))
    return int(not all(difference.is_none for difference in differences))


if __name__ == "__main__":
    sys.exit(main())
