"""Nodes of persons who are named with a given name or an initial -> clusters: blocked by the sound
of the surname and by the given name.

An initial joins the one bearer that it can only mean, of whom it needs to know what articles say of
him, not his nodes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from transforms.linking.bearer import Bearer
from transforms.linking.bearers import Together, split_bearers
from transforms.linking.cluster import Cluster, choose_dominant
from transforms.linking.marks import are_apart, find_marks
from transforms.linking.node import Node
from transforms.linking.person import PersonName, find_class, first_key, is_initial, read_person
from transforms.linking.same_person import middles_agree

FEW_BEARERS = 3  # given names beside one surname
BearersOf = Mapping[str, Sequence[Bearer]]  # by the sound of the surname


def split_by_surname(nodes: Iterable[Node]) -> list[tuple[str, list[Node]]]:
    """Sorted by the sound of the surname."""
    blocks: defaultdict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        blocks[read_person(node.name).surname].append(node)
    return sorted(blocks.items())


def cluster_full_names(nodes: Iterable[Node], together: Together) -> list[Cluster]:
    """Of a surname all nodes with a given name, or, where more than `FEW_BEARERS` given names
    stand beside it, all of some given names.
    """
    return [
        cluster
        for surname, block in split_by_surname(nodes)
        for cluster in cluster_block(surname, block, together)
    ]


def cluster_block(surname: str, nodes: Iterable[Node], together: Together) -> Iterator[Cluster]:
    full: defaultdict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        full[first_key(read_person(node.name))].append(node)
    for key, group in join_second_names(full).items():
        yield from split_bearers(f"{key} {surname}", group, together)


def join_second_names(groups: Mapping[str, list[Node]]) -> dict[str, list[Node]]:
    """People who go by their second name: a group in which all are "Willard Mitt" joins the group
    of "Mitt".

    Only where few bear the surname: a James Robert Brown is hardly the one Robert Brown.
    """
    joined = {key: list(group) for key, group in groups.items()}
    for key in sorted(groups) if len(groups) <= FEW_BEARERS else ():
        seconds = {find_second(node) for node in groups[key]}
        second = seconds.pop()
        if not seconds and second != key and second in joined:
            joined[second].extend(joined.pop(key))
    return joined


def find_second(node: Node) -> str | None:
    """The class of the second of exactly two given names."""
    given = read_person(node.name).given
    return find_class(given[1]) if len(given) == 2 and not is_initial(given[1]) else None


def cluster_initials(nodes: Iterable[Node], bearers: BearersOf) -> list[Cluster]:
    """Each initial goes to the one bearer whom it can only mean; else it is somebody of its own.
    bearers: those with a full name, one of each key.
    """
    return [
        cluster
        for surname, block in split_by_surname(nodes)
        for cluster in place_initials(surname, block, bearers.get(surname, ()))
    ]


def place_initials(
    surname: str, nodes: Iterable[Node], bearers: Iterable[Bearer]
) -> Iterator[Cluster]:
    initials: defaultdict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in nodes:
        initials[read_person(node.name).given].append(node)
    by_letter = index_by_letter(bearers)
    for given, group in sorted(initials.items()):
        found = find_bearer(by_letter[given[0]], group)
        yield Cluster("person", found.key if found else f"{'.'.join(given)} {surname}", group)


def find_bearer(bearers: Iterable[Bearer], nodes: Sequence[Node]) -> Bearer | None:
    """Whom an initial can only mean."""
    name, marks = read_person(nodes[0].name), find_marks(nodes)
    candidates = (bearer for bearer in bearers if agrees(bearer, name))
    return choose_dominant(bearer for bearer in candidates if not are_apart(bearer.marks, marks))


def index_by_letter(bearers: Iterable[Bearer]) -> defaultdict[str, list[Bearer]]:
    """Bearers by the first letters of their given names: William is also under the B of Bill."""
    index: defaultdict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        for letter in bearer.letters:
            index[letter].append(bearer)
    return index


def agrees(bearer: Bearer, name: PersonName) -> bool:
    """Whether an initial with middle names contradicts no form of the bearer; "A." alone never
    does, "A. Barry" wants a bearer who is called Barry.
    """
    if len(name.given) == 1:
        return True
    known = [read_person(own) for own in bearer.names]
    if not is_initial(name.given[1]):
        called = {find_class(given) for own in known for given in own.given}
        return find_class(name.given[1]) in called
    return all(middles_agree(own, name) for own in known)
