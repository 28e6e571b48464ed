"""A small run takes little memory, and all of it where little does not do."""

import duckdb
import pytest

from warehouse import thrift
from warehouse.thrift import FEW_PAGES, take_little

LIMIT = "select current_setting('memory_limit')"
NEEDS_ROOM = "select len(list(n)) from range(4000000) as step (n)"


def ask(connection: duckdb.DuckDBPyConnection, query: str) -> object:
    return connection.execute(query).fetchall()[0][0]


def test_a_small_run_takes_little_and_gives_it_back() -> None:
    with duckdb.connect() as connection:
        connection.execute("set memory_limit = '1GiB'")
        assert take_little(connection, FEW_PAGES, lambda: ask(connection, LIMIT)) == "286.1 MiB"
        assert ask(connection, LIMIT) == "1.0 GiB"
        assert take_little(connection, FEW_PAGES + 1, lambda: ask(connection, LIMIT)) == "1.0 GiB"


def test_a_step_that_needs_more_begins_again_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thrift, "LITTLE", "12MB")
    limits = []
    with duckdb.connect() as connection:

        def step() -> object:
            limits.append(ask(connection, LIMIT))
            return ask(connection, NEEDS_ROOM)

        assert take_little(connection, 1, step) == 4_000_000
    assert len(limits) == 2
    assert limits[0] == "11.4 MiB" != limits[1]


def test_a_step_that_fails_for_another_reason_fails() -> None:
    with duckdb.connect() as connection:
        connection.execute("set memory_limit = '1GiB'")
        with pytest.raises(duckdb.CatalogException):
            take_little(connection, 1, lambda: ask(connection, "from nowhere"))
        assert ask(connection, LIMIT) == "1.0 GiB"
