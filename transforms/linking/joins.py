"""A cluster and the entity that it became in, what each name of it rests on out, and how sure that
is.

The scores order joins for people to look at; they are no probabilities.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from transforms.linking.cluster import Cluster
from transforms.linking.node import Node
from transforms.linking.organisation import find_body, name_body, read_acronym
from transforms.linking.person import PersonName, find_surname, first_key, is_initial, read_person
from transforms.linking.place import find_place
from transforms.records import Entity, EntityJoin, EntityKind
from transforms.world.words import fold

Evidence = tuple[str, float]

OWN_LIST: Evidence = ("own list or correction", 1.0)
SAME_NAME: Evidence = ("the same name", 0.95)
SAME_LONE_NAME: Evidence = ("the same lone name, and role or story", 0.6)
ONE_BEARER: Evidence = ("surname of the one who writes it so", 0.75)
SOUND_AND_SIGN: Evidence = ("surname of the same sound, and country, role or story", 0.6)
INITIAL: Evidence = ("initial and surname", 0.6)
SUFFIX: Evidence = ("the same but for a suffix", 0.65)
SECOND_NAME: Evidence = ("goes by the second given name", 0.65)
SHORT_GIVEN: Evidence = ("another form of the given name", 0.8)
SPELLING: Evidence = ("another spelling, of the same sound", 0.8)
MIDDLE: Evidence = ("the same but for a middle name", 0.85)
TABLE: Evidence = ("table of known names", 0.95)
STATED: Evidence = ("acronym that articles state", 0.7)
SAME_WORDS: Evidence = ("the same telling words", 0.9)
SEAT: Evidence = ("the name without its place", 0.7)
GAZETTEER: Evidence = ("one place of the gazetteer", 0.9)


def explain_joins(cluster: Cluster, entity: Entity) -> Iterator[EntityJoin]:
    """One for each name and evidence, of an entity that more than one article knows."""
    if cluster.weight < 2:
        return
    counts: Counter[tuple[str, Evidence]] = Counter()
    for node in cluster.nodes:
        counts[node.name, explain(cluster, entity, node)] += node.weight
    for (name, (evidence, score)), count in counts.items():
        yield EntityJoin(entity.entity_id, name, count, evidence, score)


def explain(cluster: Cluster, entity: Entity, node: Node) -> Evidence:
    """What ties a node to the entity: a list or correction, else the rule of its kind."""
    if cluster.entity_id or node.kind != cluster.kind:
        return OWN_LIST
    if (
        cluster.kind == "person"
        and not read_person(entity.name).given
        and fold(node.name) == fold(entity.name)
    ):
        return SAME_LONE_NAME
    if fold(node.name) == fold(entity.name):
        return SAME_NAME
    return EXPLAINERS[cluster.kind](entity.name, node.name)


def explain_person(name: str, other: str) -> Evidence:
    one, two = read_person(name), read_person(other)
    if not two.given:
        return ONE_BEARER if find_surname(name) == find_surname(other) else SOUND_AND_SIGN
    if one.given and is_initial(two.given[0]) != is_initial(one.given[0]):
        return INITIAL
    if one.suffix != two.suffix:
        return SUFFIX
    return explain_given(one, two, is_spelt_so=find_surname(name) == find_surname(other))


def explain_given(one: PersonName, two: PersonName, *, is_spelt_so: bool) -> Evidence:
    if one.given and first_key(one) != first_key(two):
        return SECOND_NAME
    if not is_spelt_so:
        return SPELLING
    return MIDDLE if one.given[:1] == two.given[:1] else SHORT_GIVEN


def explain_body(name: str, other: str) -> Evidence:
    if find_body(name) == find_body(other):
        return TABLE if name_body(find_body(other)) else SAME_WORDS
    return STATED if read_acronym(other) or read_acronym(name) else SEAT


def explain_place(name: str, other: str) -> Evidence:
    return TABLE if find_place(name) == find_place(other) else GAZETTEER


EXPLAINERS: dict[EntityKind, Callable[[str, str], Evidence]] = {
    "person": explain_person,
    "organisation": explain_body,
    "place": explain_place,
}
