"""Members, articles or quotes, that are new or changed -> their keys as rows; and the candidates
that the keys give.

A key that more than CROWDED members bear makes candidates of neighbours in time only, and a single
word none at all, so that no key costs more than its members. Which pairs are candidates depends on
the members alone. What is compared anew is pairs: those of a member that is new or changed, and
those of two others that a key connects now and did not before, or the reverse (`asked_pair`).
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
    """A sort of members. held: the table of those whose keys are kept. kinds: of their keys. words:
    the kind that makes no candidates where it is crowded. own: which kinds of keys are theirs.
    """

    name: str
    held: str
    words: str
    kinds: tuple[str, ...]
    own: str

    def fill(self, query: str) -> str:
        """The query for this sort of members."""
        kinds = ", ".join(f"'{kind}'" for kind in self.kinds)
        return query.format(
            m=self.name, held=self.held, words=self.words, kinds=kinds, own=self.own
        )


ARTICLES = Sort(
    "article",
    "ops.article_vector",
    "word",
    ("shingle", "topic", "word"),
    "kind not like 'said%'",
)
QUOTES = Sort(
    "quote",
    "ops.quote_state",
    "said_word",
    ("said", "said_topic", "said_word"),
    "kind like 'said%'",
)


def start_keys(connection: duckdb.DuckDBPyConnection, sort: Sort) -> None:
    """Take out the keys of members that change or are gone; which keys they were is remembered."""
    make_temp(
        connection, f"changing_{sort.name}", sort.fill("from touched_{m} union all from gone_{m}")
    )
    former = make_temp(connection, "former_key", sort.fill(FORMER_KEYS))
    make_temp(connection, "changed_key", "select distinct kind, key from former_key")
    if former:
        connection.execute(
            "delete from ops.member_key where member_id in (select member_id from former_key)"
        )


# of members that are new nothing is kept: the table of all keys is not read for them
FORMER_KEYS = """
from ops.member_key
where member_id in (select {m}_id from {held} where {m}_id in (from changing_{m}))
"""


def write_keys(connection: duckdb.DuckDBPyConnection, rows: Sequence[Sequence[Any]]) -> None:
    """Write keys of members of which there are none."""
    if not stage(connection, "made_key", KEY, rows):
        return
    connection.execute("insert into ops.member_key from made_key")
    connection.execute("insert into changed_key select distinct kind, key from made_key")


def finish_keys(connection: duckdb.DuckDBPyConnection, sort: Sort) -> None:
    """After the keys changed: judge which are crowded. `near_key` holds the rows of the keys that
    changed, which are looked up once; `asked_pair` the pairs of members that stay, but that a key
    connects now and did not before, or the reverse.
    """
    make_temp(connection, "near_key", sort.fill(NEAR_KEYS))
    make_temp(connection, "judged_key", sort.fill(JUDGE_CROWDED))
    make_temp(connection, "crowded_key", CROWDED_KEYS)
    change_verdicts(connection, "crowded")
    make_temp(connection, "asked_pair", sort.fill(ASK_PAIRS))


NEAR_KEYS = """
select member_key.*
from ops.member_key
semi join changed_key using (kind, key)
where {own}
"""
JUDGE_CROWDED = f"""
select kind, key, count(member_id) > case kind when '{{words}}' then {CROWDED_WORD} else {CROWDED} end as is_common
from (select distinct kind, key from changed_key)
left join near_key using (kind, key)
group by kind, key
"""
CROWDED_KEYS = """
select judged_key.kind, judged_key.key, held.key is not null as was_crowded, judged_key.is_common as is_crowded
from judged_key
left join (select kind, key from ops.common_key where verdict = 'crowded') as held using (kind, key)
where judged_key.is_common or held.key is not null
"""
# among members that stay: a key that turned connects other pairs than before, and one that is
# crowded still does where members came or went between two; only near those that change
ASK_PAIRS = f"""
with entry as (
    select kind, key, day, member_id, true as was_there, true as is_there
    from near_key
    where member_id not in (from changing_{{m}})
    union all
    select kind, key, day, member_id, false, true
    from near_key
    where member_id in (from changing_{{m}})
    union all
    select kind, key, day, member_id, true, false
    from former_key
),

placed as (
    select
        entry.*,
        was_crowded,
        is_crowded,
        count(*) filter (was_there) over from_first as old_place,
        count(*) filter (is_there) over from_first as new_place,
        count(*) filter (was_there and is_there) over from_first as kept_place,
        count(*) filter (was_there <> is_there) over around as changes
    from entry
    inner join crowded_key using (kind, key)
    where kind in ({{kinds}}) and not (kind = '{{words}}' and was_crowded and is_crowded)
    window
        from_first as (partition by kind, key order by day, member_id, was_there rows unbounded preceding),
        around as (
            partition by kind, key order by day, member_id, was_there
            rows between {NEIGHBOURS} preceding and {NEIGHBOURS} following
        )
),

kept as (
    from placed where was_there and is_there and (changes > 0 or was_crowded <> is_crowded)
),

