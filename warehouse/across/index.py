"""Members, articles or quotes, that are new or changed -> their keys as rows; and the candidates
that the keys give.

A key that more than CROWDED members bear makes candidates of neighbours in time only, and a single
word none at all, so that no key costs more than its members. Which pairs are candidates depends on
the members alone: where a key becomes crowded, or its members get other neighbours, all of them are
compared anew (`affected_article`, `affected_quote`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.across.tables import make_temp, stage

CROWDED, CROWDED_WORD, NEIGHBOURS = 40, 16, 4
KEY = {"member_id": pa.string(), "day": pa.int32(), "kind": pa.string(), "key": pa.uint64()}


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of members. kinds: of their keys. words: the kind that makes no candidates where it is
    crowded.
    """

    name: str
    table: str
    words: str
    kinds: tuple[str, ...]

    def fill(self, query: str) -> str:
        """The query for this sort of members."""
        kinds = ", ".join(f"'{kind}'" for kind in self.kinds)
        return query.format(
            m=self.name, id=f"{self.name}_id", table=self.table, words=self.words, kinds=kinds
        )


ARTICLES = Sort("article", "core.article", "word", ("shingle", "topic", "word"))
QUOTES = Sort("quote", "core.quote", "said_word", ("said", "said_topic", "said_word"))


def note_neighbours(connection: duckdb.DuckDBPyConnection, sort: Sort) -> None:
    """Before the keys change: the members that lose a neighbour under a crowded key, and all that
    change or go.
    """
    make_temp(
        connection, f"changing_{sort.name}", sort.fill("from touched_{m} union all from gone_{m}")
    )
    make_temp(
        connection, f"affected_{sort.name}", sort.fill("from touched_{m} union " + NEAR_CHANGING)
    )


NEAR_CHANGING = f"""
select {{id}}
from (
    select
        {{id}},
        count(is_changing) over (
            partition by kind, key order by day, {{id}} rows between {NEIGHBOURS} preceding and {NEIGHBOURS} following
        ) as changing
    from (
        select member_key.kind, member_key.key, member_key.day, member_key.member_id as {{id}}, changing_{{m}}.{{id}} as is_changing
        from ops.member_key
        semi join (
            select kind, key from ops.member_key where member_id in (from changing_{{m}})
            intersect
            select kind, key from ops.common_key where verdict = 'crowded' and kind <> '{{words}}'
        ) using (kind, key)
        left join changing_{{m}} on member_key.member_id = changing_{{m}}.{{id}}
        where member_key.kind in ({{kinds}})
    )
)
where changing > 0
"""


def start_keys(connection: duckdb.DuckDBPyConnection, sort: Sort) -> None:
    """Take out the keys of members that change or are gone; which keys they were is remembered."""
    make_temp(
        connection,
        "changed_key",
        sort.fill(
            "select distinct kind, key from ops.member_key where member_id in (from changing_{m})"
        ),
    )
    connection.execute(
        sort.fill("delete from ops.member_key where member_id in (from changing_{m})")
    )


def write_keys(connection: duckdb.DuckDBPyConnection, rows: Sequence[Sequence[Any]]) -> None:
    """Write keys of members of which there are none."""
    stage(connection, "made_key", KEY, rows)
    connection.execute("insert into ops.member_key from made_key")
    connection.execute("insert into changed_key select distinct kind, key from made_key")


def finish_keys(connection: duckdb.DuckDBPyConnection, sort: Sort) -> None:
    """After the keys changed: judge which are crowded, and add to the affected members all under a
    key whose verdict changed.
    """
    make_temp(connection, "judged_key", sort.fill(JUDGE_CROWDED))
    change_verdicts(connection, sort, "crowded")
    connection.execute(sort.fill("insert into affected_{m} " + NEAR_CHANGING))
    settle_affected(connection, sort)


def settle_affected(connection: duckdb.DuckDBPyConnection, sort: Sort) -> None:
    """Each affected member that is there, once."""
    make_temp(
        connection,
        f"affected_{sort.name}",
        sort.fill("select distinct {id} from affected_{m} semi join {table} using ({id})"),
    )


JUDGE_CROWDED = f"""
select kind, key, count(member_id) > case kind when '{{words}}' then {CROWDED_WORD} else {CROWDED} end as is_common
from (select distinct kind, key from changed_key)
left join ops.member_key using (kind, key)
group by kind, key
"""


def change_verdicts(connection: duckdb.DuckDBPyConnection, sort: Sort, verdict: str) -> None:
    """Write the verdicts of `judged_key`; members under a key whose verdict changed are
    affected.
    """
    make_temp(connection, "turned_key", TURNED.format(verdict=verdict))
    connection.execute(sort.fill("insert into affected_{m} " + UNDER_TURNED))
    connection.execute(
        f"delete from ops.common_key where verdict = '{verdict}' and (kind, key) in (select (kind, key) from turned_key)"
    )
    connection.execute(
        f"insert into ops.common_key select '{verdict}', kind, key from turned_key where is_common"
    )


# where a name turns crowded translations go, and none come
UNDER_TURNED = """
select member_id
from ops.member_key
inner join turned_key using (kind, key)
where
    turned_key.kind not like 'name:%'
    or not turned_key.is_common
    or member_id in (
        select unnest([article_id_a, article_id_b]) from core.article_pair where relation = 'translation'
    )
"""
TURNED = """
select judged_key.*
from judged_key
left join (select kind, key, true as was_common from ops.common_key where verdict = '{verdict}') as held using (kind, key)
where is_common is distinct from coalesce(was_common, false)
"""


def find_candidates(connection: duckdb.DuckDBPyConnection, sort: Sort) -> None:
    """`candidate`: the pairs of which one member or both are affected, with the number of shared
    keys of each kind.
    """
    make_temp(connection, "candidate", sort.fill(FIND_CANDIDATES))


FIND_CANDIDATES = f"""
with crowded as (
    select kind, key from ops.common_key where verdict = 'crowded'
),

own_key as (
    select member_id, kind, key
    from ops.member_key
    where member_id in (from affected_{{m}}) and kind in ({{kinds}})
),

met as (
    select own_key.member_id as one, held.member_id as other, own_key.kind
    from own_key
    anti join crowded on own_key.kind = crowded.kind and own_key.key = crowded.key
    inner join ops.member_key as held
        on own_key.kind = held.kind and own_key.key = held.key and own_key.member_id <> held.member_id
),

in_time as (
    select member_key.*, row_number() over (partition by kind, key order by day, member_id) as place
    from ops.member_key
    semi join (
        select kind, key from own_key where kind <> '{{words}}'
        intersect
        from crowded
    ) using (kind, key)
),

met_in_time as (
    select one.member_id as one, other.member_id as other, one.kind
    from in_time as one
    inner join (from range(-{NEIGHBOURS}, {NEIGHBOURS + 1}) as step (step)) as step on step.step <> 0
    inner join in_time as other on one.kind = other.kind and one.key = other.key and other.place = one.place + step.step
    where one.member_id in (from affected_{{m}})
),

pair as (
    select one, other, count(*) filter (kind = 'shingle') as shared_runs, count(*) filter (kind <> 'shingle') as shared_words
    from (from met union all from met_in_time)
    group by one, other
)

select distinct least(one, other) as one, greatest(one, other) as other, shared_runs
from pair
where shared_runs > 1 or shared_words > 0
"""
