"""A warehouse path and a statement -> an Arrow table, read-only and sandboxed; and the questions that come with On Record."""

import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.connect import connect, explain, is_damage
from warehouse.errors import WarehouseError
from warehouse.schema import SQL, check_ours, list_sql

Parameters = Sequence[object] | Mapping[str, object]
SANDBOX = ("set enable_external_access = false", "set lock_configuration = true")  # read-only alone still reads and writes other files


@dataclass(frozen=True, slots=True)
class Question:
    """A query that an analyst asks: `name` is the file's, `title` the first line of its head comment."""

    name: str
    title: str
    sql: str


def open_sandbox(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection that can read the warehouse at `path` and nothing else. Raises a WarehouseError."""
    if not path.exists():
        raise WarehouseError(f"there is no warehouse {path}: make one with onrecord ingest, or name another with --warehouse")
    connection = connect(path, read_only=True)
    check_ours(path, connection)
    for setting in SANDBOX:
        connection.execute(setting)
    return connection


def run_query(path: Path, sql: str, parameters: Parameters = ()) -> pa.Table:
    """The rows that `sql` gives. Raises a WarehouseError, also for a statement that is wrong or not allowed, in one line."""
    connection = open_sandbox(path)
    try:
        return name_apart(fetch(connection, sql, parameters))
    except duckdb.Error as error:
        if is_damage(error):
            raise explain(path, error) from error
        raise WarehouseError(f"the query failed: {str(error).splitlines()[0]}") from error
    finally:
        connection.close()


def fetch(connection: duckdb.DuckDBPyConnection, sql: str, parameters: Parameters) -> pa.Table:
    """The rows that `sql` gives. It runs beside the main thread, which Ctrl-C reaches at once: DuckDB itself looks for it too rarely."""
    with ThreadPoolExecutor(1) as thread:
        answer = thread.submit(execute, connection, sql, parameters)
        try:
            return answer.result()
        except KeyboardInterrupt:
            while not answer.done():
                connection.interrupt()
                time.sleep(0.05)
            raise


def execute(connection: duckdb.DuckDBPyConnection, sql: str, parameters: Parameters) -> pa.Table:
    relation = connection.sql(sql, params=parameters)
    return pa.table({}) if relation is None else relation.to_arrow_table()


def name_apart(table: pa.Table) -> pa.Table:
    """The table with names that differ: the second `name` of a join is `name_1`, so that no column is lost in a record."""
    names: list[str] = []
    for name in table.column_names:
        wanted = (name, *(f"{name}_{count}" for count in range(1, len(names) + 1)))
        names.append(next(one for one in wanted if one not in names))
    return table.rename_columns(names)


@contextmanager
def read_warehouse(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse at `path`, read-only, for queries of our own. Raises a WarehouseError, also where it is none of On Record."""
    with connect(path, read_only=True) as connection:
        check_ours(path, connection)
        try:
            yield connection
        except duckdb.Error as error:
            raise explain(path, error) from error


def list_questions() -> list[Question]:
    """The questions of `sql/questions`, by name."""
    return [read_question(file.stem) for file in list_sql("questions")]


def read_question(name: str) -> Question:
    """A question by its name. Raises LookupError with the names that there are."""
    file = SQL / "questions" / f"{name}.sql"
    if not name.isidentifier() or not file.is_file():
        known = ", ".join(file.stem for file in list_sql("questions"))
        raise LookupError(f"there is no question {name}; there are {known}")
    sql = file.read_text(encoding="utf-8")
    return Question(name, sql.partition("\n")[0].removeprefix("-- ").strip(), sql)
