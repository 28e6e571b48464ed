"""Members, each with a bag of things that weigh something -> what two of them share, for many pairs
at once. Whole numbers, so that sums have no order.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.intp]
Weights = NDArray[np.int64]
PORTION = 1 << 12  # pairs that are looked at together


@dataclass(frozen=True, slots=True)
class Bags:
    """The bags of members, one behind the other. things: numbers from 0. starts: where each bag
    begins, and the end.
    """

    things: Places
    weights: Weights
    starts: Places
    different: int


def fill_bags(
    things: Sequence[NDArray[np.unsignedinteger]], weights: Sequence[NDArray[np.signedinteger]]
) -> Bags:
    """The bags of members: of each its things, all different, and what they weigh."""
    different, numbers = np.unique(np.concatenate(things), return_inverse=True)
    starts = np.cumsum([0, *map(len, things)])
    return Bags(numbers, np.concatenate(weights).astype(np.int64), starts, len(different))


def sum_shared(bags: Bags, pairs: Places, factors: Weights) -> Weights:
    """For each pair, a row of two places, the sum over what it shares: its weight in the first bag
    times its factor, which stands where it stands in the second. Pairs with the same first are best
    next to each other.
    """
    found = [
        _sum_portion(bags, pairs[start : start + PORTION], factors)
        for start in range(0, len(pairs), PORTION)
    ]
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def _sum_portion(bags: Bags, pairs: Places, factors: Weights) -> Weights:
    ones, others = pairs[:, 0], pairs[:, 1]
    sizes = bags.starts[others + 1] - bags.starts[others]
    ends = np.cumsum(sizes)
    places = np.arange(ends[-1]) + np.repeat(bags.starts[others] - (ends - sizes), sizes)
    things = bags.things[places]
    shared = np.zeros(len(things), np.int64)
    table = np.zeros(bags.different, np.int64)
    for one, first, last in _list_runs(ones):
        own = slice(bags.starts[one], bags.starts[one + 1])
        here = slice(ends[first] - sizes[first], ends[last])
        table[bags.things[own]] = bags.weights[own]
        shared[here] = table[things[here]]
        table[bags.things[own]] = 0
    sums = np.cumsum(np.append(0, shared * factors[places]))
    totals: Weights = sums[ends] - sums[ends - sizes]
    return totals


def _list_runs(ones: Places) -> Iterator[tuple[int, int, int]]:
    """Each first member, with the places of the first and the last pair of the run that it is of."""
    cuts = np.flatnonzero(np.diff(ones)) + 1
    firsts = np.append(0, cuts)
    lasts = np.append(cuts, len(ones)) - 1
    return zip(ones[firsts].tolist(), firsts.tolist(), lasts.tolist(), strict=True)


def number_pairs(members: Iterable[str], pairs: Sequence[tuple[str, str]]) -> Places:
    """Pairs by the places of their members, a row for each."""
    place = {member: number for number, member in enumerate(members)}
    places = map(place.__getitem__, chain.from_iterable(pairs))
    return np.fromiter(places, np.intp, 2 * len(pairs)).reshape(-1, 2)
