"""A warehouse path and a statement -> an Arrow table, read-only and sandboxed."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLongError
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.connect import connect, explain, is_damage
from warehouse.errors import WarehouseError
from warehouse.sandbox import NO_LIMITS, Limits, open_sandbox, refuse
from warehouse.schema import check_ours, is_behind

Parameters = Sequence[object] | Mapping[str, object]
Variables = Mapping[str, object]
NO_VARIABLES: Variables = {}
MISSING = (duckdb.BinderException, duckdb.CatalogException)  # a table, view or column
Answer = Callable[[str, Variables], pa.Table]


def run_query(
    path: Path,
    sql: str,
    parameters: Parameters = (),
    variables: Variables = NO_VARIABLES,
    limits: Limits = NO_LIMITS,
) -> pa.Table:
    """The rows that `sql` gives; `getvariable` reads the variables, and as `rows` how many rows are
    wanted at most, so that a question need not tell the others.

    Raises a WarehouseError, also for a statement that is wrong or not allowed, with DuckDB's
    advice.
    """
    connection = open_sandbox(path, limits)
    try:
        set_variables(connection, {"rows": limits.rows, **variables})
        return ask(path, connection, sql, parameters, limits)
    finally:
        connection.close()


@contextmanager
def open_questions(path: Path, limits: Limits = NO_LIMITS) -> Iterator[Answer]:
    """A function from a statement and the variables that it reads to its rows, on one connection.
    Raises a WarehouseError.
    """
    connection = open_sandbox(path, limits)

    def answer(sql: str, variables: Variables) -> pa.Table:
        set_variables(connection, variables)
        return ask(path, connection, sql, limits=limits)

    try:
        yield answer
    finally:
        connection.close()


def ask(
    path: Path,
    connection: duckdb.DuckDBPyConnection,
    sql: str,
    parameters: Parameters = (),
    limits: Limits = NO_LIMITS,
) -> pa.Table:
    """The rows that `sql` gives on the open sandbox of the file at `path`. Raises a
    WarehouseError.
    """
    try:
        refusal = refuse(connection, sql)
        if refusal is None:
            return name_apart(fetch(connection, sql, parameters, limits))
    except duckdb.Error as error:
        raise tell_failure(path, connection, error) from error
    raise WarehouseError(f"the query failed: {refusal}")


def set_variables(connection: duckdb.DuckDBPyConnection, variables: Variables) -> None:
    """Let `getvariable(name)` give the value, as a parameter, never as SQL; None unsets it."""
    for name, value in variables.items():
        quoted = name.replace('"', '""')
        if value is None:
            connection.execute(f'reset variable "{quoted}"')
        else:
            connection.execute(f'set variable "{quoted}" = $value', {"value": value})


def tell_failure(
    path: Path, connection: duckdb.DuckDBPyConnection, error: duckdb.Error
) -> WarehouseError:
    """What DuckDB says of a statement, its "Did you mean" and its caret included; an older
    warehouse is said to be one.
    """
    if is_damage(error):
        return explain(path, error)
    told = f"the query failed: {str(error).rstrip()}"
    if isinstance(error, MISSING) and is_behind(connection):
        told += f"\n{path} was made by an older On Record: the next run brings it up to date, and any file will do for one"
    return WarehouseError(told)


def fetch(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Parameters, limits: Limits
) -> pa.Table:
    """The rows that `sql` gives. It runs beside the main thread, which Ctrl-C reaches at once:
    DuckDB itself looks for it too rarely.
    """
    with ThreadPoolExecutor(1) as thread:
        answer = thread.submit(execute, connection, sql, parameters, limits.rows)
        try:
            return answer.result(timeout=limits.seconds)
        except TooLongError as error:
            stop(connection, answer)
            raise WarehouseError(
                f"the query failed: it took longer than the {limits.seconds:g} s that it may take"
            ) from error
        except KeyboardInterrupt:
            stop(connection, answer)
            raise


def stop(connection: duckdb.DuckDBPyConnection, answer: "Future[pa.Table]") -> None:
    """Interrupt the query until it has ended."""
    while not answer.done():
        connection.interrupt()
        time.sleep(0.05)


def execute(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Parameters, row_limit: int | None
) -> pa.Table:
    relation = bind(connection, sql, parameters)
    if relation is None:
        return pa.table({})
    return (relation if row_limit is None else relation.limit(row_limit)).to_arrow_table()


def bind(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Parameters
) -> duckdb.DuckDBPyRelation | None:
    """What `sql` asks for, not yet fetched. Raises duckdb.Error with the place in the statement,
    which only `execute` tells.
    """
    try:
        return connection.sql(sql, params=parameters)
    except (duckdb.BinderException, duckdb.CatalogException):
        connection.execute(sql, parameters)
        raise


def name_apart(table: pa.Table) -> pa.Table:
    """The table with names that differ: the second `name` of a join is `name_1`, so that no column
    is lost in a record.
    """
    names: list[str] = []
    for name in table.column_names:
        wanted = (name, *(f"{name}_{count}" for count in range(1, len(names) + 1)))
        names.append(next(one for one in wanted if one not in names))
    return table.rename_columns(names)


@contextmanager
def read_warehouse(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse at `path`, read-only, for queries of our own. Raises a WarehouseError, also
    where it is none of On Record.
    """
    with connect(path, read_only=True) as connection:
        check_ours(path, connection)
        try:
            yield connection
        except duckdb.Error as error:
            raise explain(path, error) from error
