"""Which members are compared, and what finding them costs."""

from functools import partial

import duckdb
import numpy as np
import pytest

from tests.cpu import cpu_seconds
from warehouse.across.index import (
    CROWDED,
    NEIGHBOURS,
    QUOTES,
    MemberKeys,
    find_candidates,
    finish_keys,
    start_keys,
    write_keys,
)
from warehouse.across.tables import make_temp

KEYS = 40  # of each member
FEW, MANY = 400, 1600


@pytest.mark.parametrize("copies", [CROWDED, CROWDED + 1])
def test_of_a_key_that_many_bear_neighbours_alone_are_candidates(
    connection: duckdb.DuckDBPyConnection, copies: int
) -> None:
    bring_copies(connection, copies)
    found = connection.execute("select one, other from candidate").fetchall()
    apart = [int(other, 16) - int(one, 16) for one, other in found]
    assert sorted(set(apart)) == list(range(1, copies if copies <= CROWDED else NEIGHBOURS + 1))
    assert len(found) == sum(copies - step for step in set(apart))


def test_copies_cost_no_more_each_where_there_are_many(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    few, many = (
        cpu_seconds(partial(bring_copies, connection, copies), runs=2) for copies in (FEW, MANY)
    )
    assert many < 2 * few * MANY / FEW


def bring_copies(connection: duckdb.DuckDBPyConnection, copies: int) -> None:
    """So many quotes that have all keys in common, all of one day."""
    ids = [f"{place:016x}" for place in range(copies)]
    connection.execute("delete from ops.quote_key")
    connection.execute("delete from ops.common_key")
    make_temp(connection, "touched_quote", f"select unnest({ids}) as quote_id")
    for name in ("gone_quote", "relinked_quote"):
        make_temp(connection, name, "from touched_quote limit 0")
    start_keys(connection, QUOTES)
    owners = np.repeat(np.arange(copies), KEYS)
    keys = np.tile(np.arange(KEYS, dtype=np.uint64), copies)
    write_keys(connection, QUOTES, MemberKeys(ids, [0] * copies, {"said_topic": (owners, keys)}))
    finish_keys(connection, QUOTES)
    find_candidates(connection, QUOTES)
