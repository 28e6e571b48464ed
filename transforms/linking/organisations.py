"""Nodes of organisations -> clusters: by the bag of their telling words; an acronym joins the body
that articles state it of.

Initials alone join nothing: a table knows the acronyms that everybody knows, and "the Harbour
Workers Union (HWU)" is one body in its own article. Another article's "HWU" is that body where
several articles state it so, and none states another.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from transforms.linking.cluster import Cluster
from transforms.linking.node import Node, is_lone
from transforms.linking.organisation import (
    find_body,
    find_body_of,
    find_letters,
    name_body,
    read_acronym,
)
from transforms.linking.seats import find_leaders

STATED_OFTEN = 4  # articles that state an acronym of a body, so that it means the body in others
# acronym -> keys of the bodies that articles state it of, and in how many articles
Stated = Mapping[str, Counter[str]]


def cluster_organisations(nodes: Sequence[Node]) -> list[Cluster]:
    """A foreign ministry of no nation that the article tells is that article's alone."""
    alone = [node for node in nodes if is_lone(node.kind, node.name, node.country_code)]
    own = {node.node_id for node in alone}
    clusters = cluster_by_words([node for node in nodes if node.node_id not in own])
    join_acronyms(clusters)
    return [*clusters.values(), *map(make_alone, alone)]


def make_alone(node: Node) -> Cluster:
    return Cluster("organisation", f"{find_body(node.name)} {node.article_id}", [node])


def cluster_by_words(nodes: Sequence[Node]) -> dict[str, Cluster]:
    keyed: defaultdict[str, list[Node]] = defaultdict(list)
    for node, leader in zip(nodes, find_leaders(nodes), strict=True):
        keyed[find_body_of(leader.name, leader.country_code)].append(node)
    return {
        key: Cluster("organisation", key, group, name_body(key))
        for key, group in sorted(keyed.items())
    }


def join_acronyms(clusters: dict[str, Cluster]) -> None:
    """What is an acronym only goes to the one body that it is stated of."""
    stated = count_stated(clusters)
    for key in sorted(clusters):
        if found := find_stated(clusters[key], clusters, stated):
            clusters[found].nodes.extend(clusters.pop(key).nodes)


def find_stated(cluster: Cluster, clusters: Mapping[str, Cluster], stated: Stated) -> str | None:
    """The key of the one body that articles state the cluster's acronym of, often enough."""
    letters = {read_acronym(node.name) for node in cluster.nodes}
    if name_body(cluster.key) or None in letters:
        return None
    counts = stated.get(min(filter(None, letters)), Counter())
    bodies = {key: count for key, count in counts.items() if key != cluster.key and key in clusters}
    if len(bodies) != 1:
        return None
    (body, count), *_ = bodies.items()
    return body if count >= STATED_OFTEN else None


def count_stated(clusters: Mapping[str, Cluster]) -> Stated:
    """Acronyms that the table does not know and articles state beside a name -> keys of the bodies,
    and in how many articles.
    """
    stated: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for key, cluster in clusters.items():
        for node in cluster.nodes:
            letters = map(find_letters, () if read_acronym(node.name) else node.acronyms)
            for own in filter(None, letters):
                stated[own][key] += node.weight
    return stated
