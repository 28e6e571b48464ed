"""A warehouse path -> a connection that reads the warehouse and reaches nothing else; a statement
-> why it is refused.
"""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import duckdb

from warehouse.connect import connect
from warehouse.errors import WarehouseError
from warehouse.lake import is_lake, open_data
from warehouse.schema import check_ours

Connection = duckdb.DuckDBPyConnection
SEARCH_PATH = "mart,core,ops"  # `from quote` is the flat view; `from core.quote` the table
SETTINGS = (
    f"set search_path = '{SEARCH_PATH}'",
    "set enable_external_access = false",  # read-only alone still reads and writes other files
    "set lock_configuration = true",
)
# DuckDB reads DESCRIBE, SHOW and SUMMARIZE as SELECT, PIVOT as CREATE (of a temporary type) and
# SELECT, which DuckDB 2 calls MULTI.
ALLOWED = ("SELECT", "EXPLAIN", "SET", "CREATE", "MULTI")
# Logging to a file ends the process where files are out of reach, profiling prints past our
# drawing, and query() hides the name of either in a string.
REFUSED_FUNCTIONS = frozenset(
    {
        "enable_logging",
        "disable_logging",
        "truncate_duckdb_logs",
        "enable_profiling",
        "disable_profiling",
        "query",
    }
)
# What a lake brings along reaches other databases, and files of its own accord.
REFUSED_FAMILIES = ("postgres_", "sqlite_", "pg_clear_", "ducklake_")
ALLOWED_OF_LAKES = frozenset(
    {
        "ducklake_snapshots",
        "ducklake_current_snapshot",
        "ducklake_table_info",
        "ducklake_table_changes",
        "ducklake_table_insertions",
        "ducklake_table_deletions",
    }
)
CATALOGUE = "__ducklake_metadata"  # the database of a lake's catalogue, whose tables are nobody's
SPACE_OR_COMMENT = " \t\r\n"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a question may cost: seconds, memory as DuckDB writes it (2GB), rows. None is no limit
    of ours.
    """

    seconds: float | None = None
    memory: str | None = None
    rows: int | None = None


NO_LIMITS = Limits()


def open_sandbox(path: Path, limits: Limits = NO_LIMITS) -> duckdb.DuckDBPyConnection:
    """A connection that can read the warehouse at `path` and nothing else. Raises a
    WarehouseError.
    """
    if not path.exists():
        raise WarehouseError(
            f"there is no warehouse {path}: make one with onrecord ingest, or name another with --warehouse"
        )
    connection = connect(path, read_only=True)
    check_ours(path, connection)
    limit_memory(connection, limits.memory)
    for setting in (*open_data(connection, path), *SETTINGS) if is_lake(path) else SETTINGS:
        connection.execute(setting)
    return connection


def limit_memory(connection: duckdb.DuckDBPyConnection, memory: str | None) -> None:
    """Let queries take no more memory than that. Raises a WarehouseError where it is no size."""
    if memory is None:
        return
    try:
        connection.execute("set memory_limit = $size", {"size": memory})
    except duckdb.Error as error:
        raise WarehouseError(f"{memory!r} is no size of memory: write 500MB or 2GB") from error


def refuse(connection: duckdb.DuckDBPyConnection, sql: str) -> str | None:
    """Why `sql` is not run, None where it may be. Raises duckdb.Error where it is no SQL."""
    kinds = [statement.type.name for statement in connection.extract_statements(sql)]
    if others := [kind for kind in kinds if kind not in ALLOWED]:
        return f"{others[0]} is refused: the warehouse is only read here"
    if called := sorted(filter(is_refused, find_calls(sql))):
        return f"{called[0]}() is refused: it reaches beyond the warehouse"
    if CATALOGUE in sql.lower():
        return "the catalogue of the lake is refused: it reaches beyond the warehouse"
    return None


def is_refused(function: str) -> bool:
    """Whether a function reaches beyond the warehouse."""
    if function in ALLOWED_OF_LAKES:
        return False
    return function in REFUSED_FUNCTIONS or function.startswith(REFUSED_FAMILIES)


def find_calls(sql: str) -> list[str]:
    """Names that stand before an opening bracket, in small letters and without quotation marks."""
    starts = duckdb.tokenize(sql)
    ends = [offset for offset, _ in starts[1:]] + [len(sql)]
    encoded = sql.encode()
    tokens = [
        read_token(encoded[start:end].decode(errors="replace"))
        for (start, _), end in zip(starts, ends, strict=True)
    ]
    told = filter(None, tokens)  # to DuckDB 2 a comment is a token
    return [name for name, bracket in pairwise(told) if bracket == "("]


def read_token(words: str) -> str:
    """A token without what follows it up to the next: `"Query" /* why */ ` -> `query`."""
    if words.startswith('"'):
        return words[1:].partition('"')[0].lower()
    if words.startswith("("):
        return "("
    for mark in ("/*", "--"):
        words = words.partition(mark)[0]
    return words.strip(SPACE_OR_COMMENT).lower()
