"""What articles name beside a place -> where it lies, in rounds: what one round finds is evidence
in the next.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.across.index import as_id, as_member
from warehouse.across.tables import make_table, make_temp
from warehouse.connect import as_table
from warehouse.linking.blocks import write_locations, write_regions

FOUND = {
    "cluster_id": pa.string(),
    "geonames_id": pa.int64(),
    "country_code": pa.string(),
    "region": pa.string(),
    "found_in": pa.int32(),
}
COUNTRY = {"cluster_id": pa.string(), "country_code": pa.string()}


@dataclass(frozen=True, slots=True)
class Asked:
    """A place that may have to be found. told: how many of its articles name just these countries
    and states.
    """

    cluster_id: str
    key: str
    told: dict[frozenset[str], int]


def ask_cities(connection: duckdb.DuckDBPyConnection, found_in: int) -> Iterator[Asked]:
    """The places that evidence can find in this round, as far as they or their evidence changed."""
    condition = f"is_open and coalesce(link_cluster.found_in, {found_in}) >= {found_in}"
    return ask(connection, condition, found_in - 1)


def ask_countries(connection: duckdb.DuckDBPyConnection, rounds: int) -> Iterator[Asked]:
    """The places that were not found, but can lie in one country only."""
    return ask(connection, "common_country is not null and geonames_id is null", rounds)


def ask(connection: duckdb.DuckDBPyConnection, condition: str, found_in: int) -> Iterator[Asked]:
    make_temp(connection, "asked", ASKED.format(condition=condition))
    if not connection.execute("select 1 from asked limit 1").fetchall():
        return iter(())
    told: defaultdict[tuple[str, str], dict[frozenset[str], int]] = defaultdict(dict)
    for cluster_id, key, regions, count in connection.execute(
        TOLD.format(found_in=found_in)
    ).fetchall():
        told[cluster_id, key][frozenset((regions or "").split())] = count
    return (Asked(cluster_id, key, counts) for (cluster_id, key), counts in told.items())


ASKED = """
select distinct cluster
from ops.link_cluster
where
    kind = 'place'
    and {condition}
    and (
        cluster in (select cluster from made_cluster)
        or cluster in (
            select cluster
            from ops.link_node
            where kind = 'place' and node in (select node from ops.link_member where article in (from told_article))
        )
    )
"""
TOLD = f"""
with place as (
    select distinct cluster, article
    from ops.link_member
    inner join (select node, cluster from ops.link_node semi join asked using (cluster)) as node using (node)
),

named as (
    select node, case kind when 'organisation' then country_code else region end as region
    from ops.link_node
    where (kind = 'organisation' and country_code <> '') or (kind = 'place' and found_in <= {{found_in}} and region <> '')
),

article as (
    select article, string_agg(distinct region, ' ' order by region) as regions
    from ops.link_member
    inner join named using (node)
    where article in (select article from place)
    group by article
)

select {as_id("cluster")} as cluster_id, name_key, regions, count(*)
from place
inner join ops.link_cluster using (cluster)
left join article using (article)
group by cluster, name_key, regions
order by all
"""


def write_cities(
    connection: duckdb.DuckDBPyConnection, found: Sequence[Sequence[object]], found_in: int
) -> None:
    """Places that were asked for lie where they were found, and nowhere else, unless a later round
    had found them.
    """
    find(connection, FOUND, found)
    make_temp(connection, "found_anew", FOUND_ANEW.format(found_in=found_in))
    write_locations(connection, "found_anew")
    write_regions(connection, "select cluster from found_anew")


FOUND_ANEW = """
select cluster, found.geonames_id, found.country_code, found.region, found.found_in
from asked
inner join ops.link_cluster as held using (cluster)
left join found using (cluster)
where
    (found.geonames_id, found.found_in) is distinct from (held.geonames_id, held.found_in)
    and (found.found_in is not null or held.found_in <= {found_in})
"""


def find(
    connection: duckdb.DuckDBPyConnection,
    columns: Mapping[str, Any],
    rows: Sequence[Sequence[object]],
) -> None:
    """Note where clusters were found."""
    found = f"select {as_member('cluster_id')} as cluster, * exclude (cluster_id) from told"
    with as_table(connection, "told", make_table(columns, rows)):
        make_temp(connection, "found", found)


def write_countries(
    connection: duckdb.DuckDBPyConnection, found: Sequence[tuple[str, str]]
) -> None:
    """Places that were asked for lie in the country that was found, or in none that is known."""
    find(connection, COUNTRY, found)
    make_temp(connection, "found_anew", COUNTRY_ANEW)
    connection.execute(SET_COUNTRY)
    connection.execute("insert into dirty_cluster select cluster from found_anew")


COUNTRY_ANEW = """
select cluster, found.country_code
from asked
inner join ops.link_cluster as held using (cluster)
left join found using (cluster)
where found.country_code is distinct from held.country_code
"""
SET_COUNTRY = """
update ops.link_cluster set country_code = found_anew.country_code
from found_anew
where link_cluster.cluster = found_anew.cluster
"""
