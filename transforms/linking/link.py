"""The referents of all articles -> the entities that they are: a function of the whole set,
whatever its order.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from transforms.linking.bearer import Bearer, make_bearer, unite
from transforms.linking.bearers import Together
from transforms.linking.cluster import Cluster, combine
from transforms.linking.corrections import (
    apply_corrections,
    list_parted,
    list_standing,
    retype_kinds,
)
from transforms.linking.entities import describe, make_linking
from transforms.linking.kinds import Kinds, settle_kinds, vote
from transforms.linking.locate import Articles, locate_all
from transforms.linking.lone import cluster_lone_names
from transforms.linking.node import SORTS, Node, find_sort, gather, make_node, sum_up
from transforms.linking.organisations import cluster_organisations
from transforms.linking.own_list import apply_own_list
from transforms.linking.people import cluster_full_names, cluster_initials, find_common
from transforms.linking.person import read_person
from transforms.linking.places import cluster_places
from transforms.linking.stories import Telling, find_stories, read_tellings
from transforms.records import Correction, Linking, OwnEntity, Referent
from transforms.world.words import fold

Member = tuple[Referent, Node]
NO_DAYS: Mapping[str, int] = {}


def link(
    referents: Iterable[Referent],
    own_list: Sequence[OwnEntity] = (),
    corrections: Iterable[Correction] = (),
    days: Mapping[str, int] = NO_DAYS,
) -> Linking:
    """Who is who. The user's list wins over the rules, and corrections over both. days: on which
    articles were published, as ordinals.

    All in memory, in one go: what a run does to the warehouse block by block comes to the same.
    """
    standing = list_standing(corrections)
    known = list(referents)
    members = settle(known, retype_kinds(standing), list_parted(standing))
    nodes = gather(node for _, node in members)
    articles = list_articles(members)
    tellings = read_tellings(known, days)
    clusters = combine([*cluster_others(nodes), *cluster_people(nodes, articles, tellings)])
    clusters = apply_own_list(locate_all(clusters, articles), own_list)
    sums = sum_up((node.node_id, referent) for referent, node in members)
    described = describe(apply_corrections(clusters, standing), sums)
    return make_linking(
        described, [(referent.referent_id, node.node_id) for referent, node in members]
    )


def settle(referents: Sequence[Referent], corrected: Kinds, parted: frozenset[str]) -> list[Member]:
    """Each referent with its node, of the kind that it is settled to be of."""
    kinds = {name: settle_kinds(name, votes, corrected) for name, votes in vote(referents).items()}
    return [(one, make_node(one, kinds[fold(one.name)][one.kind], parted)) for one in referents]


def cluster_people(
    nodes: Sequence[Node], articles: Articles, tellings: Mapping[str, Telling]
) -> list[Cluster]:
    """Full names first, then initials, then names that stand alone."""
    people = [node for node in nodes if node.kind == "person"]
    sorts = {sort: [node for node in people if find_sort(node) == sort] for sort in SORTS}
    together, common = find_together(people, articles), find_common(sorts["name"])
    full = cluster_full_names(sorts["name"], together, common)
    initials = cluster_initials(sorts["initial"], find_bearers(full))
    known = [*full, *initials]
    key_of = {node.node_id: cluster.key for cluster in known for node in cluster.nodes}
    stories = find_stories(sorts["surname"], people, tellings, articles, key_of)
    return [*known, *cluster_lone_names(sorts["surname"], find_bearers(known), stories)]


def find_bearers(clusters: Iterable[Cluster]) -> dict[str, list[Bearer]]:
    """What is known of those whom clusters are, by surname."""
    found: defaultdict[str, list[Bearer]] = defaultdict(list)
    for cluster in clusters:
        found[read_person(cluster.nodes[0].name).surname].append(make_bearer(cluster))
    return {surname: unite(bearers) for surname, bearers in found.items()}


def list_articles(members: Iterable[Member]) -> Articles:
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for referent, node in members:
        articles[node.node_id].add(referent.article_id)
    return {node_id: frozenset(found) for node_id, found in articles.items()}


def find_together(people: Iterable[Node], articles: Articles) -> Together:
    """The people of one surname that an article has side by side."""
    beside: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for node in people:
        for article_id in articles[node.node_id]:
            beside[article_id, read_person(node.name).surname].add(node.node_id)
    together: defaultdict[str, set[str]] = defaultdict(set)
    for found in beside.values():
        for node_id in found if len(found) > 1 else ():
            together[node_id] |= found - {node_id}
    return {node_id: frozenset(others) for node_id, others in together.items()}


def cluster_others(nodes: Sequence[Node]) -> list[Cluster]:
    """Bodies and places."""
    bodies = cluster_organisations([node for node in nodes if node.kind == "organisation"])
    return [*bodies, *cluster_places([node for node in nodes if node.kind == "place"])]
