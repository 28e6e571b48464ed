"""Members, articles or quotes, that are new or changed -> their keys as rows; and the candidates
that the keys give.

A key that more than CROWDED members bear makes candidates of neighbours in time only, and a single
word none at all, so that no key costs more than its members. Which pairs are candidates depends on
the members alone. What is compared anew is pairs: those of a member that is new or changed, and
those of two others that a key connects now and did not before, or the reverse (`asked_pair`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from warehouse.across.tables import make_temp
from warehouse.connect import as_table

CROWDED, CROWDED_WORD, NEIGHBOURS = 40, 16, 4


@dataclass(frozen=True, slots=True)
class MemberKeys:
    """The keys of some members. days: the first on which each can have been printed. keys: by
    kind, with the place of the member of each.
    """

    member_ids: Sequence[str]
    days: Sequence[int | None]
    keys: Mapping[str, tuple[NDArray[np.intp], NDArray[np.unsignedinteger]]]


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of members. keys: the table of their keys. held: of those whose keys are kept. words:
    the kind that makes no candidates where it is crowded. kinds: those that make candidates. found:
    tables of the pairs of which something was found. kept: touched members whose keys stay.
    """

    name: str
    keys: str
    held: str
    words: str
    kinds: tuple[str, ...]
    found: tuple[str, ...]
    kept: str

    def fill(self, query: str, **names: str) -> str:
        """The query for this sort of members. names: of other tables that it reads."""
        kinds = ", ".join(f"'{kind}'" for kind in self.kinds)
        columns = f"{self.name}_id_a as one, {self.name}_id_b as other"
        found = " union all ".join(f"select {columns} from {table}" for table in self.found)
        return query.format(
            m=self.name,
            keys=self.keys,
            held=self.held,
            words=self.words,
            kinds=kinds,
            found=found,
            kept=self.kept,
            **names,
        )


ARTICLES = Sort(
    "article",
    "ops.article_key",
    "ops.article_vector",
    "word",
    ("shingle", "topic", "word"),
    ("ops.article_likeness", "core.article_pair"),
    "(from touched_article limit 0)",
)
QUOTES = Sort(
    "quote",
    "ops.quote_key",
    "ops.quote_state",
    "said_word",
    ("said", "said_topic", "said_word"),
    ("ops.quote_likeness",),
    "relinked_quote",
)


def as_member(member_id: str) -> str:
    """SQL: the number by which the tables of keys know a member; it has the order of the text."""
    return f"('0x' || {member_id})::ubigint"


def as_id(member: str) -> str:
    """SQL: the id of a member."""
    return f"lpad(lower(hex({member})), 16, '0')"


def start_keys(connection: duckdb.DuckDBPyConnection, sort: Sort) -> None:
    """Take out the keys of members that change or are gone; which keys they were is remembered."""
    changing = sort.fill("from touched_{m} union all from gone_{m}")
    make_temp(connection, f"changing_{sort.name}", changing)
    make_temp(connection, "changing_member", sort.fill(CHANGING_MEMBERS))
    former = make_temp(connection, "former_key", sort.fill(FORMER_KEYS))
    make_temp(connection, "changed_key", "select distinct kind, key from former_key")
    if former:
        connection.execute(
            sort.fill("delete from {keys} where member in (select member from former_key)")
        )


CHANGING_MEMBERS = f"""
select
    {as_member("{m}_id")} as member,
    true as is_touched,
    {{m}}_id in (from {{kept}}) as is_kept
from touched_{{m}}
union all
select {as_member("{m}_id")}, false, false from gone_{{m}}
"""
# of members that are new nothing is kept: the table of all keys is not read for them
FORMER_KEYS = f"""
from {{keys}}
where member in (
    select {as_member("{m}_id")}
    from {{held}}
    where {{m}}_id in (from changing_{{m}}) and {{m}}_id not in (from {{kept}})
)
"""


def write_keys(connection: duckdb.DuckDBPyConnection, sort: Sort, made: MemberKeys) -> None:
    """Write keys of members of which there are none."""
    with as_table(connection, "made_key", make_key_table(made)):
        connection.execute(sort.fill("insert into {keys} from made_key"))
        connection.execute(NOTE_KEYS)


