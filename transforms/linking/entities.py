"""Clusters -> entities, their aliases, and the entity of every referent."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from transforms.keys import make_key
from transforms.linking.cluster import Cluster
from transforms.linking.joins import explain_joins
from transforms.linking.node import Form, SumsOf
from transforms.linking.organisation import find_seat, read_acronym
from transforms.linking.person import read_person
from transforms.linking.place import find_code
from transforms.records import AliasKind, Entity, EntityAlias, EntityJoin, Linking
from transforms.world.gazetteer import find_point
from transforms.world.words import fold, split_words


@dataclass(frozen=True, slots=True)
class Described:
    """Entities with their aliases and joins, and the entity of each node."""

    entities: list[Entity]
    aliases: list[EntityAlias]
    joins: list[EntityJoin]
    entity_of: dict[str, str]


def describe(clusters: Iterable[Cluster], sums: SumsOf) -> Described:
    """One entity a cluster."""
    told = Described([], [], [], {})
    for cluster in clusters:
        entity = make_entity(cluster, sums)
        told.entities.append(entity)
        told.aliases.extend(make_aliases(cluster, entity, sums))
        told.joins.extend(explain_joins(cluster, entity))
        told.entity_of.update((node.node_id, entity.entity_id) for node in cluster.nodes)
    return told


def make_linking(described: Described, members: Iterable[tuple[str, str]]) -> Linking:
    """Sorted by key, so that the order of the clusters says nothing. members: (referent_id,
    node_id).
    """
    links = [(referent_id, described.entity_of[node_id]) for referent_id, node_id in members]
    return Linking(
        entities=tuple(sorted(described.entities, key=lambda entity: entity.entity_id)),
        aliases=tuple(
            sorted(described.aliases, key=lambda one: (one.entity_id, one.alias, one.alias_kind))
        ),
        entity_of=dict(sorted(links)),
        joins=tuple(
            sorted(described.joins, key=lambda join: (join.entity_id, join.name, join.evidence))
        ),
    )


def find_entity_id(cluster: Cluster) -> str:
    return cluster.entity_id or make_key("entity", cluster.kind, cluster.key)


def make_entity(cluster: Cluster, sums: SumsOf) -> Entity:
    name = cluster.name or choose_name(cluster)
    code = find_country(cluster)
    told = find_evidence(cluster, code, sums)
    latitude, longitude = find_point(cluster.geonames_id) or (None, None)
    found = (cluster.wikidata_id, cluster.geonames_id, told, latitude, longitude)
    return Entity(find_entity_id(cluster), name, cluster.kind, code, *found)


def find_evidence(cluster: Cluster, code: str | None, sums: SumsOf) -> str | None:
    """The words that most articles give the country by; for a place the tables."""
    if code is None or cluster.kind == "place":
        return "table of places" if code else None
    if find_seat_of(cluster):
        return "table of bodies"
    counts: Counter[str] = Counter()
    for node in cluster.nodes:
        if node.country_code == code and node.node_id in sums:
            counts += sums[node.node_id].evidences
    return min(counts, key=lambda words: (-counts[words], words), default=None)


def choose_name(cluster: Cluster) -> str:
    """The name that most articles give as their fullest: for people one with a given name, for
    bodies one that is no acronym.
    """
    counts: Counter[str] = Counter()
    for node in cluster.nodes:
        counts[node.name] += node.weight
    return min(
        counts,
        key=lambda name: (
            is_short(cluster, name),
            name.isupper() and " " in name,
            -counts[name],
            -len(name),
            name,
        ),
    )


def is_short(cluster: Cluster, name: str) -> bool:
    """Whether the name is a surname, an initial or an acronym."""
    if cluster.kind == "person":
        given = read_person(name).given
        return not given or len(given[0]) == 1
    return cluster.kind == "organisation" and read_acronym(name) is not None


def find_country(cluster: Cluster) -> str | None:
    """Where it was located; the code of a country that the cluster is; else the one that most
    articles give.
    """
    if cluster.kind == "place" and (code := cluster.country_code or find_code(cluster.key)):
        return code
    if seat := find_seat_of(cluster):
        return seat
    codes = Counter({node.country_code: 0 for node in cluster.nodes if node.country_code})
    for node in cluster.nodes:
        if node.country_code:
            codes[node.country_code] += node.weight
    return min(codes, key=lambda code: (-codes[code], code), default=None)


def find_seat_of(cluster: Cluster) -> str | None:
    return find_seat(cluster.key) if cluster.kind == "organisation" else None


def make_aliases(cluster: Cluster, entity: Entity, sums: SumsOf) -> Iterable[EntityAlias]:
    counts: Counter[Form] = Counter()
    for node in cluster.nodes:
        for (form, alias_kind), count in sums[node.node_id].forms.items():
            counts[form, name_alias_kind(form, alias_kind, entity)] += count
    return (
        EntityAlias(entity.entity_id, form, alias_kind, count)
        for (form, alias_kind), count in counts.items()
    )


def name_alias_kind(form: str, alias_kind: AliasKind, entity: Entity) -> AliasKind:
    """What a naming form is beside the entity's name: its acronym, a surname alone, another
    spelling, or the name itself.
    """
    if alias_kind not in ("name", "spelling"):
        return alias_kind
    if fold(form) == fold(entity.name):
        return "name"
    if entity.kind == "organisation" and read_acronym(form):
        return "acronym"
    if entity.kind == "person" and len(split_words(form)) == 1:
        return "surname"
    return "spelling"
