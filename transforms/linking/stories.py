"""What articles name beside somebody in, which articles tell of the same people and bodies out: a
second sign for a lone name.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from transforms.linking.node import Node, list_names_told
from transforms.linking.person import read_person
from transforms.records import Referent

SHARED = 2  # people and bodies, named by several words, that two articles of one story both name
DAYS = 7  # that they may lie apart; articles without a day tell no story: a year's name the same


@dataclass(frozen=True, slots=True)
class Told:
    """Namesakes of a lone name in articles of the same story. bearers: keys of their clusters.
    lone: node_ids of names that stand alone, too.
    """

    bearers: frozenset[str] = frozenset()
    lone: frozenset[str] = frozenset()


NOTHING = Told()
Stories = Mapping[str, Told]  # by the node_id of a lone name


def tell(pairs: Iterable[tuple[str, str, str | None]]) -> Stories:
    """pairs: (node_id of a lone name, that of a namesake, key of the namesake's cluster where he
    does not stand alone, too).
    """
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    lone: defaultdict[str, set[str]] = defaultdict(set)
    for node_id, other_id, key in pairs:
        if key is None:
            lone[node_id].add(other_id)
        else:
            bearers[node_id].add(key)
    return {
        node_id: Told(frozenset(bearers[node_id]), frozenset(lone[node_id]))
        for node_id in {*bearers, *lone}
    }


@dataclass(frozen=True, slots=True)
class Telling:
    """An article as a teller of stories. names: folded, of several words, each with the surname
    that it would have.
    """

    article_id: str
    names: frozenset[tuple[str, str]]
    day: int | None


def read_tellings(referents: Iterable[Referent], days: Mapping[str, int]) -> dict[str, Telling]:
    """Places are left out: half of all articles name the same ones."""
    names: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for referent in referents:
        if told := list_names_told(referent):
            names[referent.article_id].add(told)
    return {key: Telling(key, frozenset(found), days.get(key)) for key, found in names.items()}


def find_stories(
    lone: Sequence[Node],
    known: Iterable[Node],
    tellings: Mapping[str, Telling],
    articles_of: Mapping[str, Iterable[str]],
    key_of: Mapping[str, str],
) -> Stories:
    """For each lone name the namesakes that an article of the same story has. articles_of, key_of:
    by node_id; key_of has the nodes that do not stand alone.
    """

    def list_tellings(node: Node) -> list[Telling]:
        return [tellings[key] for key in articles_of[node.node_id] if key in tellings]

    namesakes: defaultdict[str, list[Node]] = defaultdict(list)
    for node in known:
        namesakes[read_person(node.name).surname].append(node)
    found: list[tuple[str, str, str | None]] = []
    for node in lone:
        surname, own = read_person(node.name).surname, list_tellings(node)
        told = (
            other for other in namesakes[surname] if share_story(own, list_tellings(other), surname)
        )
        others = [other.node_id for other in told if other is not node]
        found.extend((node.node_id, other_id, key_of.get(other_id)) for other_id in others)
    return tell(found)


def share_story(ones: Iterable[Telling], others: Sequence[Telling], surname: str) -> bool:
    return any(are_one(one, other, surname) for one in ones for other in others)


def are_one(one: Telling, other: Telling, surname: str) -> bool:
    """Whether two articles of about one time name the same people and bodies, beside those of a
    surname.
    """
    if one.article_id == other.article_id or one.day is None or other.day is None:
        return False
    shared = sum(own != surname for _, own in one.names & other.names)
    return abs(one.day - other.day) <= DAYS and shared >= SHARED
