"""The user's own list of entities (CSV text) in, its records out; and clusters in, the clusters as
the list wants them out.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from transforms.keys import make_key
from transforms.linking.cluster import Cluster
from transforms.records import EntityKind, OwnEntity
from transforms.world.words import fold

NEEDED = ("id", "name", "kind")
OTHERS = ("aliases", "wikidata", "geonames")
BETWEEN_ALIASES = "|"


def read_own_list(lines: Iterable[str]) -> tuple[OwnEntity, ...]:
    """CSV with a head line of `NEEDED` and `OTHERS`; aliases are split by |. Raises ValueError with
    the line that cannot be read, and why.
    """
    reader = csv.DictReader(lines)
    missing = [column for column in NEEDED if column not in (reader.fieldnames or ())]
    if missing:
        raise ValueError(
            f"line 1: the list needs the columns {', '.join(NEEDED)} and may have {', '.join(OTHERS)}; missing: {', '.join(missing)}"
        )
    return check_unique([(reader.line_num, read_row(row, reader.line_num)) for row in reader])


def read_row(row: dict[str, str | None], line: int) -> OwnEntity:
    field = {column: (value or "").strip() for column, value in row.items() if column}
    own_id, name = field.get("id"), field.get("name")
    if not own_id or not name:
        raise ValueError(f"line {line}: id and name must not be empty")
    kind = read_kind(field.get("kind", ""), line)
    aliases = (alias.strip() for alias in field.get("aliases", "").split(BETWEEN_ALIASES))
    return OwnEntity(
        own_id,
        name,
        kind,
        tuple(filter(None, aliases)),
        field.get("wikidata") or None,
        read_geonames(row, kind, line),
    )


def read_kind(kind: str, line: int) -> EntityKind:
    for known in get_args(EntityKind):
        if kind == known:
            found: EntityKind = known
            return found
    raise ValueError(
        f"line {line}: kind is {kind!r}, must be one of {', '.join(get_args(EntityKind))}"
    )


def read_geonames(row: dict[str, str | None], kind: EntityKind, line: int) -> int | None:
    given = (row.get("geonames") or "").strip()
    if given and (kind != "place" or not (given.isascii() and given.isdigit())):
        raise ValueError(f"line {line}: geonames is {given!r}, must be the number of a place")
    return int(given) if given else None


def check_unique(rows: Sequence[tuple[int, OwnEntity]]) -> tuple[OwnEntity, ...]:
    """The entities, if no id stands twice, of our own or of GeoNames, and no name is claimed by
    two.
    """
    ids: set[str | int] = set()
    owner: dict[tuple[EntityKind, str], str] = {}
    for line, own in rows:
        for key in (own.own_id, own.geonames_id):
            if key is not None and key in ids:
                raise ValueError(f"line {line}: the id {key!r} is there already")
            ids |= {key} if key is not None else set()
        for form in (own.name, *own.aliases):
            if owner.setdefault((own.kind, fold(form)), own.own_id) != own.own_id:
                raise ValueError(
                    f"line {line}: {form!r} is a name of {owner[own.kind, fold(form)]!r} already"
                )
    return tuple(own for _, own in rows)


def index_names(own_list: Sequence[OwnEntity]) -> dict[tuple[EntityKind, str], OwnEntity]:
    """Kind and folded form -> the entity of the list; of two the one with the later id."""
    return {
        (own.kind, fold(form)): own
        for own in sorted(own_list, key=lambda own: own.own_id)
        for form in (own.name, *own.aliases)
    }


def apply_own_list(clusters: Sequence[Cluster], own_list: Sequence[OwnEntity]) -> list[Cluster]:
    """Nodes with a name of the list go to its entity, and with them the rest of a cluster that it
    claims for one entity only.
    """
    if not own_list:
        return list(clusters)
    owner = index_names(own_list)
    owned: defaultdict[str, list[Cluster]] = defaultdict(list)
    kept: list[Cluster] = []
    for cluster in clusters:
        claims = {
            own.own_id for node in cluster.nodes if (own := owner.get((node.kind, fold(node.name))))
        }
        if not claims:
            kept.append(cluster)
        elif len(claims) == 1:
            owned[claims.pop()].append(cluster)
        else:
            kept.extend(part_claimed(cluster, owner, owned))
    by_id = {own.own_id: own for own in own_list}
    return leave_given(kept, own_list) + [
        make_owned(by_id[own_id], parts) for own_id, parts in sorted(owned.items())
    ]


def part_claimed(
    cluster: Cluster,
    owner: Mapping[tuple[EntityKind, str], OwnEntity],
    owned: Mapping[str, list[Cluster]],
) -> Iterator[Cluster]:
    """Each node to the entity of the list that claims it; what none claims comes back."""
    for node in cluster.nodes:
        if own := owner.get((node.kind, fold(node.name))):
            owned[own.own_id].append(Cluster(cluster.kind, cluster.key, [node]))
    rest = [node for node in cluster.nodes if (node.kind, fold(node.name)) not in owner]
    if rest:
        yield Cluster(cluster.kind, cluster.key, rest, cluster.name)


def leave_given(clusters: list[Cluster], own_list: Iterable[OwnEntity]) -> list[Cluster]:
    """The GeoNames keys that the list gives are its entities' alone."""
    given = {own.geonames_id for own in own_list}
    for cluster in clusters:
        cluster.geonames_id = None if cluster.geonames_id in given else cluster.geonames_id
    return clusters


def make_owned(own: OwnEntity, parts: Sequence[Cluster]) -> Cluster:
    """Where the list gives no GeoNames key, the one that all parts have."""
    nodes = [node for part in parts for node in part.nodes]
    (located, *others) = {(part.geonames_id, part.country_code) for part in parts}
    geonames_id, country_code = (None, None) if others else located
    entity_id = make_key("entity", "own", own.own_id)
    return Cluster(
        own.kind,
        own.own_id,
        nodes,
        own.name,
        entity_id,
        own.wikidata_id,
        own.geonames_id or geonames_id,
        country_code,
    )
