"""Nodes of organisations -> clusters: by the bag of their telling words; an acronym joins the body that articles state it of.

Initials alone join nothing: a table knows the acronyms that everybody knows, and "the Harbour Workers Union (HWU)" is one body in its own
article. Another article's "HWU" is that body where several articles state it so, and none states another.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.linking.cluster import Cluster
from transforms.linking.node import Node
from transforms.linking.organisation import add_nation, find_body, is_anybodys, name_body, read_acronym
from transforms.linking.seats import find_leaders

STATED_OFTEN = 2  # articles that state an acronym of a body, so that it means the body in others


def cluster_organisations(nodes: Sequence[Node]) -> list[Cluster]:
    keyed: defaultdict[str, list[Node]] = defaultdict(list)
    for node, leader in zip(nodes, find_leaders(nodes), strict=True):
        for key, part in part_by_nation(add_nation(find_body(leader.name), leader.country_code), node):
            keyed[key].append(part)
    clusters = {key: Cluster("organisation", key, group, name_body(key)) for key, group in sorted(keyed.items())}
    stated = count_stated(clusters)
    for key in sorted(clusters):
        letters = {read_acronym(node.name) for node in clusters[key].nodes}
        if name_body(key) or None in letters:
            continue
        (first, *_) = sorted(filter(None, letters))
        counts = {other: count for other, count in stated[first].items() if other != key and other in clusters}
        if len(counts) == 1 and min(counts.values()) >= STATED_OFTEN:
            clusters[min(counts)].nodes.extend(clusters.pop(key).nodes)
    return list(clusters.values())


def part_by_nation(key: str, node: Node) -> Iterator[tuple[str, Node]]:
    """A foreign ministry of no nation that the article tells is that article's alone."""
    if not is_anybodys(key) or name_body(key):
        yield key, node
        return
    for referent in node.referents:
        yield f"{key} {referent.article_id}", replace(node, referents=[referent])


def count_stated(clusters: dict[str, Cluster]) -> defaultdict[str, Counter[str]]:
    """Acronyms that articles state beside a name of several words -> keys of the bodies, and in how many articles."""
    stated: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for key, cluster in clusters.items():
        for node in cluster.nodes:
            if not read_acronym(node.name):
                for acronym in node.acronyms:
                    stated[read_acronym(acronym) or acronym.lower()][key] += node.weight
    return stated
