"""Members that are the same in all that is compared, or nearly, count as one where there are too
many to group at once: a wire story that hundreds of papers print would fall into single members.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from transforms.across.engine import find_components

NEARLY = 0.8  # score at which two whose words differ a little are the same

Pairs = Sequence[tuple[str, str, float]]
Twins = Mapping[str, Sequence[str]]  # those that are one, by the first of them


@dataclass(frozen=True, slots=True)
class Look:
    """What is compared of a member: its words, and the frame that they stand in, who says them and
    when.
    """

    words: Hashable
    frame: Hashable


def list_crowded(pairs: Pairs, limit: int) -> list[str]:
    """The members of components larger than the limit."""
    linked = [(one, other) for one, other, _ in pairs]
    members = {member for pair in linked for member in pair}
    crowds = (own for own in find_components(members, linked) if len(own) > limit)
    return sorted(member for own in crowds for member in own)


def find_twins(pairs: Pairs, looks: Mapping[str, Look]) -> Twins:
    """looks: what is compared of some members. Those that look the same, or nearly, are one where
    pairs connect them, directly or through others that do.
    """
    seen = ((one, other, score) for one, other, score in pairs if {one, other} <= looks.keys())
    same = [(one, other) for one, other, score in seen if are_same(looks[one], looks[other], score)]
    return {own[0]: own for own in find_components(looks, same) if len(own) > 1}


def are_same(one: Look, other: Look, score: float) -> bool:
    return one.frame == other.frame and (one.words == other.words or score >= NEARLY)


def drop_twins(members: Iterable[str], pairs: Pairs, twins: Twins) -> tuple[list[str], Pairs]:
    """The members without all but the first of twins, and their pairs, each with its best score:
    what connects them, and no score of the first themselves.
    """
    first_of = {member: first for first, own in twins.items() for member in own}
    best: dict[tuple[str, str], float] = {}
    for one, other, score in pairs:
        first, second = sorted((first_of.get(one, one), first_of.get(other, other)))
        if first != second:
            best[first, second] = max(score, best.get((first, second), score))
    different = [member for member in members if first_of.get(member, member) == member]
    return different, [(*pair, score) for pair, score in sorted(best.items())]


def add_twins(
    members: Sequence[str], scores: Sequence[float], twins: Twins
) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """A group with the twins of its members, sorted; each scores as the first does."""
    rows = sorted(
        (twin, score)
        for member, score in zip(members, scores, strict=True)
        for twin in twins.get(member, [member])
    )
    return tuple(member for member, _ in rows), tuple(score for _, score in rows)
