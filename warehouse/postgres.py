"""The words that name a database of PostgreSQL -> what they say; a database -> the turns of those
who write to it, on whatever machines.
"""

import os
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import duckdb

from warehouse.errors import WarehouseError, WarehouseLockedError
from warehouse.extensions import SHUT, load_extension

# "dbname=news", "host='/var/run/my postgres'"
OPTION = re.compile(r"\b(\w+)\s*=\s*('(?:[^'\\]|\\.)*'|[^\s'=]*)(?=\s|$)")
SECRET = re.compile(r"password|secret|token")
NO_NAME = re.compile(r"[^\w.-]+")
HINT = "name the database as ducklake:postgres:dbname=NAME host=HOST user=USER"
ADVISORY_KEY = 6_811_250_014  # what all who write to lakes of On Record ask a database for
ASK_SECONDS = 0.2  # so often somebody who waits asks whether it is his turn


def read_words(words: str) -> dict[str, str]:
    """`dbname=news host=db.example.org` -> its options. Raises a WarehouseError, which says none of
    the words, where they cannot be read or hold a secret.
    """
    if OPTION.sub("", words).strip():
        raise WarehouseError(f"a lake in PostgreSQL is not named like that: {HINT}")
    options = {name: value.strip("'") for name, value in OPTION.findall(words)}
    if any(SECRET.search(name) for name in options):
        raise WarehouseError(
            "a password that stands in the name of a lake is seen in lists of processes: put it into PGPASSWORD or ~/.pgpass"
        )
    if "=" in options.get("dbname", "") or "://" in options.get("dbname", ""):
        raise WarehouseError(f"a database is not named like that: {HINT}")
    return options


def name_place(options: Mapping[str, str], environment: Mapping[str, str] = os.environ) -> str:
    """The name of what lies on this machine of a lake: `news.lake`."""
    named = options.get("dbname") or options.get("service") or environment.get("PGDATABASE")
    return f"{NO_NAME.sub('_', named or 'postgres')}.lake"


def explain_postgres(spelled: str, error: duckdb.Error) -> WarehouseError:
    """The error of ours that a failure to reach a lake in PostgreSQL means."""
    words = str(error)
    if "does not exist - and creating" in words:
        return WarehouseError(
            f"there is no warehouse in {spelled}: make one with onrecord ingest, or name another with --warehouse"
        )
    lines = words.strip().splitlines()
    told = lines[0].rpartition(": connection to ")[2] if lines else words
    return WarehouseError(f"{spelled} cannot be opened: {told}")


@contextmanager
def open_turns(words: str, spelled: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection of its own, on which a turn can be held. Raises a WarehouseError where the
    database cannot be reached.
    """
    with duckdb.connect(config=SHUT) as connection:
        load_extension(connection, "postgres_scanner")
        named = words.replace("'", "''")
        try:
            connection.execute(f"attach '{named}' as turns (type postgres)")
        except duckdb.Error as error:
            raise explain_postgres(spelled, error) from error
        yield connection


@contextmanager
def hold_turn(
    connection: duckdb.DuckDBPyConnection,
    spelled: str,
    wait_seconds: float = float("inf"),
    on_wait: Callable[[], None] = lambda: None,
) -> Iterator[None]:
    """While nobody else writes. The turn is an advisory lock of the database, which goes with the
    connection, however that ends. Raises WarehouseLockedError where it is not had in time.
    """
    connection.execute("begin")
    try:
        ask(connection, "set_config('idle_in_transaction_session_timeout', '0', true)")
        wait_for_turn(connection, spelled, wait_seconds, on_wait)
        yield
    finally:
        connection.execute("rollback")


def wait_for_turn(
    connection: duckdb.DuckDBPyConnection,
    spelled: str,
    wait_seconds: float,
    on_wait: Callable[[], None],
) -> None:
    """Ask until it is one's turn. Raises WarehouseLockedError."""
    deadline = time.monotonic() + wait_seconds
    is_told = False
    while not ask(connection, f"pg_try_advisory_xact_lock({ADVISORY_KEY})"):
        if not is_told:
            on_wait()
            is_told = True
        if time.monotonic() > deadline:
            raise WarehouseLockedError(
                f"another run is writing {spelled} after {wait_seconds:g} s of waiting: wait for its end"
            )
        time.sleep(ASK_SECONDS)


def ask(connection: duckdb.DuckDBPyConnection, expression: str) -> object:
    """What the database says to an expression."""
    asked = connection.execute(
        "from postgres_query('turns', ?)", [f"select {expression} as answer"]
    )
    ((answer,),) = asked.fetchall()
    return answer