def note_keys(connection: duckdb.DuckDBPyConnection, made: MemberKeys) -> None:
    """Look at the keys of members that keep them."""
    with as_table(connection, "made_key", make_key_table(made)):
        connection.execute(NOTE_KEYS)


NOTE_KEYS = "insert into changed_key select distinct kind, key from made_key"


def make_key_table(made: MemberKeys) -> pa.Table:
    """A row for each key."""
    members = np.array([int(member_id, 16) for member_id in made.member_ids], np.uint64)
    days, kinds = pa.array(made.days, pa.int32()), pa.array(list(made.keys), pa.string())
    own = made.keys.values()
    places = np.concatenate([np.zeros(0, np.intp), *(of for of, _ in own)])
    keys = np.concatenate([np.zeros(0, np.uint64), *(key.astype(np.uint64) for _, key in own)])
    of_kind = np.repeat(np.arange(len(own)), [len(of) for of, _ in own])
    return pa.table(
        {
            "member": pa.array(members[places]),
            "day": days.take(places),
            "kind": kinds.take(of_kind),
            "key": pa.array(keys),
        }
    )


def finish_keys(connection: duckdb.DuckDBPyConnection, sort: Sort) -> None:
    """After the keys changed: judge which are crowded. `near_key` holds the rows of the keys that
    changed, which are looked up once; `asked_pair` the pairs of members that stay, but that a key
    connects now and did not before, or the reverse; what two are to each other can be another for
    it where `is_open`.
    """
    connection.execute(sort.fill(LEAVE_CROWDED))
    make_temp(connection, "near_key", sort.fill(NEAR_KEYS))
    make_temp(connection, "judged_key", sort.fill(JUDGE_CROWDED))
    make_temp(connection, "crowded_key", CROWDED_KEYS)
    change_verdicts(connection, "crowded")
    make_temp(connection, "asked_pair", sort.fill(ASK_PAIRS))
    if connection.execute(HAS_TURNED_NAMES).fetchall()[0][0]:
        ask(connection, sort.fill(ASK_NAMED))


