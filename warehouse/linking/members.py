"""Articles that are new, changed or gone -> their referents in the nodes that they belong to, with
the counts of each node.
"""

from collections.abc import Iterable, Iterator, Sequence

import duckdb
import pyarrow as pa

from transforms.records import EntityKind, Referent
from warehouse.across.index import as_id, as_member
from warehouse.across.tables import add_staged, find_rows, make_table, make_temp, stage
from warehouse.connect import as_table
from warehouse.linking.keys import as_key
from warehouse.portions import split

TABLES = (
    "article",
    "member",
    "node",
    "key",
    "form",
    "beside",
    "story",
    "cluster",
    "bearer",
    "state",
)
ARRIVING = {
    "referent_id": pa.string(),
    "article_id": pa.string(),
    "node_id": pa.string(),
}
NODE = {
    "node_id": pa.string(),
    "raw_kind": pa.string(),
    "kind": pa.string(),
    "sort": pa.string(),
    "letter": pa.string(),
    "name": pa.string(),
    "country_code": pa.string(),
    "acronyms": pa.list_(pa.string()),
    "roles": pa.list_(pa.string()),
    "article_id": pa.string(),
    "is_parted": pa.bool_(),
    "folded": pa.string(),
    "surname": pa.string(),
    "keys": pa.list_(pa.string()),
}
REFERENT = "referent_id, article_id, name, kind, country_code"
KIND = {"folded": pa.string(), "raw_kind": pa.string(), "kind": pa.string()}
NAME = {"name": pa.string(), "folded": pa.string()}


def begin(connection: duckdb.DuckDBPyConnection, rules: str, *, everything: bool) -> bool:
    """Note which articles are to be linked (again), and which are gone; whether there are any. Of
    other rules nothing is kept.
    """
    held = connection.execute("select rules from ops.link_state").fetchall()
    is_anew = everything or held != [(rules,)]
    make_temp(
        connection,
        "old_entity",
        "select entity_id from core.entity" + ("" if is_anew else " limit 0"),
    )
    if is_anew:
        for table in TABLES:
            connection.execute(f"delete from ops.link_{table}")
        connection.execute("insert into ops.link_state values (?)", [rules])
    make_temp(connection, "touched_article", TOUCHED)
    make_temp(connection, "gone_article", GONE)
    (touched, gone), *_ = connection.execute(COUNTS).fetchall()
    return bool(touched or gone)


COUNTS = "select (select count(*) from touched_article), (select count(*) from gone_article)"
TOUCHED = f"""
with numbered as (
    select
        article_id,
        {as_member("article_id")} as article,
        last_run_id as run_id,
        datediff('day', date '0001-01-01', coalesce(
            published_on, case when published_latest is not null then published_earliest end
        )) + 1 as day
    from core.article
)

select numbered.*
from numbered
left join ops.link_article as held using (article)
where
    held.run_id is distinct from numbered.run_id
    or article_id in (select article_id from core.referent where entity_id is null)
"""
GONE = f"""
select article from ops.link_article
where article not in (select {as_member("article_id")} from core.article)
"""


def leave(connection: duckdb.DuckDBPyConnection) -> None:
    """Take the referents of touched and gone articles out of their nodes; `arriving` are those that
    are to be put in.
    """
    make_temp(connection, "leaving", LEAVING)
    make_temp(connection, "changed_node", "select node from leaving limit 0")
    make_temp(
        connection,
        "moved_article",
        "select article from touched_article union from gone_article",
    )
    take_out(connection)
    make_temp(
        connection,
        "arriving",
        f"select {REFERENT} {find_rows('core.referent', 'touched_article')}",
    )
    connection.execute("delete from ops.link_article where article in (from moved_article)")
    connection.execute(
        "insert into ops.link_article select article, run_id, day from touched_article"
    )


LEAVING = """
select referent, article, node from ops.link_member
where article in (select article from touched_article union from gone_article)
"""


def take_out(connection: duckdb.DuckDBPyConnection) -> None:
    """The members in `leaving` are out of their nodes, which count as changed."""
    connection.execute("insert into changed_node select distinct node from leaving")
    connection.execute(
        "delete from ops.link_member where referent in (select referent from leaving)"
    )
    connection.execute(TAKE_OUT)


TAKE_OUT = """
update ops.link_node set article_count = article_count - gone.members
from (select node, count(*) as members from leaving group by node) as gone
where link_node.node = gone.node
"""


def list_names(connection: duckdb.DuckDBPyConnection, size: int = 50_000) -> Iterator[list[str]]:
    """The names of the referents that arrive, so many at a time."""
    query = "select distinct name from arriving order by all"
    names = [name for (name,) in connection.execute(query).fetchall()]
    yield from split(names, size)


def start_names(connection: duckdb.DuckDBPyConnection) -> None:
    stage(connection, "folded_name", NAME, [])


