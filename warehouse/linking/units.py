"""Clusters of which something changed -> whole units, what is one place or what lists and
corrections may speak of, to be described.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.across.index import as_id, as_member
from warehouse.across.tables import make_table, make_temp
from warehouse.connect import as_table
from warehouse.linking.blocks import NODE, NODES_AT_ONCE

UNITED = {"geonames_id": pa.int64(), "united_id": pa.string()}


def read_shared_places(
    connection: duckdb.DuckDBPyConnection,
) -> list[tuple[int, list[tuple[str, str]]]]:
    """The places that changed hands -> the clusters, as (key, id), that are that place now; all of
    them are dirty.
    """
    connection.execute(
        "insert into affected_geonames select geonames_id from ops.link_cluster semi join dirty_cluster using (cluster)"
    )
    connection.execute(
        "insert into dirty_cluster select cluster from ops.link_cluster where geonames_id in (from affected_geonames)"
    )
    make_temp(connection, "dirty_cluster", "select distinct cluster from dirty_cluster")
    shared: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for geonames_id, key, cluster_id in connection.execute(SHARED).fetchall():
        shared[geonames_id].append((key, cluster_id))
    return list(shared.items())


SHARED = f"""
select geonames_id, name_key, {as_id("cluster")} as cluster_id
from ops.link_cluster
where geonames_id in (from affected_geonames)
order by all
"""


def unite(connection: duckdb.DuckDBPyConnection, first: Sequence[tuple[int, str]]) -> None:
    """Dirty clusters are one with the first of their place: (geonames_id, cluster_id)."""
    with as_table(connection, "first_of_place", make_table(UNITED, first)):
        connection.execute(UNITE)


UNITE = f"""
update ops.link_cluster set united = now.united
from (
    select cluster, coalesce({as_member("united_id")}, cluster) as united
    from ops.link_cluster as held
    semi join dirty_cluster using (cluster)
    left join first_of_place on held.geonames_id = first_of_place.geonames_id
) as now
where link_cluster.cluster = now.cluster and link_cluster.united <> now.united
"""


def take_in_hand(
    connection: duckdb.DuckDBPyConnection,
    names: Iterable[str],
    ids: Iterable[str],
    geonames_ids: Iterable[int],
) -> None:
    """Note the clusters that a list or correction may speak of, by folded names, keys and places;
    those that one did are dirty, too.
    """
    make_temp(connection, "was_in_hand", "select cluster from ops.link_cluster where is_in_hand")
    with (
        as_table(
            connection,
            "spoken_name",
            pa.table({"folded": pa.array(sorted(set(names)), pa.string())}),
        ),
        as_table(
            connection,
            "spoken_id",
            pa.table({"cluster_id": pa.array(sorted(set(ids)), pa.string())}),
        ),
        as_table(
            connection,
            "spoken_place",
            pa.table({"geonames_id": pa.array(sorted(set(geonames_ids)), pa.int64())}),
        ),
    ):
        make_temp(connection, "in_hand", IN_HAND)
    connection.execute(SET_IN_HAND)
    connection.execute(
        "insert into dirty_cluster select cluster from in_hand union from was_in_hand"
    )
    make_temp(connection, "unit", UNIT)


IN_HAND = """
select cluster
from ops.link_cluster
where united in (
    select united
    from ops.link_cluster
    where
        cluster in (select try_cast('0x' || cluster_id as ubigint) from spoken_id)
        or folded in (from spoken_name)
        or geonames_id in (from spoken_place)
        or cluster in (select cluster from ops.link_node where folded in (from spoken_name))
)
"""
SET_IN_HAND = """
update ops.link_cluster set is_in_hand = not is_in_hand
where is_in_hand <> (cluster in (from in_hand))
"""
UNIT = """
select cluster, united, is_in_hand
from ops.link_cluster
where united in (select united from ops.link_cluster semi join dirty_cluster using (cluster))
"""


def list_portions(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Conditions on `unit`: what is in hand is described together, the rest in portions that fit
    into memory.
    """
    if connection.execute("select 1 from unit where is_in_hand limit 1").fetchall():
        yield "is_in_hand"
    query = "select count(*) from ops.link_node where cluster in (select cluster from unit where not is_in_hand)"
    (count,), *_ = connection.execute(query).fetchall()
    portions = int(count) // NODES_AT_ONCE + 1
    yield from (
        f"not is_in_hand and hash(united) % {portions} = {portion}" for portion in range(portions)
    )


def read_units(connection: duckdb.DuckDBPyConnection, condition: str) -> list[tuple[Any, ...]]:
    """The clusters of a portion, of those that are one place the first: id, kind, key, name,
    geonames_id, country_code.
    """
    make_temp(connection, "portion", f"select cluster, united from unit where {condition}")
    return connection.execute(FIRST).fetchall()


FIRST = f"""
select {as_id("cluster")}, kind, name_key, name, geonames_id, country_code
from ops.link_cluster
where cluster in (select united from portion)
order by kind, name_key
"""


def read_nodes(connection: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """The nodes of the portion, each after the id of the cluster that it is described in."""
    query = f"select {as_id('united')}, {NODE} from ops.link_node inner join portion using (cluster) order by united, node"
    return connection.execute(query).fetchall()


def read_sums(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str, str, int]]:
    """How often the nodes of the portion are named by each form: node_id, form, kind, count; of
    kind country what gives the country.
    """
    return connection.execute(SUMS).fetchall()


SUMS = f"""
select {as_id("node")}, form, alias_kind, mention_count
from ops.link_form
where node in (select node from ops.link_node semi join portion using (cluster))
"""
