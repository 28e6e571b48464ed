"""Referents -> nodes: what all articles say in the same words is looked at once, however many articles there are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transforms.records import AliasKind, EntityKind, Referent

Form = tuple[str, AliasKind]


@dataclass(frozen=True, slots=True)
class Node:
    """Referents of one kind, name, country, acronyms and roles: surely one entity, and the smallest thing that is linked."""

    kind: EntityKind
    name: str
    country_code: str | None
    acronyms: tuple[str, ...]
    roles: tuple[str, ...]
    referents: Sequence[Referent]

    @property
    def weight(self) -> int:
        """In how many articles it is: each has one referent for it."""
        return len(self.referents)


def make_nodes(referents: Iterable[Referent]) -> list[Node]:
    """Each referent in one node. Order of nodes and of the referents in them does not depend on the order of what comes in."""
    groups: dict[tuple[EntityKind, str, str, tuple[str, ...], tuple[str, ...]], list[Referent]] = {}
    for referent in referents:
        roles = tuple(sorted({*find_forms(referent, "role"), *referent.roles})) if referent.kind == "person" else ()
        acronyms = find_forms(referent, "acronym") if referent.kind == "organisation" else ()
        groups.setdefault((referent.kind, referent.name, referent.country_code or "", acronyms, roles), []).append(referent)
    return [
        Node(kind, name, code or None, acronyms, roles, sorted(group, key=lambda referent: referent.referent_id))
        for (kind, name, code, acronyms, roles), group in sorted(groups.items())
    ]


def find_forms(referent: Referent, alias_kind: AliasKind) -> tuple[str, ...]:
    return tuple(sorted(form for form, own_kind, _ in referent.forms if own_kind == alias_kind))


def count_forms(node: Node) -> Counter[Form]:
    """The forms that articles use, and how often; of a referent that comes without any, its name once."""
    counts: Counter[Form] = Counter()
    for referent in node.referents:
        for form, alias_kind, count in referent.forms or ((referent.name, "name", 1),):
            counts[form, alias_kind] += count
    return counts
