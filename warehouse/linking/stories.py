"""Articles that changed -> which lone names of theirs, or of articles near them, have namesakes in
an article of the same story.
"""

import duckdb

from warehouse.across.tables import make_temp

BEARERS_AT_ONCE = 50_000
BITS = 256  # that stand for the names of an article; few names fall on one


def renew_stories(connection: duckdb.DuckDBPyConnection, days: int, shared: int) -> None:
    """Two articles tell one story that lie at most so many days apart, and name so many of the same
    people and bodies beside; one that does not tell its day tells none.

    Only where an article in `moved_article` is one of the two. `moved_person`: whom these name.
    """
    for column in ("article", "other_article"):
        connection.execute(f"delete from ops.link_story where {column} in (from moved_article)")
    make_temp(connection, "reach", REACH.format(days=days))
    make_temp(connection, "moved_bearer", MOVED_BEARER)
    make_temp(connection, "bearer", BEARER)
    for portion in range(portions := count_portions(connection)):
        where = {"portion": portion, "portions": portions}
        connection.execute(
            "create or replace temp table told_pair as " + PAIR, {"days": days, **where}
        )
        make_temp(connection, "told_member", TOLD_MEMBER)
        make_temp(connection, "told_name", TOLD_NAME)
        connection.execute(STORY, {"shared": shared})


def count_portions(connection: duckdb.DuckDBPyConnection) -> int:
    """In how many portions of the surnames pairs are to be looked at, so that memory is bounded."""
    (bearers,), *_ = connection.execute("select count(*) from bearer").fetchall()
    return int(bearers) // BEARERS_AT_ONCE + 1


REACH = """
select
    min(day) - {days} as first_day,
    max(day) + {days} as last_day
from ops.link_article
where article in (from moved_article)
"""
MOVED_BEARER = """
select article, node, surname, day, is_lone, true as is_moved
from moved_person
inner join ops.link_article using (article)
"""
# of the others only who can be one of a pair: a lone name needs a namesake in a moved article, and
# a namesake a lone name there
BEARER = """
from moved_bearer
union all
select
    article,
    node,
    surname,
    day,
    is_lone,
    false as is_moved
from (
    select node, surname, article is not null as is_lone
    from ops.link_node
    where
        kind = 'person'
        and (
            surname in (select surname from moved_bearer where is_lone)
            or (article is not null and surname in (select surname from moved_bearer))
        )
) as node
inner join ops.link_member using (node)
inner join ops.link_article using (article)
anti join moved_article using (article)
cross join reach
where day between first_day and last_day
"""
PAIR = """
with own as (
    select * from bearer where hash(surname) % $portions = $portion
)

select
    own.surname,
    own.article as one,
    other.article as other,
    own.node as one_node,
    other.node as other_node
from own
inner join own as other
    on own.surname = other.surname
    and own.article <> other.article
    and (own.is_moved or other.is_moved)
    and abs(own.day - other.day) <= $days
where own.is_lone
"""
TOLD_MEMBER = """
select article, node
from ops.link_member
semi join (select one as article from told_pair union select other from told_pair) as told using (article)
"""
TOLD_NAME = """
select distinct
    told_member.article,
    surname,
    hash(folded, surname) as name
from ops.link_node
inner join told_member using (node)
where raw_kind <> 'place' and contains(name, ' ')
"""
# Of two articles that share so many names, so many bits are set in both: names that fall on one bit
# are found `blurred`. What is left is counted name by name.
STORY = f"""
insert into ops.link_story by name
with told as materialized (
    select
        article,
        list(name) as names,
        bitstring_agg((name % {BITS})::integer, 0, {BITS - 1}) as bits,
        count(*) - bit_count(bits) as blurred
    from told_name
    group by article
),

likely_pair as materialized (
    select told_pair.*
    from told_pair
    inner join (select article, bits, blurred from told) as own on one = own.article
    inner join (select article, bits from told) as others on other = others.article
    where bit_count(own.bits & others.bits) >= $shared - own.blurred
),

told_so as (
    select article, surname, list(name) as names from told_name group by article, surname
)

select
    likely_pair.surname,
    one as article,
    other as other_article,
    one_node as node,
    other_node as other_node
from likely_pair
inner join told as own on one = own.article
inner join told as others on other = others.article
left join told_so on one = told_so.article and likely_pair.surname = told_so.surname
where
    len(list_intersect(own.names, others.names))
    - coalesce(len(list_intersect(told_so.names, others.names)), 0)
    >= $shared
"""
