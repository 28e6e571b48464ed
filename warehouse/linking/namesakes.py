"""What is known of those who bear a surname -> kept for the names that do not tell, and given back
where such names are linked.
"""

from collections.abc import Sequence
from typing import Any, Literal

import duckdb
import pyarrow as pa

from warehouse.across.tables import add_staged, make_temp, stage

BEARER = {
    "shared_key": pa.string(),
    "surname": pa.string(),
    "cluster_id": pa.string(),
    "name_key": pa.string(),
    "weight": pa.int32(),
    "names": pa.list_(pa.string()),
    "nations": pa.list_(pa.string()),
    "words": pa.list_(pa.string()),
    "roles": pa.list_(pa.string()),
    "letters": pa.list_(pa.string()),
}
KNOWN = "surname, name_key, weight, names, nations, words, roles"
BearerRow = tuple[Any, ...]  # as KNOWN names the columns


def start(connection: duckdb.DuckDBPyConnection) -> None:
    stage(connection, "made_bearer", BEARER, [])


def write(connection: duckdb.DuckDBPyConnection, rows: Sequence[Sequence[object]]) -> None:
    """Note what is known of bearers, as BEARER names the columns."""
    add_staged(connection, "made_bearer", BEARER, rows)


def settle_full(connection: duckdb.DuckDBPyConnection) -> None:
    """Keep what is known of full names; the initials that these may mean are touched."""
    make_temp(connection, "touched_initial", TOUCHED_INITIAL)
    replace(connection, "name")
    connection.execute(TOUCH_INITIALS)
    connection.execute(BLOCK_INITIALS)


def settle_initials(connection: duckdb.DuckDBPyConnection) -> None:
    """Keep what is known of them."""
    replace(connection, "initial")


def replace(connection: duckdb.DuckDBPyConnection, sort: Literal["name", "initial"]) -> None:
    """What is known by touched keys of a sort is what was made."""
    connection.execute(REPLACED, {"sort": f"{sort} "})
    connection.execute("insert into ops.link_bearer by name from made_bearer")
    start(connection)


REPLACED = """
delete from ops.link_bearer
where shared_key in (select shared_key from touched_key where starts_with(shared_key, $sort))
"""
TOUCHED_INITIAL = """
with changed as (
    select surname, letters from ops.link_bearer semi join touched_key using (shared_key)
    union all
    select surname, letters from made_bearer
)

select distinct 'initial ' || surname || ' ' || unnest(letters) as shared_key from changed
"""
TOUCH_INITIALS = """
insert into touched_key
select shared_key from touched_initial anti join touched_key using (shared_key)
"""
BLOCK_INITIALS = """
insert into block_node by name
select node_id, surname, shared_key, 'initial' as sort, hash(surname) as block
from ops.link_key
semi join touched_initial using (shared_key)
anti join block_node using (node_id)
inner join ops.link_node using (node_id)
"""


def read_full(connection: duckdb.DuckDBPyConnection) -> list[BearerRow]:
    """The bearers by a full name whom the initials of the portion may mean."""
    return connection.execute(FULL).fetchall()


FULL = f"""
select {KNOWN}
from ops.link_bearer
where
    starts_with(shared_key, 'name ')
    and exists (
        select 1
        from (select distinct surname, right(shared_key, 1) as letter from portion_node) as initial
        where initial.surname = link_bearer.surname and list_contains(letters, letter)
    )
"""


def read_all(connection: duckdb.DuckDBPyConnection) -> list[BearerRow]:
    """The bearers of the surnames of the portion."""
    query = f"select {KNOWN} from ops.link_bearer semi join portion_node using (surname)"
    return connection.execute(query).fetchall()
