"""What linking makes of nodes before they become entities: clusters, each with the key that its
entity_id comes from.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from transforms.linking.node import Node
from transforms.records import EntityKind

# an ambiguous name goes to the bearer written of in this many times more articles than the next,
# else to nobody
DOMINANT = 4


@dataclass(slots=True)
class Cluster:
    """Nodes of one entity. name, entity_id: where a table, a list or a correction gives them; else
    the nodes' own best, and the key's.

    geonames_id, country_code: of a place that could be located.
    """

    kind: EntityKind
    key: str
    nodes: list[Node]
    name: str | None = None
    entity_id: str | None = None
    wikidata_id: str | None = None
    geonames_id: int | None = None
    country_code: str | None = None

    @property
    def weight(self) -> int:
        return sum(node.weight for node in self.nodes)


class Weighty(Protocol):
    """What is written of in `weight` articles."""

    @property
    def weight(self) -> int: ...
    @property
    def key(self) -> str: ...


Candidate = TypeVar("Candidate", bound=Weighty)


def choose_dominant(candidates: Iterable[Candidate]) -> Candidate | None:
    """The one that an ambiguous name can only mean: the only candidate, or one that is far more
    written of than all others.
    """
    ranked = sorted(candidates, key=lambda one: (-one.weight, one.key))
    if not ranked or (len(ranked) > 1 and ranked[0].weight < DOMINANT * ranked[1].weight):
        return None
    return ranked[0]


def combine(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Clusters of one kind and key are one: they would have one entity_id."""
    combined: dict[tuple[EntityKind, str], Cluster] = {}
    for cluster in clusters:
        first = combined.setdefault((cluster.kind, cluster.key), cluster)
        if first is not cluster:
            first.nodes.extend(cluster.nodes)
    return list(combined.values())


def connect(nodes: Sequence[Node], features: Sequence[Iterable[object]]) -> list[list[Node]]:
    """Nodes that share a feature, directly or through others; near linear. Each group and the
    groups are in order of the nodes.
    """
    leader = list(range(len(nodes)))

    def find(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    first: dict[object, int] = {}
    for index, own in enumerate(features):
        for feature in own:
            one, other = sorted((find(first.setdefault(feature, index)), find(index)))
            leader[other] = one
    groups: dict[int, list[Node]] = {}
    for index, node in enumerate(nodes):
        groups.setdefault(find(index), []).append(node)
    return list(groups.values())
