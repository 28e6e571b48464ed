"""Clusters -> entities, their aliases, and the entity of every referent."""

from collections import Counter
from collections.abc import Iterable, Sequence

from transforms.keys import make_key
from transforms.linking.cluster import Cluster
from transforms.linking.gazetteer import find_point
from transforms.linking.joins import explain_joins
from transforms.linking.node import Form, count_forms
from transforms.linking.organisation import read_acronym
from transforms.linking.person import read_person
from transforms.linking.place import find_code
from transforms.records import AliasKind, Entity, EntityAlias, Linking
from transforms.world.words import fold, split_words


def make_linking(clusters: Sequence[Cluster]) -> Linking:
    """One entity a cluster. Sorted by key, so that the order of the clusters says nothing."""
    ids = [find_entity_id(cluster) for cluster in clusters]
    entities = [make_entity(cluster, entity_id) for cluster, entity_id in zip(clusters, ids, strict=True)]
    links = [(referent_id, entity_id) for cluster, entity_id in zip(clusters, ids, strict=True) for referent_id in list_referents(cluster)]
    aliases = [alias for cluster, entity in zip(clusters, entities, strict=True) for alias in make_aliases(cluster, entity)]
    joins = [join for cluster, entity in zip(clusters, entities, strict=True) for join in explain_joins(cluster, entity)]
    return Linking(
        entities=tuple(sorted(entities, key=lambda entity: entity.entity_id)),
        aliases=tuple(sorted(aliases, key=lambda alias: (alias.entity_id, alias.alias, alias.alias_kind))),
        entity_of=dict(sorted(links)),
        joins=tuple(sorted(joins, key=lambda join: (join.entity_id, join.name, join.evidence))),
    )


def list_referents(cluster: Cluster) -> Iterable[str]:
    return (referent.referent_id for node in cluster.nodes for referent in node.referents)


def find_entity_id(cluster: Cluster) -> str:
    return cluster.entity_id or make_key("entity", cluster.kind, cluster.key)


def make_entity(cluster: Cluster, entity_id: str) -> Entity:
    name = cluster.name or choose_name(cluster)
    code = find_country(cluster)
    evidence = find_evidence(cluster, code)
    latitude, longitude = find_point(cluster.geonames_id) or (None, None)
    return Entity(entity_id, name, cluster.kind, code, cluster.wikidata_id, cluster.geonames_id, evidence, latitude, longitude)


def find_evidence(cluster: Cluster, code: str | None) -> str | None:
    """The words that most articles give the country by; for a place the tables."""
    if code is None or cluster.kind == "place":
        return "table of places" if code else None
    told = (referent.country_evidence for node in cluster.nodes if node.country_code == code for referent in node.referents)
    counts = Counter(filter(None, told))
    return min(counts, key=lambda words: (-counts[words], words), default=None)


def choose_name(cluster: Cluster) -> str:
    """The name that most articles give as their fullest: for people one with a given name, for bodies one that is no acronym."""
    counts: Counter[str] = Counter()
    for node in cluster.nodes:
        counts[node.name] += node.weight
    return min(counts, key=lambda name: (is_short(cluster, name), name.isupper() and " " in name, -counts[name], -len(name), name))


def is_short(cluster: Cluster, name: str) -> bool:
    """Whether the name is a surname, an initial or an acronym."""
    if cluster.kind == "person":
        given = read_person(name).given
        return not given or len(given[0]) == 1
    return cluster.kind == "organisation" and read_acronym(name) is not None


def find_country(cluster: Cluster) -> str | None:
    """Where it was located; the code of a country that the cluster is; else the one that most articles give."""
    if cluster.kind == "place" and (code := cluster.country_code or find_code(cluster.key)):
        return code
    codes = Counter({node.country_code: 0 for node in cluster.nodes if node.country_code})
    for node in cluster.nodes:
        if node.country_code:
            codes[node.country_code] += node.weight
    return min(codes, key=lambda code: (-codes[code], code), default=None)


def make_aliases(cluster: Cluster, entity: Entity) -> Iterable[EntityAlias]:
    counts: Counter[Form] = Counter()
    for node in cluster.nodes:
        for (form, alias_kind), count in count_forms(node).items():
            counts[form, name_alias_kind(form, alias_kind, entity)] += count
    return (EntityAlias(entity.entity_id, form, alias_kind, count) for (form, alias_kind), count in counts.items())


def name_alias_kind(form: str, alias_kind: AliasKind, entity: Entity) -> AliasKind:
    """What a naming form is beside the entity's name: its acronym, a surname alone, another spelling, or the name itself."""
    if alias_kind not in ("name", "spelling"):
        return alias_kind
    if fold(form) == fold(entity.name):
        return "name"
    if entity.kind == "organisation" and read_acronym(form):
        return "acronym"
    if entity.kind == "person" and len(split_words(form)) == 1:
        return "surname"
    return "spelling"
