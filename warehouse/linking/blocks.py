"""Nodes that changed -> all nodes that have to do with them, as values to be clustered; and the
clusters back, with what differs noted.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from transforms.records import EntityKind
from warehouse.across.tables import add_staged, make_temp, stage
from warehouse.connect import as_table

NodeRow = tuple[Any, ...]  # as NODE names the columns
NODES_AT_ONCE = 60_000
MADE_NODE = {"node_id": pa.string(), "cluster_id": pa.string()}
MADE_CLUSTER = {
    "cluster_id": pa.string(),
    "kind": pa.string(),
    "name_key": pa.string(),
    "name": pa.string(),
    "folded": pa.string(),
    "is_open": pa.bool_(),
    "common_country": pa.string(),
    "geonames_id": pa.int64(),
    "country_code": pa.string(),
    "region": pa.string(),
    "found_in": pa.int32(),
}
NODE = "node_id, raw_kind, kind, name, country_code, acronyms, roles, article_id, article_count"


def spread(connection: duckdb.DuckDBPyConnection) -> None:
    """`touched_node`: all nodes that share a key with one that changed, directly or through others,
    each with a block to go by.
    """
    while True:
        make_temp(
            connection,
            "touched_node",
            "select distinct node_id from ops.link_key semi join touched_key using (shared_key)",
        )
        make_temp(
            connection,
            "more_key",
            "select distinct shared_key from ops.link_key semi join touched_node using (node_id)",
        )
        (grown,), *_ = connection.execute(
            "select count(*) from more_key anti join touched_key using (shared_key)"
        ).fetchall()
        make_temp(connection, "touched_key", "from more_key")
        if not grown:
            break
    make_temp(connection, "block_node", BLOCK_NODE)
    stage(connection, "made_node", MADE_NODE, [])
    stage(connection, "made_cluster", MADE_CLUSTER, [])


BLOCK_NODE = """
select node_id, kind, case when kind = 'organisation' then 0 else hash(min(shared_key)) end as block
from ops.link_node
semi join touched_node using (node_id)
inner join ops.link_key using (node_id)
group by node_id, kind
"""


def count_portions(connection: duckdb.DuckDBPyConnection, kind: EntityKind) -> int:
    """In how many portions the touched nodes of a kind are to be read, so that memory is bounded.
    Bodies hang together too much.
    """
    (count,), *_ = connection.execute(
        "select count(*) from block_node where kind = ?", [kind]
    ).fetchall()
    return 1 if kind == "organisation" else int(count) // NODES_AT_ONCE + 1


def read_nodes(
    connection: duckdb.DuckDBPyConnection, kind: EntityKind, portion: int, portions: int
) -> list[NodeRow]:
    """The touched nodes of a kind that are in a portion of the blocks."""
    make_temp(
        connection, "portion_node", PORTION.format(kind=kind, portion=portion, portions=portions)
    )
    return connection.execute(
        f"select {NODE} from ops.link_node semi join portion_node using (node_id)"
    ).fetchall()


PORTION = "select node_id from block_node where kind = '{kind}' and block % {portions} = {portion}"


def read_beside(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """The nodes of the portion that an article has side by side, each pair both ways round."""
    query = "select distinct node_id, other_node_id from ops.link_beside semi join portion_node using (node_id)"
    return connection.execute(query).fetchall()


def read_stories(
    connection: duckdb.DuckDBPyConnection, lone: Iterable[str]
) -> list[tuple[str, str]]:
    """For lone names, by node_id, the nodes of their surnames that an article of the same story
    has.
    """
    with as_table(
        connection, "lone_node", pa.table({"node_id": pa.array(sorted(lone), pa.string())})
    ):
        return connection.execute(STORIES).fetchall()


STORIES = """
with lone as (
    select link_node.node_id, surname, link_member.article_id
    from ops.link_node
    semi join lone_node using (node_id)
    inner join ops.link_member using (node_id)
),

told as (
    select lone.node_id, link_story.surname, other_article_id as article_id
    from lone
    inner join ops.link_story using (surname, article_id)
)

