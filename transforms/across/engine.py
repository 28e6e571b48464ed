"""What belongs together: pairs -> components -> groups. A function of the set of members, whatever
the order they came in.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


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


def link_on_average(scores: Scores, threshold: float) -> list[int]:
    """The group of each member: groups are joined while the average score of their pairs is at
    least `threshold`, the closest first.

    scores: symmetrical; what may never be together has -inf. Members in order of their ids, so that
    ties fall the same way every time.
    """
    sums = scores.astype(np.float64).copy()
    np.fill_diagonal(sums, -np.inf)
    sizes = np.ones(len(sums))
    group = list(range(len(sums)))
    averages = sums.copy()
    while len(sums) > 1:
        place = int(np.argmax(averages))
        first, second = divmod(place, len(sums))
        if averages[first, second] < threshold:
            break
        first, second = min(first, second), max(first, second)
        sums[first] += sums[second]
        sums[:, first] += sums[:, second]
        sums[first, first] = -np.inf
        sizes[first] += sizes[second]
        sums[second], sums[:, second] = -np.inf, -np.inf
        averages[second], averages[:, second] = -np.inf, -np.inf
        averages[first] = sums[first] / (sizes[first] * sizes)
        averages[:, first] = averages[first]
        group = [first if own == second else own for own in group]
    return group


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
