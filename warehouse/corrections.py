"""Corrections and the user's own list, to and from the warehouse; and the entities that a name or a
key means.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import duckdb

from transforms.records import Correction, EntityKind, OwnEntity
from warehouse.columns import as_row, columns_of
from warehouse.connect import insert_rows, transaction
from warehouse.rows import in_utc

Connection = duckdb.DuckDBPyConnection  # for rooms that know no DuckDB
CORRECTION = columns_of(Correction)
OWN_ENTITY = columns_of(OwnEntity)


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """An entity as the warehouse holds it. names: as articles write it; full_names: as each of
    article_ids knows it at its fullest.
    """

    entity_id: str
    name: str
    kind: EntityKind
    mention_count: int
    names: tuple[str, ...]
    full_names: tuple[str, ...]
    article_ids: tuple[str, ...]


def read_corrections(connection: duckdb.DuckDBPyConnection) -> list[Correction]:
    """All corrections, undone ones too, in the order in which they were made."""
    query = f"select {', '.join(CORRECTION)} from ops.correction order by made_at, correction_id"  # noqa: S608
    return [Correction(*map(as_told, row)) for row in connection.execute(query).fetchall()]


def as_told(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    """A value of the table as the record holds it: a time with its zone, a list that stays."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC)
    return tuple(value) if isinstance(value, list) else value


def write_corrections(
    connection: duckdb.DuckDBPyConnection, corrections: Sequence[Correction]
) -> None:
    """Add corrections; one that is there already stays as it is."""
    known = {
        correction_id
        for (correction_id,) in connection.execute(
            "select correction_id from ops.correction"
        ).fetchall()
    }
    new = {one.correction_id: one for one in corrections if one.correction_id not in known}
    rows = [
        {**as_row(one), "made_at": in_utc(one.made_at), "undone_at": in_utc(one.undone_at)}
        for one in new.values()
    ]
    insert_rows(connection, "ops.correction", rows)


def undo_correction(
    connection: duckdb.DuckDBPyConnection, correction_id: str, undone_at: datetime
) -> bool:
    """Take back a correction; False where there is none of that key that still stands."""
    query = "update ops.correction set undone_at = ? where correction_id = ? and undone_at is null returning correction_id"
    return bool(connection.execute(query, [in_utc(undone_at), correction_id]).fetchall())


def read_own_entities(connection: duckdb.DuckDBPyConnection) -> list[OwnEntity]:
    query = f"select {', '.join(OWN_ENTITY)} from ops.own_entity order by own_id"  # noqa: S608
    return [OwnEntity(*map(as_told, row)) for row in connection.execute(query).fetchall()]


def replace_own_entities(
    connection: duckdb.DuckDBPyConnection, own_list: Sequence[OwnEntity]
) -> None:
    """The list given is the list, whatever was there before."""
    with transaction(connection):
        connection.execute("delete from ops.own_entity")
        insert_rows(connection, "ops.own_entity", [as_row(own) for own in own_list])


def find_entities(
    connection: duckdb.DuckDBPyConnection, wanted: str, kind: EntityKind | None = None
) -> list[KnownEntity]:
    """The entities that a key, a name or an alias means, the most mentioned first."""
    rows = connection.execute(FIND_ENTITIES, {"wanted": wanted, "kind": kind}).fetchall()
    return [
        KnownEntity(
            entity_id,
            name,
            kind,
            int(count),
            tuple(names or ()),
            tuple(full_names),
            tuple(article_ids),
        )
        for entity_id, name, kind, count, names, full_names, article_ids in rows
    ]


FIND_ENTITIES = """
with meant as (
    select entity_id, 0 as distance from core.entity where entity_id = $wanted
    union all
    select entity_id, 1 from core.entity where lower(name) = lower($wanted)
    union all
    select entity_id, 2 from core.entity_alias where lower(alias) = lower($wanted) and alias_kind not in ('role', 'demonym', 'metonym')
),
nearest as (
    select entity_id from meant group by entity_id qualify min(distance) = min(min(distance)) over ()
)
select
    entity_id,
    any_value(entity.name),
    any_value(entity.kind),
    sum(mention_count) as mention_count,
    list(distinct alias order by alias) filter (alias_kind in ('name', 'spelling', 'surname', 'acronym')),
    (select list(distinct referent.name order by referent.name) from core.referent where referent.entity_id = nearest.entity_id),
    (select list(distinct article_id order by article_id) from core.referent where referent.entity_id = nearest.entity_id)
from nearest
inner join core.entity using (entity_id)
inner join core.entity_alias using (entity_id)
where entity.kind = coalesce($kind, entity.kind)
group by entity_id
order by mention_count desc, entity_id
"""
