"""Nodes of one person in, what articles say of him out, and whether that contradicts what they say
of another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from transforms.linking.node import Node
from transforms.linking.organisation import find_nations, mark_nation
from transforms.world.words import fold, read_classes, split_words

SPHERES = read_classes("spheres")


@dataclass(frozen=True, slots=True)
class Marks:
    """What articles say of somebody. nations: "gb~"; words: last words of roles; spheres: of life,
    by the roles.
    """

    nations: frozenset[str]
    words: frozenset[str]
    spheres: frozenset[str]

    @property
    def is_telling(self) -> bool:
        return bool((self.nations and self.words) or self.spheres)


def find_marks(nodes: Iterable[Node]) -> Marks:
    """What the roles and countries of nodes say, together."""
    nations: set[str] = set()
    words: set[str] = set()
    for node in nodes:
        if node.country_code:
            nations.add(mark_nation(node.country_code))
        for role in node.roles:
            word, own = read_role(role)
            nations |= own
            words |= {word} if word else set()
    return make_marks(nations, words)


def make_marks(nations: Iterable[str], words: Iterable[str]) -> Marks:
    """The spheres follow from the words."""
    known = frozenset(words)
    spheres = frozenset(SPHERES[word] for word in known if word in SPHERES)
    return Marks(frozenset(nations), known, spheres)


def unite_marks(marks: Iterable[Marks]) -> Marks:
    """What is said of one person in several places."""
    nations: set[str] = set()
    words: set[str] = set()
    for own in marks:
        nations |= own.nations
        words |= own.words
    return make_marks(nations, words)


@lru_cache(maxsize=1 << 14)
def read_role(role: str) -> tuple[str | None, frozenset[str]]:
    """The last word of a role, and the nations that it names: "the British actor" -> actor,
    Britain.
    """
    words = split_words(role)
    return (words[-1] if words else None), frozenset(find_nations(role))


@lru_cache(maxsize=1 << 14)
def fold_role(role: str) -> str:
    return fold(role)


def have_in_common(one: Marks, other: Marks) -> bool:
    """Whether articles say of both a country, a role of the same last word, or the same sphere."""
    shared = (one.nations & other.nations, one.words & other.words, one.spheres & other.spheres)
    return any(shared)


def are_apart(one: Marks, other: Marks) -> bool:
    """Whether they contradict each other: other countries, or other spheres of life, and nothing in
    common.
    """
    if one.nations & other.nations or one.words & other.words:
        return False
    if one.nations and other.nations:
        return True
    return bool(one.spheres and other.spheres and not one.spheres & other.spheres)
