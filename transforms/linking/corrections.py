"""Corrections in, the same linking with what people know better out: retyping before nodes are
linked, the rest after, in order of time.

Replaying is idempotent: merging twice is merging once. A correction whose entity is no longer there
changes nothing.
"""

from collections.abc import Iterable, Sequence
from typing import get_args

from transforms.linking.cluster import Cluster
from transforms.linking.entities import choose_name, find_entity_id
from transforms.records import Correction, EntityKind
from transforms.world.words import fold


def list_standing(corrections: Iterable[Correction]) -> list[Correction]:
    """Those not undone, in the order in which they were made."""
    standing = (correction for correction in corrections if correction.undone_at is None)
    return sorted(standing, key=lambda correction: (correction.made_at, correction.correction_id))


def retype_kinds(corrections: Sequence[Correction]) -> dict[tuple[EntityKind, str], EntityKind]:
    """(kind, folded name) of the referents to be retyped -> the kind they get; a later correction
    can take it back.
    """
    kinds: dict[tuple[EntityKind, str], EntityKind] = {}
    for correction in corrections:
        if correction.action == "retype" and correction.new_kind:
            for name in {fold(name) for name in (correction.name, *correction.names)}:
                given = [
                    kind
                    for kind in get_args(EntityKind)
                    if kinds.get((kind, name), kind) == correction.kind
                ]
                kinds |= {(kind, name): correction.new_kind for kind in given}
    return kinds


def apply_corrections(
    clusters: Sequence[Cluster], corrections: Sequence[Correction]
) -> list[Cluster]:
    """Merge, split and rename, one after the other."""
    if not corrections:
        return list(clusters)
    register = Register(clusters)
    for correction in corrections:
        if target := register.find(correction.kind, correction.entity_id, correction.name):
            register.apply(correction, target)
    return register.list_clusters()


class Register:
    """Clusters by entity_id and by name, while they are merged, split and renamed."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self.by_id: dict[str, Cluster] = {}
        self.by_name: dict[tuple[EntityKind, str], Cluster] = {}
        self.taken_by: dict[int, Cluster] = {}  # by id() of a cluster that was merged away
        for cluster in clusters:
            self.enter(cluster)

    def enter(self, cluster: Cluster) -> None:
        """Under its id and its name; of two with one name the one more written of is found."""
        self.by_id[find_entity_id(cluster)] = cluster
        name = (cluster.kind, fold(cluster.name or choose_name(cluster)))
        if name not in self.by_name or rank(cluster) < rank(self.by_name[name]):
            self.by_name[name] = cluster

    def find(self, kind: EntityKind, entity_id: str, name: str) -> Cluster | None:
        """By id, else by name; of what was merged away, what took it in."""
        found = self.by_id.get(entity_id) or self.by_name.get((kind, fold(name)))
        while found and id(found) in self.taken_by:
            found = self.taken_by[id(found)]
        return found

    def list_clusters(self) -> list[Cluster]:
        return [cluster for cluster in self.by_id.values() if id(cluster) not in self.taken_by]

    def apply(self, correction: Correction, target: Cluster) -> None:
        if correction.action == "merge":
            for other_id, other_name in zip(
                correction.other_ids, correction.other_names, strict=True
            ):
                self.merge(target, self.find(correction.kind, other_id, other_name))
        elif correction.action == "split":
            self.split(target, correction)
        elif correction.action == "rename" and correction.new_name:
            target.name = correction.new_name
            self.by_name[target.kind, fold(correction.new_name)] = target

    def merge(self, target: Cluster, other: Cluster | None) -> None:
        """The target keeps its id, its name and where it lies."""
        if other is None or other is target:
            return
        target.name = target.name or choose_name(target)
        target.entity_id = find_entity_id(target)
        target.geonames_id = target.geonames_id or other.geonames_id
        target.country_code = target.country_code or other.country_code
        target.nodes.extend(other.nodes)
        self.taken_by[id(other)] = target

    def split(self, target: Cluster, correction: Correction) -> None:
        """What leaves gets an id from the correction's own words, so that it is the same in every
        run.
        """
        names, articles = frozenset(map(fold, correction.names)), frozenset(correction.article_ids)
        leaving = [
            node for node in target.nodes if fold(node.name) in names or node.article_id in articles
        ]
        left = {node.node_id for node in leaving}
        staying = [node for node in target.nodes if node.node_id not in left]
        if not leaving or not staying:
            return
        target.entity_id, target.name = find_entity_id(target), target.name or choose_name(target)
        target.nodes = staying
        key = " ".join((target.key, "split", *sorted(names), *sorted(articles)))
        self.enter(Cluster(target.kind, key, leaving))


def list_parted(corrections: Iterable[Correction]) -> frozenset[str]:
    """Articles whose referents people part from those of others: each has nodes of its own."""
    splits = (correction for correction in corrections if correction.action == "split")
    return frozenset(article for correction in splits for article in correction.article_ids)


def rank(cluster: Cluster) -> tuple[int, str]:
    return (-cluster.weight, find_entity_id(cluster))
