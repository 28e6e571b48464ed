"""A path -> a DuckDB connection with our settings; an error of DuckDB -> an error that says what to
do.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.errors import (
    DamagedWarehouseError,
    NewerSchemaError,
    WarehouseError,
    WarehouseLockedError,
)
from warehouse.lake import attach, is_lake, spell, words_of
from warehouse.postgres import explain_postgres

STORAGE_VERSION = "v1.5.0"  # what DuckDB 1.5 can read, whichever DuckDB writes it
# Rows that come to a table with a primary key are written by themselves, as they are where there is
# no key, and small portions united later. Without it up to 122,880 rows are written anew by each
# run: of articles with their texts, in 3 s of CPU. The setting is new, other versions may lack it.
REBUILD = "vacuum_rebuild_indexes"
ROWS_REBUILT = 100_000_000  # of a table; the index of 100,000 articles is made in .1 s
# what DuckDB says where a block is broken
DAMAGE = (
    "corrupt",
    "checksum",
    "could not read enough bytes",
    "failed to deserialize",
)
Row = Mapping[str, object]


def connect(path: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """Open the file at `path`. Raises a WarehouseError that names the file and the way out."""
    config = {} if read_only else tell_how_to_write()
    try:
        lake = is_lake(path)
        connection = (
            attach(path, read_only=read_only)
            if lake
            else duckdb.connect(str(path), read_only=read_only, config=config)
        )
    except duckdb.Error as error:
        raise explain(path, error) from error
    connection.execute("set enable_progress_bar = false")
    return connection


@cache
def tell_how_to_write() -> dict[str, str | bool | int | float | list[str]]:
    """The settings with which a file is written."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "storage_compatibility_version": STORAGE_VERSION
    }
    with duckdb.connect() as connection:
        known = connection.execute(f"from duckdb_settings() where name = '{REBUILD}'").fetchall()
    return config | {REBUILD: ROWS_REBUILT} if known else config


def explain(path: Path, error: duckdb.Error) -> WarehouseError:
    """The error of ours that a failure of DuckDB to open or read the file at `path` means."""
    if words_of(path) is not None:
        return explain_postgres(spell(path), error)
    words = str(error).lower()
    if ("lock" in words and "conflict" in words) or "different configuration" in words:
        return WarehouseLockedError(
            f"{path} is open for writing in another program: close it there, then try again"
        )
    if "permission denied" in words:
        return WarehouseError(
            f"no permission to read {path}: ask its owner, or name another file with --warehouse"
        )
    if "newer version" in words or "version number" in words:
        return NewerSchemaError(
            f"{path} was written by a newer DuckDB than {duckdb.__version__}: upgrade the duckdb package"
        )
    return DamagedWarehouseError(
        f"{path} is not a DuckDB file or is damaged: restore a copy of it, or name another file with --warehouse"
    )


def is_damage(error: duckdb.Error) -> bool:
    """Whether a statement failed because the file is broken further in than its head, which alone
    is read when it is opened.
    """
    words = str(error).lower()
    return any(word in words for word in DAMAGE)


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All or nothing: commit at the end, roll back on any error, Ctrl-C included."""
    connection.execute("begin transaction")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        with suppress(duckdb.TransactionException):  # a commit that fails has rolled back already
            connection.execute("rollback")
        raise


@contextmanager
def as_table(connection: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> Iterator[None]:
    """Let statements read the Arrow table by its name."""
    connection.register(name, table)
    try:
        yield
    finally:
        with suppress(
            duckdb.TransactionException
        ):  # a failed transaction refuses this, and its own error is the one to hear
            connection.unregister(name)


def insert_rows(
    connection: duckdb.DuckDBPyConnection, table_name: str, rows: Sequence[Row]
) -> None:
    """Append rows to a table, by the names of their columns; columns that the rows do not have stay
    NULL.
    """
    if not rows:
        return
    with as_table(connection, "incoming", make_arrow(connection, table_name, rows)):
        connection.execute(f"insert into {table_name} by name select * from incoming")  # noqa: S608 - names of our own tables


def make_arrow(
    connection: duckdb.DuckDBPyConnection, table_name: str, rows: Sequence[Row]
) -> pa.Table:
    """Rows with the types of the table that they are meant for."""
    types = connection.sql(f"from {table_name} limit 0").to_arrow_table().schema
    names = list(rows[0])
    columns = [pa.array([row[name] for row in rows], type=types.field(name).type) for name in names]
    return pa.table(columns, names=names)


def make_key_table(keys: Sequence[str], name: str = "key") -> pa.Table:
    """A one-column Arrow table of text."""
    return pa.table({name: pa.array(keys, type=pa.string())})
