"""Nodes of organisations -> clusters: by the bag of their telling words; an acronym joins the one body whose initials it is."""

from collections import defaultdict
from collections.abc import Sequence

from transforms.linking.cluster import Cluster, choose_dominant
from transforms.linking.node import Node
from transforms.linking.organisation import add_nation, find_acronyms, find_body, name_body, read_acronym
from transforms.linking.seats import find_leaders


def cluster_organisations(nodes: Sequence[Node]) -> list[Cluster]:
    keyed: defaultdict[str, list[Node]] = defaultdict(list)
    for node, leader in zip(nodes, find_leaders(nodes), strict=True):
        keyed[add_nation(find_body(leader.name), leader.country_code)].append(node)
    clusters = {key: Cluster("organisation", key, group, name_body(key)) for key, group in sorted(keyed.items())}
    stated, derived = index_acronyms(clusters)
    for key in sorted(clusters):
        letters = {read_acronym(node.name) for node in clusters[key].nodes}
        if name_body(key) or None in letters:
            continue
        (first, *_) = sorted(filter(None, letters))
        found = choose_dominant(clusters[other] for other in (stated[first] or derived[first]) - {key} if other in clusters)
        if found:
            found.nodes.extend(clusters.pop(key).nodes)
    return list(clusters.values())


def index_acronyms(clusters: dict[str, Cluster]) -> tuple[defaultdict[str, set[str]], defaultdict[str, set[str]]]:
    """Keys of the bodies of several words by acronym: as articles state it beside the name, and as the initials give it."""
    stated: defaultdict[str, set[str]] = defaultdict(set)
    derived: defaultdict[str, set[str]] = defaultdict(set)
    for key, cluster in clusters.items():
        for node in cluster.nodes:
            if read_acronym(node.name):
                continue
            for acronym in node.acronyms:
                stated[read_acronym(acronym) or acronym.lower()].add(key)
            for acronym in find_acronyms(node.name):
                derived[acronym].add(key)
    return stated, derived
