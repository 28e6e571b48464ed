"""Nodes of persons who are named with a given name or an initial -> clusters: blocked by the sound
of the surname and by the given name.

An initial joins the one bearer that it can only mean, of whom it needs to know what articles say of
him, not his nodes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from transforms.linking.bearer import WELL_KNOWN, Bearer
from transforms.linking.bearers import Together, split_bearers
from transforms.linking.cluster import Cluster, choose_dominant
from transforms.linking.marks import Marks, are_apart, find_marks, have_in_common
from transforms.linking.node import Node
from transforms.linking.person import PersonName, find_class, first_key, is_initial, read_person
from transforms.linking.same_person import middles_agree
from transforms.linking.sounds import sound

FEW_BEARERS = 3  # given names beside one surname
BearersOf = Mapping[str, Sequence[Bearer]]  # by the sound of the surname
Common = frozenset[str]  # surnames that stand behind more than `FEW_BEARERS` given names


def split_by_surname(nodes: Iterable[Node]) -> list[tuple[str, list[Node]]]:
    """Sorted by the sound of the surname."""
    blocks: defaultdict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        blocks[read_person(node.name).surname].append(node)
    return sorted(blocks.items())


def find_common(nodes: Iterable[Node]) -> Common:
    """nodes: all with a given name."""
    given: defaultdict[str, set[str]] = defaultdict(set)
    for node in nodes:
        name = read_person(node.name)
        given[name.surname].add(first_key(name))
    return frozenset(surname for surname, keys in given.items() if len(keys) > FEW_BEARERS)


def cluster_full_names(nodes: Iterable[Node], together: Together, common: Common) -> list[Cluster]:
    """Of a surname all nodes with a given name, or, where it is common, all of some given names."""
    return [
        cluster
        for surname, block in split_by_surname(nodes)
        for cluster in cluster_block(surname, block, together, is_common=surname in common)
    ]


def cluster_block(
    surname: str, nodes: Iterable[Node], together: Together, *, is_common: bool
) -> Iterator[Cluster]:
    full: defaultdict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        full[first_key(read_person(node.name))].append(node)
    groups = full if is_common else join_second_names(full)
    for name, group in groups.items():
        for key, part in part_nicknames(name, group, is_common=is_common):
            yield from split_bearers(f"{key} {surname}", part, together)


def part_nicknames(
    key: str, nodes: Sequence[Node], *, is_common: bool
) -> Iterator[tuple[str, list[Node]]]:
    """ "Bill" and "William" are two where articles say something of both, and nothing in common; of
    a common surname also where they say nothing, but of one who is well known.
    """
    forms: defaultdict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        forms[sound(read_person(node.name).given[0])].append(node)
    ranked = sorted(forms, key=lambda form: (-count_articles(forms[form]), form))
    main = forms[ranked[0]]
    for form in ranked[1:]:
        if goes_by_nickname(forms[form], forms[ranked[0]], is_common=is_common):
            main = [*main, *forms[form]]
        else:
            yield f"{form} {key}", forms[form]
    yield key, main


def count_articles(nodes: Iterable[Node]) -> int:
    return sum(node.weight for node in nodes)


def goes_by_nickname(nodes: Sequence[Node], others: Sequence[Node], *, is_common: bool) -> bool:
    own, marks = find_marks(nodes), find_marks(others)
    if have_in_common(own, marks):
        return True
    if not is_common:
        return not (own.words and marks.words)
    return not own.words and not own.nations and count_articles(others) >= WELL_KNOWN


def join_second_names(groups: Mapping[str, list[Node]]) -> dict[str, list[Node]]:
    """People who go by their second name: a group in which all are "Willard Mitt" joins the group
    of "Mitt", though not where that is but a nickname: "Michael Patrick" is not "Pat".

    Only where few bear the surname: a James Robert Brown is hardly the one Robert Brown.
    """
    joined = {key: list(group) for key, group in groups.items()}
    for key in sorted(groups):
        second = find_second(groups[key])
        if second is None or (group := find_class(second)) == key or group not in joined:
            continue
        if any(sound(read_person(node.name).given[0]) == sound(second) for node in joined[group]):
            joined[group].extend(joined.pop(key))
    return joined


def find_second(nodes: Iterable[Node]) -> str | None:
    """The second given name of nodes that all have exactly two, and the same."""
    given = [read_person(node.name).given for node in nodes]
    seconds = {own[1] if len(own) == 2 and not is_initial(own[1]) else None for own in given}
    return seconds.pop() if len(seconds) == 1 else None


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
    """Whom an initial can only mean: somebody well known, or of whom articles say the same, the
    second name included.
    """
    name, marks = read_person(nodes[0].name), find_marks(nodes)
    candidates = (bearer for bearer in bearers if agrees(bearer, name))
    found = choose_dominant(bearer for bearer in candidates if not are_apart(bearer.marks, marks))
    return found if found and is_sure(found, name, marks) else None


def is_sure(bearer: Bearer, name: PersonName, marks: Marks) -> bool:
    has_second = any(len(read_person(own).given) > 1 for own in bearer.names)
    is_told = len(name.given) > 1 and has_second
    return is_told or bearer.weight >= WELL_KNOWN or have_in_common(bearer.marks, marks)


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
