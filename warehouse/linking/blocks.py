"""Nodes that changed -> all nodes that have to do with them, as values to be clustered; and the
clusters back, with what differs noted.
"""

from collections.abc import Sequence
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.across.index import as_id, as_member
from warehouse.across.tables import make_table, make_temp
from warehouse.connect import as_table

NodeRow = tuple[Any, ...]  # as NODE names the columns
Sort = str  # organisation, place; of people name, initial, surname
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
NODE = f"""
{as_id("node")}, raw_kind, kind, name, country_code, acronyms, roles, {as_id("article")}, article_count
"""


def spread(connection: duckdb.DuckDBPyConnection, few: int) -> None:
    """`block_node`: all nodes that share a key with one that changed, directly or through others,
    each with a block to go by. few: given names beside a surname that are looked at together.
    """
    make_temp(connection, "met_key", "from touched_key")
    while True:
        make_temp(connection, "more_key", MORE_KEYS)
        connection.execute("insert into touched_key from more_key")
        if not connection.execute("select 1 from more_key limit 1").fetchall():
            break
        make_temp(connection, "met_key", "from more_key")
    touch_namesakes(connection, few)
    make_temp(connection, "block_node", BLOCK_NODE)
    make_temp(connection, "made_node", "select node, cluster from ops.link_node limit 0")
    columns = ", ".join(("cluster", *list(MADE_CLUSTER)[1:]))
    make_temp(connection, "made_cluster", f"select {columns} from ops.link_cluster limit 0")


MORE_KEYS = """
select distinct shared_key
from ops.link_key
semi join (select node from ops.link_key semi join met_key using (shared_key)) as met using (node)
anti join touched_key using (shared_key)
"""


def touch_namesakes(connection: duckdb.DuckDBPyConnection, few: int) -> None:
    """A surname of somebody who changed: its lone names, and where few bear it all full names."""
    make_temp(connection, "touched_surname", TOUCHED_SURNAME)
    make_temp(connection, "namesake_key", NAMESAKE_KEY)
    connection.execute(LONE_KEYS)
    connection.execute(FULL_KEYS, {"few": few})


TOUCHED_SURNAME = """
select surname from ops.link_node semi join changed_node using (node) where kind = 'person'
union
select surname from lost_node where kind = 'person'
"""
NAMESAKE_KEY = """
select distinct surname, shared_key, sort
from ops.link_node
semi join touched_surname using (surname)
inner join ops.link_key using (node)
where kind = 'person'
"""
LONE_KEYS = """
insert into touched_key
select shared_key from namesake_key anti join touched_key using (shared_key) where sort = 'surname'
"""
# as many given names as stood beside the surname before are at least those that nothing touched
FULL_KEYS = """
insert into touched_key
with untouched as (
    select surname, shared_key from namesake_key anti join touched_key using (shared_key) where sort = 'name'
)

select shared_key from untouched qualify count(*) over (partition by surname) <= $few
"""


def read_common(connection: duckdb.DuckDBPyConnection, few: int) -> list[str]:
    """The touched surnames that stand behind more than `few` given names in all articles."""
    return [surname for (surname,) in connection.execute(COMMON, {"few": few}).fetchall()]


COMMON = """
select surname
from namesake_key
where sort = 'name'
group by surname
having count(distinct shared_key) > $few
"""
BLOCK_NODE = """
select
    node,
    surname,
    min(shared_key) as shared_key,
    sort,
    letter,
    case kind when 'organisation' then 0 when 'person' then hash(surname) else hash(min(shared_key)) end as block
from ops.link_key
semi join touched_key using (shared_key)
inner join ops.link_node using (node)
group by node, surname, kind, sort, letter
"""


def count_portions(connection: duckdb.DuckDBPyConnection, sort: Sort) -> int:
    """In how many portions the touched nodes of a sort are to be read, so that memory is bounded.
    Bodies hang together too much.
    """
    query = "select count(*) from block_node where sort = ?"
    (count,), *_ = connection.execute(query, [sort]).fetchall()
    return 1 if sort == "organisation" else int(count) // NODES_AT_ONCE + 1


def read_nodes(
    connection: duckdb.DuckDBPyConnection, sort: Sort, portion: int, portions: int
) -> list[NodeRow]:
    """The touched nodes of a sort that are in a portion of the blocks."""
    make_temp(
        connection, "portion_node", PORTION.format(sort=sort, portion=portion, portions=portions)
    )
    return connection.execute(
        f"select {NODE} from ops.link_node semi join portion_node using (node)"
    ).fetchall()


PORTION = "select node, surname, shared_key, letter from block_node where sort = '{sort}' and block % {portions} = {portion}"


def read_beside(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """The nodes of the portion that an article has side by side, each pair both ways round."""
    return connection.execute(BESIDE).fetchall()


BESIDE = f"""
select distinct {as_id("node")}, {as_id("other_node")}
from ops.link_beside
semi join portion_node using (node)
"""


def read_stories(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str, str | None]]:
    """For the lone names of the portion, by node_id, the namesakes that an article of the same
    story has: the node_id of one who stands alone, too, else the key of his cluster.
    """
    return connection.execute(STORIES).fetchall()