def ask(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    """Ask about the pairs of a query, whatever else they are asked about for; `opened_pair` holds
    them.
    """
    if asked := make_temp(connection, "opened_pair", query):
        connection.execute(FORGET_OPENED)
        connection.execute("insert into asked_pair select one, other, true from opened_pair")
    return asked


FORGET_OPENED = """
delete from asked_pair where (one, other) in (select (one, other) from opened_pair)
"""


# what makes no candidates where it is crowded, and that nobody left, stays as it is
LEAVE_CROWDED = """
delete from changed_key
where
    (kind = '{words}' or kind like 'name:%')
    and (kind, key) in (select (kind, key) from ops.common_key where verdict = 'crowded')
    and (kind, key) not in (select (kind, key) from former_key)
"""
# the number alone leaves hardly any of another kind, and is looked up in less time
NEAR_KEYS = """
from (from {keys} where key in (select key from changed_key))
semi join changed_key using (kind, key)
"""
HAS_TURNED_NAMES = """
select exists (from crowded_key where kind like 'name:%' and was_crowded <> is_crowded)
"""
JUDGE_CROWDED = f"""
select kind, key, count(member) > case kind when '{{words}}' then {CROWDED_WORD} else {CROWDED} end as is_common
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
# crowded still does where members came or went between two; only near those that change. Of two of
# which something was found, that one key more connects them changes nothing; of others, one less
ASK_PAIRS = f"""
with entry as (
    select kind, key, day, member, true as was_there, true as is_there
    from near_key
    where member not in (select member from changing_member where not is_kept)
    union all
    select kind, key, day, member, false, true
    from near_key
    where member in (select member from changing_member where not is_kept)
    union all
    select kind, key, day, member, true, false
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
        from_first as (partition by kind, key order by day, member, was_there rows unbounded preceding),
        around as (
            partition by kind, key order by day, member, was_there
            rows between {NEIGHBOURS} preceding and {NEIGHBOURS} following
        )
),

kept as (
    from placed where was_there and is_there and (changes > 0 or was_crowded <> is_crowded)
),

met as (
    select
        one.kind,
        one.member as one,
        other.member as other,
        not one.was_crowded or (one.kind <> '{{words}}'
            and other.old_place - one.old_place <= {NEIGHBOURS}) as was_met,
        not one.is_crowded or (one.kind <> '{{words}}'
            and other.new_place - one.new_place <= {NEIGHBOURS}) as is_met
    from kept as one
    inner join kept as other on one.kind = other.kind and one.key = other.key
        and one.kept_place < other.kept_place
    where other.kept_place - one.kept_place <= {NEIGHBOURS} or one.was_crowded <> one.is_crowded
),

turned as (
    select
        {as_id("least(one, other)")} as one,
        {as_id("greatest(one, other)")} as other,
        bool_or(kind = 'shingle') as is_open,
        bool_or(is_met) as is_met
    from met
    where
        was_met <> is_met
        and one not in (select member from changing_member)
        and other not in (select member from changing_member)
    group by least(one, other), greatest(one, other)
)

select one, other, is_open
from turned
where
    is_open
    or is_met <> (
        (one, other) in (select (one, other) from ({{found}}) semi join turned using (one, other))
    )
"""
# a name that turned: articles in two languages that it connects now, or that are translations
ASK_NAMED = f"""
with named as (
    select distinct
        {as_id("least(one.member, other.member)")} as one,
        {as_id("greatest(one.member, other.member)")} as other,
        is_crowded
    from crowded_key
    inner join {{keys}} as one using (kind, key)
    inner join {{keys}} as other on one.key = other.key and other.kind like 'name:%'
        and one.kind <> other.kind
    where
        crowded_key.kind like 'name:%'
        and was_crowded <> is_crowded
        and one.member not in (select member from changing_member)
        and other.member not in (select member from changing_member)
)

select distinct one, other
from named
where
    not is_crowded
    or (one, other) in (
        select (article_id_a, article_id_b) from core.article_pair where relation = 'translation'
    )
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
    `asked_pair`, if they share keys; with the number of runs of words that they share. Those of the
    same days stand together, so that what is read of a member is soon read again, and can be kept.
    `held_key`: the keys of the members that are asked about.
    """
    make_temp(connection, "held_key", sort.fill(HELD_KEYS, asked="asked_pair"))
    asked_keys = sort.fill(ASKED_KEYS, asked="asked_pair", held_key="held_key")
    make_temp(connection, "asked_key", asked_keys)
    make_candidates(connection, sort, "candidate", "near_key")
    if make_temp(connection, "settled_pair", sort.fill(SETTLED)):
        connection.execute(f"delete from asked_pair where {ARE_SETTLED}")
        connection.execute(f"delete from candidate where {ARE_SETTLED}")


def add_candidates(connection: duckdb.DuckDBPyConnection, sort: Sort) -> None:
    """Those of `opened_pair`, which were asked about since, are candidates too."""
    make_temp(connection, "more_key", sort.fill(HELD_KEYS, asked="opened_pair"))
    connection.execute("insert into held_key from more_key")
    asked_keys = sort.fill(ASKED_KEYS, asked="opened_pair", held_key="more_key")
    make_temp(connection, "asked_key", asked_keys)
    if make_candidates(connection, sort, "more_candidate", "(from near_key limit 0)"):
        connection.execute(
            "insert into candidate from more_candidate anti join candidate using (one, other)"
        )


def make_candidates(connection: duckdb.DuckDBPyConnection, sort: Sort, name: str, near: str) -> int:
    """The pairs that the keys of members near by and `asked_key` connect; how many they are."""
    make_temp(connection, "crowded_here", sort.fill(CROWDED_HERE, near=near))
    # the table of all keys is read for those that are not at hand alone
    is_elsewhere = make_temp(connection, "crowded_there", sort.fill(CROWDED_THERE))
    elsewhere = sort.keys if is_elsewhere else "(from near_key limit 0)"
    query = sort.fill(FIND_CANDIDATES, near=near, elsewhere=elsewhere)
    return make_temp(connection, name, query)


CROWDED_HERE = """
select kind, key
from {near}
where
    member in (select member from changing_member where is_touched)
    and kind in ({kinds})
intersect
select kind, key
from ops.common_key
where verdict = 'crowded'
"""
CROWDED_THERE = """
select kind, key from asked_key where kind <> '{words}'
intersect
select kind, key from ops.common_key where verdict = 'crowded'
except
from crowded_here
"""
HELD_KEYS = f"""
from {{keys}}
where member in (select unnest([{as_member("one")}, {as_member("other")}]) from {{asked}})
"""
ASKED_KEYS = f"""
select own.member as one, held.member as other, own.day, own.kind, own.key
from {{asked}} as asked
inner join {{held_key}} as own on {as_member("asked.one")} = own.member
inner join {{held_key}} as held on {as_member("asked.other")} = held.member
    and own.kind = held.kind and own.key = held.key
where own.kind in ({{kinds}})
"""
# that they are candidates still by what other keys connect, or none still, changes nothing
SETTLED = """
with found_pair as (
    select (one, other) as pair from ({found}) semi join asked_pair using (one, other)
)

select one, other
from asked_pair
where
    not is_open
    and ((one, other) in (select (one, other) from candidate))
    = ((one, other) in (select pair from found_pair))
"""
ARE_SETTLED = "(one, other) in (select (one, other) from settled_pair)"
FIND_CANDIDATES = f"""
with crowded as (
    select kind, key
    from ops.common_key
    where verdict = 'crowded' and kind in ({{kinds}})
),

open_key as materialized (
    select near_key.*, near_key.member in (select member from changing_member where is_touched) as is_touched
    from {{near}} as near_key
    anti join crowded using (kind, key)
    where kind in ({{kinds}})
),

met as (
    select one.member as one, other.member as other, one.day, one.kind
    from open_key as one
    inner join open_key as other
        on one.kind = other.kind and one.key = other.key and one.member <> other.member
    where one.is_touched and (one.member < other.member or not other.is_touched)
    union all
    select one, other, day, kind
    from asked_key
    anti join crowded using (kind, key)
),

in_time as materialized (
    select
        held.*,
        held.member in (select member from changing_member where is_touched) as is_touched,
        row_number() over (partition by kind, key order by day, member) as place
    from (
        select * from {{near}} semi join crowded_here using (kind, key)
        union all
        select * from {{elsewhere}} semi join crowded_there using (kind, key)
    ) as held
    where kind <> '{{words}}'
),

-- both are made first: else each two of a key meet before their places are looked at
sought as materialized (
    select in_time.*, in_time.place + step.step as sought_place
    from in_time
    cross join (from range(-{NEIGHBOURS}, {NEIGHBOURS + 1}) as step (step)) as step
    where in_time.is_touched and step.step <> 0
),

asked_place as materialized (
    select asked_key.*, in_time.place
    from asked_key
    inner join in_time
        on asked_key.one = in_time.member and asked_key.kind = in_time.kind
            and asked_key.key = in_time.key
),

met_in_time as (
    select one.member as one, other.member as other, one.day, one.kind
    from sought as one
    inner join in_time as other on one.kind = other.kind and one.key = other.key
        and one.sought_place = other.place
    where one.member < other.member or not other.is_touched
    union all
    select asked_place.one, asked_place.other, asked_place.day, asked_place.kind
    from asked_place
    inner join in_time as other
        on asked_place.other = other.member and asked_place.kind = other.kind
            and asked_place.key = other.key
    where abs(asked_place.place - other.place) <= {NEIGHBOURS}
),

pair as (
    select
        least(one, other) as one,
        greatest(one, other) as other,
        min(day) as day,
        count(*) filter (kind = 'shingle') as shared_runs,
        count(*) filter (kind <> 'shingle') as shared_words
    from (from met union all from met_in_time)
    group by least(one, other), greatest(one, other)
)

select {as_id("one")} as one, {as_id("other")} as other, shared_runs
from pair
where shared_runs > 1 or shared_words > 0
order by day, pair.one, pair.other
"""


def read_candidates(
    connection: duckdb.DuckDBPyConnection, table: str, size: int
) -> Iterator[list[tuple[str, str, int]]]:
    """The rows of such a table in their order, so many at a time."""
    query = f"from {table} limit {size} offset ?"
    first = 0
    while rows := connection.execute(query, [first]).fetchall():
        yield rows
        first += size
