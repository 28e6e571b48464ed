"""What is known of those who bear a surname -> kept for the names that do not tell, and given back
where such names are linked.
"""

from collections.abc import Sequence
from typing import Any, Literal

import duckdb
import pyarrow as pa

from warehouse.across.index import as_member
from warehouse.across.tables import make_table, make_temp
from warehouse.connect import as_table
from warehouse.linking.keys import as_key

BEARER = {
    "shared_key": pa.string(),
    "sort": pa.string(),
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
    make_temp(connection, "made_bearer", "from ops.link_bearer limit 0")


def write(connection: duckdb.DuckDBPyConnection, rows: Sequence[Sequence[object]]) -> None:
    """Note what is known of bearers, as BEARER names the columns."""
    with as_table(connection, "told", make_table(BEARER, rows)):
        connection.execute(ADD_BEARERS)


ADD_BEARERS = f"""
insert into made_bearer by name
select
    {as_key("shared_key")} as shared_key,
    {as_member("cluster_id")} as cluster,
    * exclude (shared_key, cluster_id)
from told
"""


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
    connection.execute(REPLACED, {"sort": sort})
    connection.execute("insert into ops.link_bearer by name from made_bearer")
    start(connection)


REPLACED = """
delete from ops.link_bearer
where sort = $sort and shared_key in (select shared_key from touched_key)
"""
TOUCHED_INITIAL = f"""
with changed as (
    select surname, letters from ops.link_bearer semi join touched_key using (shared_key)
    union all
    select surname, letters from made_bearer
),

initial as (
    select distinct 'initial ' || surname || ' ' || unnest(letters) as words from changed
)

select {as_key("words")} as shared_key from initial
"""
TOUCH_INITIALS = """
insert into touched_key
select shared_key from touched_initial anti join touched_key using (shared_key)
"""
BLOCK_INITIALS = """
insert into block_node by name
select node, surname, shared_key, sort, letter, hash(surname) as block
from ops.link_key
semi join touched_initial using (shared_key)
anti join block_node using (node)
inner join ops.link_node using (node)
"""


def read_full(connection: duckdb.DuckDBPyConnection) -> list[BearerRow]:
    """The bearers by a full name whom the initials of the portion may mean."""
    return connection.execute(FULL).fetchall()


FULL = f"""
with bearer as materialized (
    from ops.link_bearer
    semi join portion_node using (surname)
    where sort = 'name'
)

select {KNOWN}
from bearer
where exists (
    select 1
    from (select distinct surname, letter from portion_node) as initial
    where initial.surname = bearer.surname and list_contains(letters, letter)
)
"""


def read_all(connection: duckdb.DuckDBPyConnection) -> list[BearerRow]:
    """The bearers of the surnames of the portion."""
    query = f"select {KNOWN} from ops.link_bearer semi join portion_node using (surname)"
    return connection.execute(query).fetchall()
