"""A name as somebody types it -> the name that the warehouse gives the outlet or entity, or those
that are like it.
"""

from collections.abc import Sequence
from pathlib import Path

from warehouse.query import run_query

OUTLETS = """
select name, 0 as rank
from core.outlet
where lower(name) = lower($name) or lower(domain) = lower($name) or outlet_id = $name
"""
ENTITIES = """
select name, 0 as rank
from core.entity
where (lower(name) = lower($name) or entity_id = $name) and list_contains($kinds, kind)
union all
select entity.name, 1 as rank
from core.entity_alias
inner join core.entity using (entity_id)
where
    lower(entity_alias.alias) = lower($name)
    and entity_alias.alias_kind in ('name', 'spelling', 'acronym', 'surname')
    and list_contains($kinds, entity.kind)
"""
BEST = "select distinct name from ({found}) qualify rank = min(rank) over () order by name"
ALIKE = """
select name
from {table}
where jaro_winkler_similarity(lower(name), lower($name)) > 0.75
group by name
order by jaro_winkler_similarity(lower(name), lower($name)) desc, name
limit 3
"""
KINDS = {
    "speaker": ["person", "organisation", "place"],
    "person": ["person"],
    "organisation": ["organisation"],
    "place": ["place"],
}
NAMED = frozenset({"outlet", *KINDS})
"""The parameters of questions that are names in the warehouse."""


def find_name(path: Path, what: str, name: str) -> str:
    """The name of the one outlet, speaker, person, organisation or place that `name` means.

    Raises LookupError that says which names are like it, or which it can mean.
    """
    kinds = {} if what == "outlet" else {"kinds": KINDS[what]}
    found = list_names(path, BEST.format(found=ENTITIES if kinds else OUTLETS), name, kinds)
    if len(found) == 1:
        return found[0]
    if found:
        raise LookupError(f"{name!r} can mean {', '.join(found[:5])}: name one")
    table = "core.entity" if kinds else "core.outlet"
    alike = list_names(path, ALIKE.format(table=table), name, {})
    raise LookupError(f"no {what} is called {name!r}{ask_back(alike)}")


def list_names(path: Path, sql: str, name: str, more: dict[str, list[str]]) -> list[str]:
    answer = run_query(path, sql, {"name": name, **more})
    return [str(value) for value in answer["name"].to_pylist()]


def ask_back(alike: Sequence[str]) -> str:
    return f"; did you mean {' or '.join(alike)}?" if alike else ""
