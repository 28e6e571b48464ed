"""Nodes of places -> clusters: by the key that the alias table gives them, and by country where
places share a name.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from transforms.linking.cluster import Cluster, choose_dominant
from transforms.linking.node import Node
from transforms.linking.place import find_code, find_place, name_key


def cluster_places(nodes: Sequence[Node]) -> list[Cluster]:
    keyed: defaultdict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        keyed[find_place(node.name)].append(node)
    return [
        cluster for key, group in sorted(keyed.items()) for cluster in split_countries(key, group)
    ]


def split_countries(key: str, nodes: list[Node]) -> Iterator[Cluster]:
    """Georgia in the Caucasus and Georgia in America; nodes that do not say go to the country of
    the name, else to the usual one.
    """
    home = find_code(key)
    coded: defaultdict[str | None, list[Node]] = defaultdict(list)
    for node in nodes:
        coded[node.country_code or home].append(node)
    silent = coded.pop(None, [])
    is_usual = home is None and len(coded) == 1
    clusters = [
        make_cluster(key, None if code == home or is_usual else code, group)
        for code, group in sorted(coded.items(), key=str)
    ]
    if found := choose_dominant(clusters):
        found.nodes.extend(silent)
    elif silent:
        clusters.append(make_cluster(key, None, silent))
    yield from clusters


def make_cluster(key: str, code: str | None, nodes: list[Node]) -> Cluster:
    """code: where the place is not the one that the tables know under the name."""
    return (
        Cluster("place", f"{key} ({code})", nodes)
        if code
        else Cluster("place", key, nodes, name_key(key))
    )
