"""Referents -> nodes: what all articles say in the same words is looked at once, however many
articles there are.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from transforms.keys import make_key
from transforms.linking.organisation import (
    find_body,
    find_body_of,
    find_letters,
    is_anybodys,
    name_body,
    read_acronym,
)
from transforms.linking.person import PersonName, first_key, is_initial, read_person
from transforms.linking.place import find_place
from transforms.linking.seat import name_seats
from transforms.records import AliasKind, EntityKind, Referent
from transforms.world.words import fold

Form = tuple[str, AliasKind]
# bodies and places are linked as they are; of people one sort after another
Sort = Literal["organisation", "place", "name", "initial", "surname"]
SORTS: tuple[Sort, ...] = get_args(Sort)


@dataclass(frozen=True, slots=True)
class Node:
    """Referents of one kind, name, country, acronyms and roles: surely one entity, and the smallest
    thing that is linked.

    raw_kind: the kind that the articles gave, before it was settled. article_id: of a node that is
    one article's alone, as a lone name is. weight: in how many articles it is.
    """

    node_id: str
    raw_kind: EntityKind
    kind: EntityKind
    name: str
    country_code: str | None = None
    acronyms: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    article_id: str | None = None
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Sums:
    """What the referents of a node come to. forms: how often each is used. evidences: words that
    give the country.
    """

    forms: Counter[Form] = field(default_factory=Counter)
    evidences: Counter[str] = field(default_factory=Counter)


SumsOf = Mapping[str, Sums]  # by node_id


def make_node(referent: Referent, kind: EntityKind, parted: Container[str] = ()) -> Node:
    """The node of a referent that was settled to be of a kind. parted: articles of which people
    have parted referents from others.
    """
    roles = find_roles(referent) if kind == "person" else ()
    acronyms = find_forms(referent, "acronym") if kind == "organisation" else ()
    is_own = referent.article_id in parted or is_lone(kind, referent.name, referent.country_code)
    article_id = referent.article_id if is_own else None
    said = (
        referent.kind,
        kind,
        referent.name,
        referent.country_code or "",
        *acronyms,
        "roles",
        *roles,
        "article",
        article_id or "",
    )
    return Node(
        make_key("node", *said),
        referent.kind,
        kind,
        referent.name,
        referent.country_code or None,
        acronyms,
        roles,
        article_id,
    )


def is_lone(kind: EntityKind, name: str, country_code: str | None) -> bool:
    """Whether a name is each article's own: a surname or a given name alone, a body that every
    nation has.
    """
    if kind == "person":
        return not read_person(name).given
    if kind == "place":
        return False
    key = find_body_of(name, country_code)
    return is_anybodys(key) and not name_body(key)


def gather(members: Iterable[Node]) -> list[Node]:
    """One node for all members of one id, in an order that does not depend on the order of what
    comes in.
    """
    counts: Counter[str] = Counter()
    first: dict[str, Node] = {}
    for member in members:
        counts[member.node_id] += member.weight
        first.setdefault(member.node_id, member)
    return order([replace(node, weight=counts[node_id]) for node_id, node in first.items()])


def order(nodes: Iterable[Node]) -> list[Node]:
    """By kind and name; what follows tells nodes of one name apart."""
    return sorted(nodes, key=sort_key)


def sort_key(node: Node) -> tuple[object, ...]:
    said = (node.kind, node.name, node.country_code or "", node.acronyms, node.roles)
    return (*said, node.article_id or "", node.raw_kind)


def list_keys(node: Node) -> Iterator[str]:
    """What nodes share that can have to do with each other: the blocks in which they are linked."""
    if node.kind == "person":
        yield name_person_key(read_person(node.name))
    elif node.kind == "place":
        yield f"place {find_place(node.name)}"
    elif is_lone(node.kind, node.name, node.country_code):
        yield f"body {find_body(node.name)} {node.article_id}"
    else:
        yield from list_body_keys(node)


def name_person_key(name: PersonName) -> str:
    """Of one surname and given name, of a surname and an initial, or of a surname alone."""
    sort = find_person_sort(name)
    if sort == "surname":
        return f"surname {name.surname}"
    return f"{sort} {name.surname} {first_key(name) if sort == 'name' else name.given[0]}"


def find_sort(node: Node) -> Sort:
    """How a node is linked: a person by his given name, by an initial, or by the surname alone."""
    return find_person_sort(read_person(node.name)) if node.kind == "person" else node.kind


def find_person_sort(name: PersonName) -> Sort:
    if not name.given:
        return "surname"
    return "initial" if is_initial(name.given[0]) else "name"


def list_body_keys(node: Node) -> Iterator[str]:
    """Of bodies: the telling words, the name without its place, and acronyms that the table does
    not know.
    """
    yield f"body {find_body_of(node.name, node.country_code)}"
    yield from (f"seat {seat}" for seat in name_seats(node.name))
    own = [node.name] if read_acronym(node.name) else []
    for letters in filter(None, map(find_letters, (*own, *node.acronyms))):
        yield f"letters {letters}"


def find_roles(referent: Referent) -> tuple[str, ...]:
    return tuple(sorted({*find_forms(referent, "role"), *referent.roles}))


def find_forms(referent: Referent, alias_kind: AliasKind) -> tuple[str, ...]:
    return tuple(sorted({form for form, own_kind, _ in referent.forms if own_kind == alias_kind}))


def list_forms(referent: Referent) -> tuple[tuple[str, AliasKind, int], ...]:
    """The forms that an article uses, and how often; of a referent that comes without any, its name
    once.
    """
    return referent.forms or ((referent.name, "name", 1),)


def sum_up(members: Iterable[tuple[str, Referent]]) -> dict[str, Sums]:
    """What the referents of each node come to, by node_id."""
    sums: dict[str, Sums] = {}
    for node_id, referent in members:
        own = sums.setdefault(node_id, Sums())
        for form, alias_kind, count in list_forms(referent):
            own.forms[form, alias_kind] += count
        if referent.country_evidence:
            own.evidences[referent.country_evidence] += 1
    return sums


def list_names_told(referent: Referent) -> tuple[str, str] | None:
    """A name of several words of a person or body, folded, and the surname that it would have; else
    None.
    """
    if referent.kind == "place" or " " not in referent.name:
        return None
    return fold(referent.name), read_person(referent.name).surname