select distinct told.node_id, link_node.node_id
from told
inner join ops.link_member using (article_id)
inner join ops.link_node on link_member.node_id = link_node.node_id and told.surname = link_node.surname
where link_node.kind = 'person' and told.node_id <> link_node.node_id
"""


def write_made(
    connection: duckdb.DuckDBPyConnection,
    nodes: Sequence[tuple[str, str]],
    clusters: Sequence[Sequence[object]],
) -> None:
    """Note what was made of nodes: (node_id, cluster_id), and the clusters."""
    add_staged(connection, "made_node", MADE_NODE, nodes)
    add_staged(connection, "made_cluster", MADE_CLUSTER, clusters)


def settle_clusters(connection: duckdb.DuckDBPyConnection) -> None:
    """Write clusters; `dirty_cluster` are those of which something changed, `told_article` the
    articles that now name other regions.
    """
    make_temp(connection, "dirty_cluster", DIRTY)
    make_temp(
        connection,
        "affected_geonames",
        "select geonames_id from ops.link_cluster semi join dirty_cluster using (cluster_id)",
    )
    connection.execute(
        "delete from ops.link_cluster where cluster_id in (from dirty_cluster) and cluster_id not in (select cluster_id from made_cluster)"
    )
    make_temp(connection, "made_location", MADE_LOCATION)
    write_locations(connection, "made_location")
    connection.execute(RENEW_CLUSTERS)
    connection.execute(NEW_CLUSTERS)
    connection.execute(MOVE_NODES)
    make_temp(connection, "told_article", "select distinct article_id from moved_article")
    write_regions(connection, "select cluster_id from made_cluster where kind = 'place'")


DIRTY = """
select made_node.cluster_id
from made_node
inner join ops.link_node using (node_id)
where link_node.cluster_id is distinct from made_node.cluster_id or node_id in (from changed_node)
union
select link_node.cluster_id
from made_node
inner join ops.link_node using (node_id)
where link_node.cluster_id <> made_node.cluster_id
union
select cluster_id from lost_node where cluster_id is not null
"""
MADE_LOCATION = """
select
    cluster_id,
    made_cluster.geonames_id,
    made_cluster.country_code,
    made_cluster.region,
    made_cluster.found_in
from made_cluster
inner join ops.link_cluster as held using (cluster_id)
where
    made_cluster.kind = 'place'
    and (made_cluster.found_in = 0 or held.found_in = 0 or not made_cluster.is_open)
    and (made_cluster.geonames_id is distinct from held.geonames_id or made_cluster.found_in is distinct from held.found_in)
"""
RENEW_CLUSTERS = """
update ops.link_cluster
set name = made.name, folded = made.folded, is_open = made.is_open, common_country = made.common_country
from made_cluster as made
where
    link_cluster.cluster_id = made.cluster_id
    and (link_cluster.name, link_cluster.is_open, link_cluster.common_country)
    is distinct from (made.name, made.is_open, made.common_country)
"""
NEW_CLUSTERS = """
insert into ops.link_cluster by name
select *, cluster_id as united_id, false as is_in_hand
from made_cluster
anti join ops.link_cluster using (cluster_id)
"""
MOVE_NODES = """
update ops.link_node set cluster_id = made_node.cluster_id
from made_node
where link_node.node_id = made_node.node_id and link_node.cluster_id is distinct from made_node.cluster_id
"""


def write_locations(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Clusters lie where the table says; they are dirty, and so are those that share the place."""
    geonames = "insert into affected_geonames select geonames_id from ops.link_cluster semi join {table} using (cluster_id)"
    connection.execute(geonames.format(table=table))
    connection.execute(LOCATE.format(table=table))
    connection.execute(f"insert into dirty_cluster select cluster_id from {table}")


LOCATE = """
update ops.link_cluster
set
    geonames_id = found.geonames_id,
    country_code = found.country_code,
    region = found.region,
    found_in = found.found_in
from {table} as found
where link_cluster.cluster_id = found.cluster_id
"""


def write_regions(connection: duckdb.DuckDBPyConnection, clusters: str) -> None:
    """Nodes of clusters name the regions that these lie in; articles for which that is new are told
    of.
    """
    make_temp(connection, "changed_region", CHANGED_REGION.format(clusters=clusters))
    connection.execute(SET_REGION)
    connection.execute(
        "insert into told_article select distinct article_id from ops.link_member semi join changed_region using (node_id)"
    )
    make_temp(connection, "told_article", "select distinct article_id from told_article")


CHANGED_REGION = """
select node_id, link_cluster.region, link_cluster.found_in
from ops.link_node
inner join ops.link_cluster using (cluster_id)
where
    cluster_id in ({clusters})
    and (link_node.region, link_node.found_in) is distinct from (link_cluster.region, link_cluster.found_in)
"""
SET_REGION = """
update ops.link_node set region = changed.region, found_in = changed.found_in
from changed_region as changed
where link_node.node_id = changed.node_id
"""
