"""A step on the warehouse that is all or nothing -> the same with little memory, where little was
loaded.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

import duckdb

LITTLE = "300MB"  # for DuckDB; it keeps what it has read as long as there is room
FEW_PAGES = 2_000  # what is made of them fits

Result = TypeVar("Result")


def take_little(
    connection: duckdb.DuckDBPyConnection, pages: int, step: Callable[[], Result]
) -> Result:
    """What the step gives. pages: that the run has loaded. Where little memory does not do, the
    step begins again with all that there is.
    """
    if pages > FEW_PAGES:
        return step()
    (usual,), *_ = connection.execute("select current_setting('memory_limit')").fetchall()
    try:
        limit_memory(connection, LITTLE)
        return step()
    except duckdb.OutOfMemoryException:
        limit_memory(connection, usual)
        return step()
    finally:
        with suppress(duckdb.Error):  # the error of the step is the one to hear
            limit_memory(connection, usual)


def limit_memory(connection: duckdb.DuckDBPyConnection, limit: str) -> None:
    """Let DuckDB take so much: to reset the setting shows the usual limit and keeps the other."""
    connection.execute(f"set memory_limit = '{limit}'")
