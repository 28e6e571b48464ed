"""What was found of pairs of articles -> core.article_pair and ops.article_likeness; copies ->
their classes on core.article.
"""

from collections.abc import Sequence
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.across.tables import make_temp, replace_where, stage
from warehouse.connect import as_table, make_key_table

Row = Sequence[Any]
PAIR = {
    "article_id_a": pa.string(),
    "article_id_b": pa.string(),
    "relation": pa.string(),
    "score": pa.float64(),
    "shared_words": pa.int32(),
    "containment": pa.float64(),
    "jaccard": pa.float64(),
    "method": pa.string(),
}
LIKENESS = {
    "article_id_a": pa.string(),
    "article_id_b": pa.string(),
    "likeness": pa.float64(),
    "event_score": pa.float64(),
}
COPIES = "relation in ('exact', 'near_dup')"
CHANGED = """(
    article_id_a in (from changing_article)
    or article_id_b in (from changing_article)
    or (article_id_a, article_id_b) in (select (one, other) from asked_pair)
)"""


def write_copies(connection: duckdb.DuckDBPyConnection, rows: Sequence[Row]) -> None:
    """Those of the compared pairs that are copies become these; other relations stay for now."""
    make_temp(
        connection,
        "former_copy",
        f"select article_id_a, article_id_b from core.article_pair where {COPIES} and {CHANGED}",
    )
    stage(connection, "found_pair", PAIR, rows)
    replace_where(connection, "core.article_pair", f"{COPIES} and {CHANGED}", ORDERED_PAIRS)


def write_pairs(
    connection: duckdb.DuckDBPyConnection, rows: Sequence[Row], likenesses: Sequence[Row]
) -> None:
    """The compared pairs become these; pairs of articles that are gone go."""
    stage(connection, "found_pair", PAIR, rows)
    make_temp(connection, "moved_translation", MOVED_TRANSLATIONS)
    replace_where(connection, "core.article_pair", CHANGED, ORDERED_PAIRS)
    stage(connection, "found_likeness", LIKENESS, likenesses)
    make_temp(connection, "former_likeness", f"select * from ops.article_likeness where {CHANGED}")
    make_temp(connection, "moved_likeness", MOVED_LIKENESSES)
    make_temp(connection, "changed_likeness", CHANGED_LIKENESSES)
    replace_where(connection, "ops.article_likeness", CHANGED, "from found_likeness")


MOVED_LIKENESSES = """
select article_id_a, article_id_b from (from former_likeness except from found_likeness)
union
select article_id_a, article_id_b from (from found_likeness except from former_likeness)
"""
MOVED_TRANSLATIONS = f"""
with former as (
    select article_id_a, article_id_b
    from core.article_pair
    where relation = 'translation' and {CHANGED}
),

found as (
    select article_id_a, article_id_b from found_pair where relation = 'translation'
)

select article_id_a, article_id_b from (from former except from found)
union
select article_id_a, article_id_b from (from found except from former)
"""
# the quotes of articles that are new or changed are compared in any case: only what changed between
# two others is told
CHANGED_LIKENESSES = """
from (from moved_likeness union from moved_translation)
where article_id_a not in (from changing_article) and article_id_b not in (from changing_article)
"""


def start_likenesses(connection: duckdb.DuckDBPyConnection) -> None:
    """No two articles are known to have changed their likeness yet."""
    make_temp(
        connection,
        "changed_likeness",
        "select article_id_a, article_id_b from ops.article_likeness limit 0",
    )
    make_temp(connection, "reclassed_article", "select article_id from core.article limit 0")


ORDERED_PAIRS = """
with article_time as (
    select
        article_id,
        published_at,
        coalesce(published_on, case when published_latest is not null then published_earliest end) as first_on,
        coalesce(published_on, case when published_earliest is not null then published_latest end) as last_on
    from core.article
)

select
    found_pair.*,
    case
        when one.published_at < other.published_at or one.last_on < other.first_on then article_id_a
        when one.published_at > other.published_at or one.first_on > other.last_on then article_id_b
    end as earlier_article_id
from found_pair
inner join article_time as one on found_pair.article_id_a = one.article_id
inner join article_time as other on found_pair.article_id_b = other.article_id
"""


def read_copy_members(
    connection: duckdb.DuckDBPyConnection,
) -> tuple[list[str], list[tuple[str, str]]]:
    """The articles whose class may have changed, those that come first first; and the pairs of
    copies among them.
    """
    make_temp(connection, "classed_article", CLASSED)
    members = [key for (key,) in connection.execute(ORDER_MEMBERS).fetchall()]
    pairs = connection.execute(
        f"select article_id_a, article_id_b from core.article_pair {AMONG_CLASSED}"
    ).fetchall()
    return members, pairs


CLASSED = f"""
with seed as (
    select article_id from touched_article
    union
    select unnest([article_id_a, article_id_b]) from former_copy
    union
    select unnest([article_id_a, article_id_b]) from core.article_pair where {COPIES} and {CHANGED}
)

select article_id from core.article semi join seed using (article_id)
union
select article_id from core.article
where copy_class_id in (select copy_class_id from core.article semi join seed using (article_id))
or copy_class_id in (from seed)
"""
ORDER_MEMBERS = """
select article_id
from core.article
semi join classed_article using (article_id)
order by coalesce(published_on, published_earliest) nulls last, published_at nulls last, article_id
"""
AMONG_CLASSED = f"where {COPIES} and article_id_a in (from classed_article) order by all"