# all that stand alone of the surnames are in the portion
STORIES = f"""
with told as (
    select distinct node, other_node from ops.link_story semi join portion_node using (node)
),

bearer as (
    select distinct cluster, name_key from ops.link_bearer semi join portion_node using (surname)
)

select {as_id("told.node")}, {as_id("other_node")}, null as name_key
from told
semi join portion_node on other_node = portion_node.node
union all
select distinct {as_id("told.node")}, '', name_key
from told
anti join portion_node on other_node = portion_node.node
inner join ops.link_node as other on other_node = other.node
left join made_node on other_node = made_node.node
inner join bearer on coalesce(made_node.cluster, other.cluster) = bearer.cluster
"""


def write_made(
    connection: duckdb.DuckDBPyConnection,
    nodes: Sequence[tuple[str, str]],
    clusters: Sequence[Sequence[object]],
) -> None:
    """Note what was made of nodes: (node_id, cluster_id), and the clusters."""
    with as_table(connection, "told", make_table(MADE_NODE, nodes)):
        connection.execute(ADD_NODES)
    with as_table(connection, "told", make_table(MADE_CLUSTER, clusters)):
        connection.execute(ADD_CLUSTERS)


ADD_NODES = f"""
insert into made_node select {as_member("node_id")}, {as_member("cluster_id")} from told
"""
ADD_CLUSTERS = f"""
insert into made_cluster select {as_member("cluster_id")}, * exclude (cluster_id) from told
"""


def settle_clusters(connection: duckdb.DuckDBPyConnection) -> None:
    """Write clusters; `dirty_cluster` are those of which something changed, `told_article` the
    articles that now name other regions.
    """
    make_temp(connection, "dirty_cluster", DIRTY)
    make_temp(
        connection,
        "affected_geonames",
        "select geonames_id from ops.link_cluster semi join dirty_cluster using (cluster)",
    )
    make_temp(connection, "made_location", MADE_LOCATION)
    write_locations(connection, "made_location")
    connection.execute(RENEW_CLUSTERS)
    connection.execute(NEW_CLUSTERS)
    connection.execute(MOVE_NODES)
    connection.execute(EMPTY_CLUSTERS)
    make_temp(connection, "told_article", "select distinct article from moved_article")
    write_regions(connection, "select cluster from made_cluster where kind = 'place'")


DIRTY = """
select made_node.cluster
from made_node
inner join ops.link_node using (node)
where link_node.cluster is distinct from made_node.cluster or node in (from changed_node)
union
select link_node.cluster
from made_node
inner join ops.link_node using (node)
where link_node.cluster <> made_node.cluster
union
select cluster from lost_node where cluster is not null
"""
MADE_LOCATION = """
select
    cluster,
    made_cluster.geonames_id,
    made_cluster.country_code,
    made_cluster.region,
    made_cluster.found_in
from made_cluster
inner join ops.link_cluster as held using (cluster)
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
    link_cluster.cluster = made.cluster
    and (link_cluster.name, link_cluster.is_open, link_cluster.common_country)
    is distinct from (made.name, made.is_open, made.common_country)
"""
NEW_CLUSTERS = """
insert into ops.link_cluster by name
select distinct *, cluster as united, false as is_in_hand
from made_cluster
anti join ops.link_cluster using (cluster)
"""
MOVE_NODES = """
update ops.link_node set cluster = made_node.cluster
from made_node
where link_node.node = made_node.node and link_node.cluster is distinct from made_node.cluster
"""

EMPTY_CLUSTERS = """
delete from ops.link_cluster
where cluster in (
    select cluster from dirty_cluster anti join ops.link_node using (cluster)
)
"""


def write_locations(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Clusters lie where the table says; they are dirty, and so are those that share the place."""
    geonames = "insert into affected_geonames select geonames_id from ops.link_cluster semi join {table} using (cluster)"
    connection.execute(geonames.format(table=table))
    connection.execute(LOCATE.format(table=table))
    connection.execute(f"insert into dirty_cluster select cluster from {table}")


LOCATE = """
update ops.link_cluster
set
    geonames_id = found.geonames_id,
    country_code = found.country_code,
    region = found.region,
    found_in = found.found_in
from {table} as found
where link_cluster.cluster = found.cluster
"""


def write_regions(connection: duckdb.DuckDBPyConnection, clusters: str) -> None:
    """Nodes of clusters name the regions that these lie in; articles for which that is new are told
    of.
    """
    make_temp(connection, "changed_region", CHANGED_REGION.format(clusters=clusters))
    connection.execute(SET_REGION)
    connection.execute(
        "insert into told_article select distinct article from ops.link_member semi join changed_region using (node)"
    )
    make_temp(connection, "told_article", "select distinct article from told_article")


CHANGED_REGION = """
select node, link_cluster.region, link_cluster.found_in
from ops.link_node
inner join ops.link_cluster using (cluster)
where
    cluster in ({clusters})
    and (link_node.region, link_node.found_in) is distinct from (link_cluster.region, link_cluster.found_in)
"""
SET_REGION = """
update ops.link_node set region = changed.region, found_in = changed.found_in
from changed_region as changed
where link_node.node = changed.node
"""