def write_names(connection: duckdb.DuckDBPyConnection, rows: Sequence[tuple[str, str]]) -> None:
    """Note how arriving names are compared: (name, folded)."""
    add_staged(connection, "folded_name", NAME, rows)


def read_votes(
    connection: duckdb.DuckDBPyConnection, corrected: Iterable[str]
) -> list[tuple[str, EntityKind, int]]:
    """(folded name, kind, articles) of the names that arrive, leave, or are of another kind than
    some articles give.

    corrected: folded names that people have given another kind. Only names of which articles give
    several kinds, and those.
    """
    with as_table(
        connection, "corrected", pa.table({"folded": pa.array(sorted(set(corrected)), pa.string())})
    ):
        make_temp(connection, "doubted_name", DOUBTED)
        return connection.execute(VOTES).fetchall()


DOUBTED = """
select folded from folded_name
union
select folded from ops.link_node where node in (from changed_node) or kind <> raw_kind
union
select folded from corrected
"""
VOTES = """
with vote as (
    select folded, raw_kind as kind, article_count as votes from ops.link_node semi join doubted_name using (folded)
    union all
    select folded, kind, count(*)
    from arriving
    inner join folded_name using (name)
    group by all
),

counted as (
    select folded, kind, sum(votes)::bigint as votes from vote group by folded, kind having sum(votes) > 0
)

select folded, kind, votes
from counted
qualify count(*) over (partition by folded) > 1 or folded in (select folded from corrected)
order by all
"""


def move(
    connection: duckdb.DuckDBPyConnection,
    settled: Sequence[tuple[str, EntityKind, EntityKind]],
    parted: Iterable[str],
) -> None:
    """What the settled kinds and the parted articles put into other nodes arrives again. settled:
    (folded name, raw kind, kind).
    """
    stage(connection, "settled_kind", KIND, settled)
    with as_table(
        connection, "told", pa.table({"article_id": pa.array(sorted(parted), pa.string())})
    ):
        make_temp(connection, "parted", PARTED)
    make_temp(connection, "leaving", MOVING)
    take_out(connection)
    connection.execute(ARRIVE_AGAIN)
    connection.execute("insert into moved_article select distinct article from leaving")


# people name articles, too, that are none
PARTED = "select try_cast('0x' || article_id as ubigint) as article from told"
ARRIVE_AGAIN = f"""
insert into arriving
select {REFERENT} from core.referent
where referent_id in (select {as_id("referent")} from leaving)
"""
MOVING = """
with moving as (
    select link_node.node
    from ops.link_node
    semi join doubted_name using (folded)
    left join settled_kind using (folded, raw_kind)
    where link_node.kind <> coalesce(settled_kind.kind, link_node.raw_kind)
)

select referent, article, node from ops.link_member semi join moving using (node)
union
select referent, link_member.article, node
from ops.link_member
semi join parted using (article)
inner join (select node from ops.link_node where article is null) as shared using (node)
union
select referent, article, node
from ops.link_member
semi join (select node from ops.link_node where is_parted) as own using (node)
anti join parted using (article)
"""


def read_arriving(
    connection: duckdb.DuckDBPyConnection, size: int = 2_000
) -> Iterator[list[Referent]]:
    """The referents that arrive with their forms and roles, so many at a time."""
    # those that were loaded together stand together, and are found in one place
    query = "select article_id from arriving group by article_id order by min(rowid)"
    articles = [article_id for (article_id,) in connection.execute(query).fetchall()]
    for some in split(articles, size):
        wanted = pa.table({"article_id": pa.array(some, pa.string())})
        with as_table(connection, "wanted", wanted):
            yield [make_referent(*row) for row in connection.execute(READ).fetchall()]


def make_referent(
    referent_id: str,
    article_id: str,
    name: str,
    kind: EntityKind,
    code: str | None,
    *told: list[str],
) -> Referent:
    acronyms, roles = told
    forms = [(form, "acronym", 1) for form in acronyms] + [(form, "role", 1) for form in roles]
    return Referent(referent_id, article_id, name, kind, tuple(forms), code)  # type: ignore[arg-type]


READ = f"""
with form as (
    select referent_id, form, alias_kind
    from ({find_rows("core.referent_form", "wanted")})
    where alias_kind in ('acronym', 'role')
    union
    select subject_referent_id, role, 'role'
    from ({find_rows("core.entity_relation", "wanted")})
),

told as (
    select
        referent_id,
        list(form) filter (alias_kind = 'acronym') as acronyms,
        list(form) filter (alias_kind = 'role') as roles
    from form
    group by referent_id
)

select referent_id, article_id, name, kind, country_code, coalesce(acronyms, []), coalesce(roles, [])
from arriving
semi join wanted using (article_id)
left join told using (referent_id)
order by referent_id
"""