def write_classes(
    connection: duckdb.DuckDBPyConnection, class_of: Sequence[tuple[str, str]]
) -> None:
    """Note the class of articles; `reclassed_article` are those for which it changed."""
    stage(
        connection,
        "found_class",
        {"article_id": pa.string(), "copy_class_id": pa.string()},
        class_of,
    )
    if make_temp(connection, "reclassed_article", RECLASSED):
        connection.execute(SET_CLASS)


RECLASSED = """
select article_id
from found_class
inner join core.article using (article_id)
where found_class.copy_class_id is distinct from article.copy_class_id
"""
SET_CLASS = """
update core.article
set copy_class_id = found_class.copy_class_id, is_copy = found_class.copy_class_id <> found_class.article_id
from found_class
semi join reclassed_article on found_class.article_id = reclassed_article.article_id
where article.article_id = found_class.article_id
"""


def read_bylines(
    connection: duckdb.DuckDBPyConnection, article_ids: Sequence[str]
) -> dict[str, tuple[list[str], str | None, str | None]]:
    """Authors, dateline and outlet of articles."""
    with as_table(connection, "wanted", make_key_table(article_ids, "article_id")):
        rows = connection.execute(READ_BYLINES).fetchall()
    return {key: (authors or [], dateline, outlet) for key, authors, dateline, outlet in rows}


READ_BYLINES = """
with author as (
    select article_id, list(name order by position) as names
    from core.article_author
    semi join wanted using (article_id)
    group by article_id
)

select article_id, names, dateline, outlet.name
from core.article
semi join wanted using (article_id)
left join author using (article_id)
left join core.outlet using (outlet_id)
"""


def read_outlets(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """The key and the name of each outlet."""
    return connection.execute(
        "select outlet_id, name from core.outlet order by outlet_id"
    ).fetchall()


def write_wire_texts(
    connection: duckdb.DuckDBPyConnection, wire_texts: Sequence[tuple[str, str]]
) -> None:
    """Note the agency that pages name as the source of their text."""
    if not wire_texts:
        return
    stage(
        connection, "found_wire", {"article_id": pa.string(), "wire_text": pa.string()}, wire_texts
    )
    connection.execute(
        "update core.article set wire_text = found_wire.wire_text from found_wire where article.article_id = found_wire.article_id"
    )


def mark_wire_copies(connection: duckdb.DuckDBPyConnection, agency_outlets: Sequence[str]) -> None:
    """Mark what is an agency's text: by its own word, or since one of its copies is the agency's or
    says so. An outlet is the agency of a text that others have, too, where one of the copies bears
    its name before the dash of the dateline.
    """
    with as_table(connection, "agency_outlet", make_key_table(agency_outlets, "outlet_id")):
        connection.execute(MARK_WIRE)


MARK_WIRE = """
with shared as (
    select copy_class_id
    from core.article
    group by copy_class_id
    having min(outlet_id) < max(outlet_id)
),

copied as (
    select
        copy_class_id,
        outlet_id,
        outlet.name,
        lower(regexp_extract(left(text, 160), '\\(([^()\n]{2,40})\\)\\s{0,2}[-\u2013\u2014]', 1)) as source
    from core.article
    semi join shared using (copy_class_id)
    inner join core.outlet using (outlet_id)
),

own_agency as (
    select distinct copied.copy_class_id, copied.outlet_id
    from copied
    inner join copied as naming
        on copied.copy_class_id = naming.copy_class_id and lower(copied.name) = naming.source
),

own as (
    select
        article_id,
        coalesce(article.copy_class_id, article_id) as copy_class_id,
        agency_outlet.outlet_id is not null or own_agency.outlet_id is not null as is_agency,
        coalesce(wire_text, case when is_agency then outlet.name end) as agency
    from core.article
    left join core.outlet using (outlet_id)
    left join agency_outlet using (outlet_id)
    left join own_agency
        on article.copy_class_id = own_agency.copy_class_id and article.outlet_id = own_agency.outlet_id
),

agency_of_class as (
    select copy_class_id, min(agency) as agency
    from own
    where agency is not null
    group by copy_class_id
),

named_entity as (
    select lower(alias) as agency, min(entity_id order by entity_id) as entity_id
    from core.entity_alias
    inner join core.entity using (entity_id)
    where
        kind = 'organisation'
        and alias_kind in ('name', 'spelling', 'acronym')
        and lower(alias) in (select lower(agency) from own where agency is not null)
    group by lower(alias)
),

marked as (
    select own.article_id, not is_agency as is_wire_copy, named_entity.entity_id as wire_entity_id
    from own
    inner join agency_of_class using (copy_class_id)
    left join named_entity
        on lower(coalesce(own.agency, agency_of_class.agency)) = named_entity.agency
),

judged as (
    select
        own.article_id,
        coalesce(marked.is_wire_copy, false) as is_wire_copy,
        case when marked.is_wire_copy then marked.wire_entity_id end as wire_entity_id
    from own
    left join marked using (article_id)
)

update core.article
set is_wire_copy = judged.is_wire_copy, wire_entity_id = judged.wire_entity_id
from judged
where article.article_id = judged.article_id
and (
    article.is_wire_copy is distinct from judged.is_wire_copy
    or article.wire_entity_id is distinct from judged.wire_entity_id
)
"""
