"""A small run takes little memory, and all of it where little does not do."""

import duckdb
import pytest

from warehouse import thrift
from warehouse.thrift import FEW_PAGES, FEWEST_PAGES, count_bytes, take_bounded

LIMIT = "select current_setting('memory_limit')"
NEEDS_ROOM = "select len(list(n)) from range(4000000) as step (n)"


def ask(connection: duckdb.DuckDBPyConnection, query: str) -> object:
    return connection.execute(query).fetchall()[0][0]


def test_a_small_run_takes_little_and_gives_it_back() -> None:
    with duckdb.connect() as connection:
        connection.execute("set memory_limit = '1GiB'")
        least = take_bounded(connection, FEWEST_PAGES, lambda: ask(connection, LIMIT))
        little = take_bounded(connection, FEWEST_PAGES + 1, lambda: ask(connection, LIMIT))
        assert (least, little) == ("152.5 MiB", "286.1 MiB")
        assert ask(connection, LIMIT) == "1.0 GiB"


def test_a_large_run_takes_a_bounded_memory_for_what_can_be_put_on_disk() -> None:
    with duckdb.connect() as connection:
        connection.execute("set memory_limit = '2GiB'")
        assert take_bounded(connection, FEW_PAGES, lambda: ask(connection, LIMIT)) == "286.1 MiB"
        large = take_bounded(connection, FEW_PAGES + 1, lambda: ask(connection, LIMIT))
        assert large == "953.6 MiB"


def test_nobody_is_given_more_than_there_is() -> None:
    with duckdb.connect() as connection:
        connection.execute("set memory_limit = '600MiB'")
        large = take_bounded(connection, FEW_PAGES + 1, lambda: ask(connection, LIMIT))
        assert large == "600.0 MiB"


@pytest.mark.parametrize(
    ("limit", "size"), [("1GB", 1e9), ("300MB", 3e8), ("1.5 GiB", 1.5 * 2**30), ("600 pages", 0)]
)
def test_limits_are_read_as_duckdb_tells_them(limit: str, size: float) -> None:
    assert count_bytes(limit) == size


def test_a_step_that_needs_more_begins_again_with_more_and_at_last_with_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(thrift, "LEAST", "12MB")
    monkeypatch.setattr(thrift, "MUCH", "15MB")
    limits = []
    with duckdb.connect() as connection:

        def step() -> object:
            limits.append(ask(connection, LIMIT))
            return ask(connection, NEEDS_ROOM)

        assert take_bounded(connection, 1, step) == 4_000_000
    assert limits[:2] == ["11.4 MiB", "14.3 MiB"]
    assert len(limits) == 3


def test_a_step_that_fails_for_another_reason_fails() -> None:
    with duckdb.connect() as connection:
        connection.execute("set memory_limit = '1GiB'")
        with pytest.raises(duckdb.CatalogException):
            take_bounded(connection, 1, lambda: ask(connection, "from nowhere"))
        assert ask(connection, LIMIT) == "1.0 GiB"
