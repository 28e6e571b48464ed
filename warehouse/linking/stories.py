"""Articles that changed -> which of them tell a story that another article tells, where a lone name
could be one of that other.
"""

import duckdb

from warehouse.across.tables import make_temp

BEARERS_AT_ONCE = 50_000


def renew_stories(connection: duckdb.DuckDBPyConnection, days: int, shared: int) -> None:
    """Two articles tell one story that lie at most so many days apart, and name so many of the same
    people and bodies beside.

    Only where an article in `moved_article` is one of the two.
    """
    for column in ("article_id", "other_article_id"):
        connection.execute(f"delete from ops.link_story where {column} in (from moved_article)")
    make_temp(connection, "reach", REACH.format(days=days))
    make_temp(connection, "bearer", BEARER)
    make_temp(connection, "told", TOLD)
    make_temp(
        connection,
        "told_list",
        "select article_id, list(hash(folded, surname)) as names from told group by article_id",
    )
    for portion in range(portions := count_portions(connection)):
        where = {"portion": portion, "portions": portions}
        connection.execute(
            "create or replace temp table told_pair as " + PAIR, {"days": days, **where}
        )
        make_temp(connection, "near_pair", NEAR.format(shared=shared))
        connection.execute(STORY, {"shared": shared})


def count_portions(connection: duckdb.DuckDBPyConnection) -> int:
    """In how many portions of the surnames pairs are to be looked at, so that memory is bounded."""
    (bearers,), *_ = connection.execute("select count(*) from bearer").fetchall()
    return int(bearers) // BEARERS_AT_ONCE + 1


REACH = """
select
    min(day) - {days} as first_day,
    max(day) + {days} as last_day,
    coalesce(bool_or(day is null), false) as is_open
from ops.link_article
where article_id in (from moved_article)
"""
BEARER = """
select distinct
    link_member.article_id,
    surname,
    day,
    node.article_id is not null as is_lone,
    link_member.article_id in (from moved_article) as is_moved
from ops.link_member
inner join (select node_id, surname, article_id from ops.link_node where kind = 'person') as node using (node_id)
inner join ops.link_article on link_member.article_id = link_article.article_id
cross join reach
where (day is null or is_open or day between first_day and last_day) and surname in (
    select surname from ops.link_node
    where node_id in (select node_id from ops.link_member where article_id in (from moved_article))
)
"""
PAIR = """
with own as (
    select * from bearer where hash(surname) % $portions = $portion
)

select distinct own.surname, own.article_id as one, other.article_id as other
from own
inner join own as other
    on own.surname = other.surname
    and own.article_id <> other.article_id
    and (own.is_moved or other.is_moved)
    and coalesce(abs(own.day - other.day), 0) <= $days
where own.is_lone
"""
TOLD = """
select distinct article_id, folded, node.surname
from ops.link_member
inner join (
    select node_id, folded, surname from ops.link_node where raw_kind <> 'place' and contains(name, ' ')
) as node using (node_id)
where article_id in (select article_id from bearer)
"""
NEAR = """
select surname, one, other
from told_pair
inner join told_list as own on one = own.article_id
inner join told_list as others on other = others.article_id
where len(list_intersect(own.names, others.names)) >= {shared}
"""
STORY = """
insert into ops.link_story
select near_pair.surname, one, other
from near_pair
inner join told as own on one = own.article_id and near_pair.surname <> own.surname
inner join told as others on other = others.article_id and own.folded = others.folded and own.surname = others.surname
group by near_pair.surname, one, other
having count(*) >= $shared
"""