met as (
    select
        one.member_id as one,
        other.member_id as other,
        not one.was_crowded or (one.kind <> '{{words}}'
            and other.old_place - one.old_place <= {NEIGHBOURS}) as was_met,
        not one.is_crowded or (one.kind <> '{{words}}'
            and other.new_place - one.new_place <= {NEIGHBOURS}) as is_met
    from kept as one
    inner join kept as other on one.kind = other.kind and one.key = other.key
        and one.kept_place < other.kept_place
    where other.kept_place - one.kept_place <= {NEIGHBOURS} or one.was_crowded <> one.is_crowded
),

named as (
    select one.member_id as one, other.member_id as other
    from crowded_key
    inner join ops.member_key as one using (kind, key)
    inner join ops.member_key as other on one.key = other.key and other.kind like 'name:%'
        and one.kind <> other.kind
    where
        crowded_key.kind like 'name:%'
        and was_crowded <> is_crowded
        and (
            not is_crowded
            or (least(one.member_id, other.member_id), greatest(one.member_id, other.member_id)) in (
                select (article_id_a, article_id_b) from core.article_pair
                    where relation = 'translation'
            )
        )
)

select distinct least(one, other) as one, greatest(one, other) as other
from (
    select one, other from met where was_met <> is_met
    union all
    from named
)
where one not in (from changing_{{m}}) and other not in (from changing_{{m}})
"""


def change_verdicts(connection: duckdb.DuckDBPyConnection, verdict: str) -> bool:
    """Write the verdicts of `judged_key`; `turned_key` holds those that changed, True where there
    are any.
    """
    if not make_temp(connection, "turned_key", TURNED.format(verdict=verdict)):
        return False
    connection.execute(
        f"delete from ops.common_key where verdict = '{verdict}' and (kind, key) in (select (kind, key) from turned_key)"
    )
    connection.execute(
        f"insert into ops.common_key select '{verdict}', kind, key from turned_key where is_common"
    )
    return True


TURNED = """
select judged_key.*
from judged_key
left join (select kind, key, true as was_common from ops.common_key
    where verdict = '{verdict}') as held using (kind, key)
where is_common is distinct from coalesce(was_common, false)
"""


def find_candidates(connection: duckdb.DuckDBPyConnection, sort: Sort) -> None:
    """`candidate`: the pairs of which one member or both are new or changed, and those of
    `asked_pair`, if they share keys; with the number of runs of words that they share. `held_key`:
    the keys of the members that are asked about.
    """
    make_temp(connection, "held_key", sort.fill(HELD_KEYS))
    make_temp(connection, "asked_key", ASKED_KEYS)
    make_temp(connection, "candidate", sort.fill(FIND_CANDIDATES))


HELD_KEYS = """
from ops.member_key
where member_id in (select unnest([one, other]) from asked_pair) and kind in ({kinds})
"""
ASKED_KEYS = """
select one, other, own.kind, own.key
from asked_pair
inner join held_key as own on asked_pair.one = own.member_id
inner join held_key as held
    on asked_pair.other = held.member_id and own.kind = held.kind and own.key = held.key
"""
FIND_CANDIDATES = f"""
with crowded as (
    select kind, key
    from ops.common_key
    where verdict = 'crowded' and kind in ({{kinds}})
),

open_key as materialized (
    select near_key.*, near_key.member_id in (from touched_{{m}}) as is_touched
    from near_key
    anti join crowded using (kind, key)
    where kind in ({{kinds}})
),

met as (
    select one.member_id as one, other.member_id as other, one.kind
    from open_key as one
    inner join open_key as other
        on one.kind = other.kind and one.key = other.key and one.member_id <> other.member_id
    where one.is_touched
    union all
    select one, other, kind
    from asked_key
    anti join crowded using (kind, key)
),

crowded_here as (
    select kind, key from near_key where member_id in (from touched_{{m}}) and kind in ({{kinds}})
    intersect
    from crowded
),

crowded_there as (
    select kind, key from asked_key
    intersect
    from crowded
    except
    from crowded_here
),

in_time as materialized (
    select held.*, row_number() over (partition by kind, key order by day, member_id) as place
    from (
        select * from near_key semi join crowded_here using (kind, key)
        union all
        select * from ops.member_key semi join crowded_there using (kind, key)
    ) as held
    where kind <> '{{words}}'
),

met_in_time as (
    select one.member_id as one, other.member_id as other, one.kind
    from in_time as one
    inner join (from range(-{NEIGHBOURS}, {NEIGHBOURS + 1}) as step (step)) as step
        on step.step <> 0
    inner join in_time as other on one.kind = other.kind and one.key = other.key
        and other.place = one.place + step.step
    where one.member_id in (from touched_{{m}})
    union all
    select asked_key.one, asked_key.other, asked_key.kind
    from asked_key
    inner join in_time as one
        on asked_key.one = one.member_id and asked_key.kind = one.kind and asked_key.key = one.key
    inner join in_time as other
        on asked_key.other = other.member_id and asked_key.kind = other.kind
            and asked_key.key = other.key
    where abs(one.place - other.place) <= {NEIGHBOURS}
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
