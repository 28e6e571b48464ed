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
DAYS = 7  # that they may lie apart, where both tell their day

# node_id of a lone name -> those of namesakes in an article of the same story
Stories = Mapping[str, frozenset[str]]
NONE: Stories = {}


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
) -> Stories:
    """For each lone name the nodes of its surname that an article of the same story has.
    articles_of: by node_id.
    """

    def list_tellings(node: Node) -> list[Telling]:
        return [tellings[key] for key in articles_of[node.node_id] if key in tellings]

    namesakes: defaultdict[str, list[Node]] = defaultdict(list)
    for node in known:
        namesakes[read_person(node.name).surname].append(node)
    found = {}
    for node in lone:
        surname, own = read_person(node.name).surname, list_tellings(node)
        told = (
            other for other in namesakes[surname] if share_story(own, list_tellings(other), surname)
        )
        found[node.node_id] = frozenset(other.node_id for other in told) - {node.node_id}
    return found


def share_story(ones: Iterable[Telling], others: Sequence[Telling], surname: str) -> bool:
    return any(are_one(one, other, surname) for one in ones for other in others)


def are_one(one: Telling, other: Telling, surname: str) -> bool:
    """Whether two articles of about one time name the same people and bodies, beside those of a
    surname.
    """
    if one.article_id == other.article_id:
        return False
    if one.day is not None and other.day is not None and abs(one.day - other.day) > DAYS:
        return False
    return sum(own != surname for _, own in one.names & other.names) >= SHARED
