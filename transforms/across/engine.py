"""What belongs together: pairs -> components -> groups. A function of the set of members, whatever
the order they came in.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
ONE_TEXT = 0.8  # two that score so are copies: that they are alike says nothing about others


def find_components(members: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Members that are connected by pairs, directly or through others; each component and the
    components are sorted.
    """
    leader = {member: member for member in members}

    def find(member: str) -> str:
        while leader[member] != member:
            leader[member] = leader[leader[member]]
            member = leader[member]
        return member

    for one, other in pairs:
        first, second = sorted((find(one), find(other)))
        leader[second] = first
    components: dict[str, list[str]] = {}
    for member in sorted(leader):
        components.setdefault(find(member), []).append(member)
    return list(components.values())


def link_on_average(
    scores: Scores, threshold: float, demand: Callable[[Scores], Scores] | None = None
) -> list[int]:
    """The group of each member: groups are joined while the average score of their pairs is at
    least `threshold`, the closest first.

    scores: symmetrical; what may never be together has -inf. Members in order of their ids, so that
    ties fall the same way every time. demand: scores -> for each two groups, the average that they
    ask for besides, as `Tightness` says.
    """
    sums = scores.astype(np.float64).copy()
    np.fill_diagonal(sums, -np.inf)
    sizes = np.ones(len(sums))
    group = list(range(len(sums)))
    averages = sums.copy()
    tightness = Tightness.of(scores)
    while len(sums) > 1:
        open_averages = averages
        if demand:
            asked = demand(tightness.of_tighter())
            open_averages = np.where(averages >= asked, averages, -np.inf)
        first, second = sorted(divmod(int(np.argmax(open_averages)), len(sums)))
        if open_averages[first, second] < threshold:
            break
        add_member(sums, first, second)
        sums[first, first] = -np.inf
        sizes[first] += sizes[second]
        sums[second], sums[:, second] = -np.inf, -np.inf
        averages[second], averages[:, second] = -np.inf, -np.inf
        averages[first] = sums[first] / (sizes[first] * sizes)
        averages[:, first] = averages[first]
        tightness.join(first, second)
        group = [first if own == second else own for own in group]
    return group


@dataclass(slots=True)
class Tightness:
    """How alike the members within each group are on average, two copies of one text aside.

    between, pairs: sums and numbers of the scores that are no copies', by groups. within, counts:
    the same inside each group.
    """

    between: Scores
    pairs: Scores
    within: Scores
    counts: Scores

    @classmethod
    def of(cls, scores: Scores) -> "Tightness":
        is_counted = scores < ONE_TEXT
        np.fill_diagonal(is_counted, val=False)
        nothing = np.zeros(len(scores))
        between = np.where(is_counted, scores, 0.0)
        return cls(between, is_counted.astype(np.float64), nothing, nothing.copy())

    def join(self, first: int, second: int) -> None:
        """Make one of two groups."""
        self.within[first] += self.within[second] + self.between[first, second]
        self.counts[first] += self.counts[second] + self.pairs[first, second]
        self.within[second] = self.counts[second] = 0.0
        for table in (self.between, self.pairs):
            add_member(table, first, second)

    def of_tighter(self) -> Scores:
        """For each two groups the average within the tighter; 0 where one has a single text."""
        own = self.within / np.maximum(self.counts, 1.0)
        both = np.minimum.outer(self.counts, self.counts) > 0
        tighter: Scores = np.where(both, np.maximum.outer(own, own), 0.0)
        return tighter


def add_member(table: Scores, first: int, second: int) -> None:
    """Add the row and the column of one group to those of another."""
    table[first] += table[second]
    table[:, first] += table[:, second]


def split_large(
    members: Sequence[str],
    pairs: Sequence[tuple[str, str, float]],
    threshold: float,
    step: float,
    limit: int,
) -> list[list[str]]:
    """The members in pieces of at most `limit`: pairs below a threshold go, which rises by `step`
    while a piece is too large.

    Which pieces there are depends on the pairs alone.
    """
    pieces = []
    for piece in find_components(
        members, [(one, other) for one, other, score in pairs if score >= threshold]
    ):
        if len(piece) <= limit:
            pieces.append(piece)
        elif threshold + step > 1:
            pieces.extend([member] for member in piece)
        else:
            inside = set(piece)
            inner = [pair for pair in pairs if pair[0] in inside]
            pieces.extend(split_large(piece, inner, threshold + step, step, limit))
    return pieces
