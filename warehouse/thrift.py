"""A step on the warehouse that is all or nothing -> the same with little memory, where little was
loaded.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

import duckdb

LITTLE = "300MB"  # for DuckDB; it keeps what it has read as long as there is room
FEW_PAGES = 2_000  # what is made of them fits
MUCH = "1GB"  # what a step that can put on disk what does not fit needs for 100,000 articles
UNITS = {"KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40, "MB": 10**6, "GB": 10**9}

Result = TypeVar("Result")


def take_little(
    connection: duckdb.DuckDBPyConnection, pages: int, step: Callable[[], Result]
) -> Result:
    """What the step gives. pages: that the run has loaded. Where little memory does not do, the
    step begins again with all that there is.
    """
    return step() if pages > FEW_PAGES else take_at_most(connection, LITTLE, step)


def take_bounded(
    connection: duckdb.DuckDBPyConnection, pages: int, step: Callable[[], Result]
) -> Result:
    """The same, of a step that does with a bounded memory however many the pages are."""
    return take_at_most(connection, LITTLE if pages <= FEW_PAGES else MUCH, step)


def take_at_most(
    connection: duckdb.DuckDBPyConnection, limit: str, step: Callable[[], Result]
) -> Result:
    """What the step gives with so much memory, or, where that does not do, with all."""
    (usual,), *_ = connection.execute("select current_setting('memory_limit')").fetchall()
    if count_bytes(usual) <= count_bytes(limit):
        return step()
    try:
        limit_memory(connection, limit)
        return step()
    except duckdb.OutOfMemoryException:
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
