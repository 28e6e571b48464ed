"""A step on the warehouse that is all or nothing -> the same with little memory, where little was
loaded.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

import duckdb

# for DuckDB; it keeps what it has read as long as there is room, which spares nothing
LEAST, LITTLE = "160MB", "300MB"
FEWEST_PAGES, FEW_PAGES = 500, 2_000  # what is made of so many fits, the one into the other
MUCH = "1GB"  # what a step that can put on disk what does not fit needs for 100,000 articles
UNITS = {"KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40, "MB": 10**6, "GB": 10**9}

Result = TypeVar("Result")


def take_bounded(
    connection: duckdb.DuckDBPyConnection, pages: int, step: Callable[[], Result]
) -> Result:
    """What the step gives. pages: that it is about; few of them are to do with little memory. Where
    that does not do the step begins again with more, and at last with all that there is.
    """
    return take_at_most(connection, choose_limits(pages), step)


def choose_limits(pages: int) -> tuple[str, ...]:
    """What may do, one after the other."""
    if pages <= FEWEST_PAGES:
        return LEAST, MUCH
    return (LITTLE, MUCH) if pages <= FEW_PAGES else (MUCH,)


def take_at_most(
    connection: duckdb.DuckDBPyConnection, limits: Sequence[str], step: Callable[[], Result]
) -> Result:
    """What the step gives with the first memory that does, or, where none does, with all."""
    (usual,), *_ = connection.execute("select current_setting('memory_limit')").fetchall()
    lower = [limit for limit in limits if count_bytes(limit) < count_bytes(usual)]
    try:
        for limit in lower:
            limit_memory(connection, limit)
            with suppress(duckdb.OutOfMemoryException):
                return step()
        limit_memory(connection, usual)
        return step()
    finally:
        with suppress(duckdb.Error):  # the error of the step is the one to hear
            limit_memory(connection, usual)


def count_bytes(limit: str) -> float:
    """`1GB` and, as DuckDB tells it, `18.6 GiB` -> bytes; of another unit none are known to fit."""
    unit = limit.lstrip("0123456789. ")
    return float(limit.removesuffix(unit)) * UNITS.get(unit, 0)


def limit_memory(connection: duckdb.DuckDBPyConnection, limit: str) -> None:
    """Let DuckDB take so much: to reset the setting shows the usual limit and keeps the other."""
    connection.execute(f"set memory_limit = '{limit}'")