def start_arrivals(connection: duckdb.DuckDBPyConnection) -> None:
    make_temp(connection, "new_member", "from ops.link_member limit 0")


def write_arrivals(
    connection: duckdb.DuckDBPyConnection,
    members: Sequence[tuple[str, str, str]],
    nodes: Sequence[Sequence[object]],
) -> None:
    """Put referents into nodes, which are made where they are not there."""
    with as_table(connection, "arrived", make_table(ARRIVING, members)):
        connection.execute(ARRIVED)
    with as_table(connection, "met_node", make_table(NODE, nodes)):
        connection.execute(NEW_KEYS)
        connection.execute(f"insert into ops.link_node by name {NEW_NODES}")


ARRIVED = f"""
insert into new_member
select {as_member("referent_id")}, {as_member("article_id")}, {as_member("node_id")} from arrived
"""
NEW_NODES = f"""
select
    {as_member("node_id")} as node,
    {as_member("article_id")} as article,
    * exclude (node_id, article_id, keys),
    0 as article_count
from met_node
anti join ops.link_node on {as_member("node_id")} = link_node.node
"""
NEW_KEYS = f"""
insert into ops.link_key
select node, {as_key("key")}
from (select {as_member("node_id")} as node, unnest(keys) as key from met_node)
anti join ops.link_node using (node)
"""


def settle_members(connection: duckdb.DuckDBPyConnection) -> None:
    """Count and sum up the nodes that changed; `lost_node` are those that nobody is in any more."""
    connection.execute(PUT_IN)
    connection.execute("insert into ops.link_member by name from new_member")
    make_temp(connection, "reduced_node", "select distinct node from changed_node")
    connection.execute("insert into changed_node select distinct node from new_member")
    make_temp(connection, "changed_node", "select distinct node from changed_node")
    sum_forms(connection)
    make_temp(
        connection,
        "lost_node",
        "select node, kind, surname, cluster, entity from ops.link_node where article_count = 0",
    )
    make_temp(
        connection,
        "touched_key",
        "select distinct shared_key from ops.link_key semi join changed_node using (node)",
    )
    for table in ("node", "key", "form"):
        connection.execute(
            f"delete from ops.link_{table} where node in (select node from lost_node)"
        )
    connection.execute("delete from ops.link_beside where article in (from moved_article)")
    make_temp(connection, "moved_person", MOVED_PERSON)
    connection.execute(BESIDE)


PUT_IN = """
update ops.link_node set article_count = article_count + come.members
from (select node, count(*) as members from new_member group by node) as come
where link_node.node = come.node
"""
MOVED_PERSON = """
with moved as (
    select article, node from ops.link_member semi join moved_article using (article)
)

select distinct
    moved.article,
    node,
    surname,
    link_node.article is not null as is_lone
from ops.link_node
inner join moved using (node)
where kind = 'person'
"""
BESIDE = """
insert into ops.link_beside
select article, one.node, other.node
from moved_person as one
inner join moved_person as other using (article, surname)
where one.node <> other.node
"""


def sum_forms(connection: duckdb.DuckDBPyConnection) -> None:
    """What came is added; a node that somebody left is summed up from all its members."""
    connection.execute("delete from ops.link_form where node in (from reduced_node)")
    make_temp(connection, "summed_member", SUMMED_MEMBERS)
    make_temp(connection, "summed_article", SUMMED_ARTICLES)
    make_temp(connection, "more_form", MORE_FORMS)
    connection.execute(ADD_FORMS)
    connection.execute(
        "insert into ops.link_form select * from more_form anti join ops.link_form using (node, form, alias_kind)"
    )


SUMMED_MEMBERS = f"""
select {as_id("referent")} as referent_id, article, node
from new_member
anti join reduced_node using (node)
union all
select {as_id("referent")}, article, node
from ops.link_member
semi join reduced_node using (node)
"""
SUMMED_ARTICLES = f"select distinct {as_id('article')} as article_id from summed_member"
MORE_FORMS = f"""
with own as (
    select node, referent_id, name, country_evidence
    from summed_member
    inner join ({find_rows("core.referent", "summed_article")}) using (referent_id)
),

said as (
    select node, referent_id, form, alias_kind, mention_count
    from summed_member
    inner join ({find_rows("core.referent_form", "summed_article")}) using (referent_id)
),

form as (
    select node, form, alias_kind, mention_count from said
    union all
    select node, name, 'name', 1
    from own
    anti join said using (referent_id)
    union all
    select node, country_evidence, 'country', 1
    from own
    where country_evidence <> ''
)

select node, form, alias_kind, sum(mention_count)::integer as mention_count
from form
group by node, form, alias_kind
"""
ADD_FORMS = """
update ops.link_form set mention_count = link_form.mention_count + more_form.mention_count
from more_form
where
    link_form.node = more_form.node
    and link_form.form = more_form.form
    and link_form.alias_kind = more_form.alias_kind
"""
