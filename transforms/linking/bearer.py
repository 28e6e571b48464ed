"""A cluster of one surname -> what is known of its bearer before lone names are given to it: all
that a name which does not tell is weighed against.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transforms.linking.cluster import Cluster
from transforms.linking.marks import Marks, find_marks, fold_role, unite_marks
from transforms.linking.person import find_surname, read_person

WELL_KNOWN = 5  # articles that name somebody in full, so that less of the name means him in others


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody of a surname. key: of the cluster. names: as articles write them. roles: folded."""

    key: str
    weight: int
    names: frozenset[str]
    marks: Marks
    roles: frozenset[str]

    @property
    def spellings(self) -> frozenset[str]:
        """The surname as articles write it."""
        return frozenset(map(find_surname, self.names))

    @property
    def letters(self) -> frozenset[str]:
        """The first letters of the given names: of William and Bill two."""
        return frozenset(read_person(name).given[0][0] for name in self.names)


def make_bearer(cluster: Cluster) -> Bearer:
    """What its nodes say of it now."""
    roles = {fold_role(role) for node in cluster.nodes for role in node.roles}
    return Bearer(
        cluster.key,
        cluster.weight,
        names=frozenset(node.name for node in cluster.nodes),
        marks=find_marks(cluster.nodes),
        roles=frozenset(roles),
    )


def unite(bearers: Iterable[Bearer]) -> list[Bearer]:
    """One of each key, with all that is known of it; the most written of first."""
    parts: defaultdict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        parts[bearer.key].append(bearer)
    united = (own[0] if len(own) == 1 else add_up(own) for own in parts.values())
    return sorted(united, key=lambda bearer: (-bearer.weight, bearer.key))


def add_up(parts: Iterable[Bearer]) -> Bearer:
    """Several parts of one cluster."""
    known = list(parts)
    return Bearer(
        known[0].key,
        sum(part.weight for part in known),
        names=frozenset[str]().union(*(part.names for part in known)),
        marks=unite_marks(part.marks for part in known),
        roles=frozenset[str]().union(*(part.roles for part in known)),
    )


def list_signs(nations: Iterable[str], roles: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What speaks for somebody beside his name: a country, and a role of the same words."""
    yield from (("nation", nation) for nation in nations)
    yield from (("role", role) for role in roles)
