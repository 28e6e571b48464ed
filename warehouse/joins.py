"""The joins of names across articles, the least sure first: what people look at who correct."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from transforms.records import EntityKind


@dataclass(frozen=True, slots=True)
class ShownJoin:
    """A name by which articles mean an entity, and why. entity: the entity's own name."""

    score: float
    evidence: str
    name: str
    article_count: int
    entity: str
    entity_id: str


def read_joins(
    connection: duckdb.DuckDBPyConnection,
    entity_ids: Sequence[str] | None,
    kind: EntityKind | None,
    limit: int,
) -> list[ShownJoin]:
    """entity_ids: of these entities only. Of equally sure joins those of most articles come
    first.
    """
    wanted = {
        "ids": list(entity_ids) if entity_ids is not None else None,
        "kind": kind,
        "limit": limit,
    }
    return [ShownJoin(*row) for row in connection.execute(JOINS, wanted).fetchall()]


JOINS = """
select score, evidence, entity_join.name, article_count, entity.name, entity_id
from core.entity_join
inner join core.entity using (entity_id)
where ($ids is null or list_contains($ids::varchar[], entity_id)) and ($kind is null or kind = $kind)
order by score, article_count desc, entity.name, entity_join.name, evidence
limit $limit
"""
