"""A step on the warehouse that is all or nothing -> the same with little memory and in one thread,
where little was loaded.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TypeVar

import duckdb

# for DuckDB, which keeps what it has read as long as there is room: that spares nothing; with the
# least it has one thread, since to share out little work costs a quarter of it
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
    usual = str(read_setting(connection, "memory_limit"))
    for limit in limits:
        if count_bytes(limit) < count_bytes(usual):
            with suppress(duckdb.OutOfMemoryException), narrow(connection, limit):
                return step()
    return step()


@contextmanager
def narrow(connection: duckdb.DuckDBPyConnection, limit: str) -> Iterator[None]:
    """Let DuckDB take so much memory, and where that is the least one thread."""
    settings = ("memory_limit", "threads") if limit == LEAST else ("memory_limit",)
    usual = {setting: read_setting(connection, setting) for setting in settings}
    narrowed = {"memory_limit": limit, "threads": 1}
    try:
        for setting in settings:
            change_setting(connection, setting, narrowed[setting])
        yield
    finally:
        with suppress(duckdb.Error):  # the error of the step is the one to hear
            for setting in settings:
                change_setting(connection, setting, usual[setting])


def read_setting(connection: duckdb.DuckDBPyConnection, setting: str) -> object:
    (value,), *_ = connection.execute(f"select current_setting('{setting}')").fetchall()
    return value


def change_setting(connection: duckdb.DuckDBPyConnection, setting: str, value: object) -> None:
    """To reset the limit of memory shows the usual one and keeps the other: it is set."""
    connection.execute(f"set {setting} = '{value}'")


def count_bytes(limit: str) -> float:
    """`1GB` and, as DuckDB tells it, `18.6 GiB` -> bytes; of another unit none are known to fit."""
    unit = limit.lstrip("0123456789. ")
    return float(limit.removesuffix(unit)) * UNITS.get(unit, 0)
