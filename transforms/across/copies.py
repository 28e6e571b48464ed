"""The words of two articles -> how they overlap, and whether one is a copy of the other. Templates
are none: their numbers differ.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from transforms.across.shingles import RUN, hash_shingles, sample_shingles
from transforms.across.vocabulary import Hashes, read_words
from transforms.keys import make_key

MOST = 0.6  # share of the shorter text's shingles that a copy has in common with the other ...
MUCH = 0.3  # ... or share of all shingles, where both are much edited
TWICE = 2.0  # a text so many times longer holds the other, but is no copy of it
HALF = 0.5  # share of the shorter text that stands in a longer one: an excerpt
LONG_RUN = 0.12  # share of the shorter text taken over where one text draws on another
FEW_WORDS = 20  # shared shingles below which nothing is said of long texts
FEW_NUMBERS = 2  # differing numbers that may be slips
GAP = 20  # words cut or put in between, at most, within one passage
# shingles of a shared passage on average: more than a sentence goes on as it did ...
LONG_PASSAGE = 20
KEPT = 1 << 12  # readings
NEARLY_ALL = 0.85  # ... or so much of the shorter text is there, in whatever order

TextRelation = Literal["exact", "near_dup", "excerpt", "rewrite"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text split once: a digest of its words, its numbers, and its different shingles, sorted,
    with the place where each stands first. keys: those that the warehouse keeps of it.
    """

    digest: str
    numbers: frozenset[str]
    shingles: Hashes
    places: NDArray[np.intp]
    keys: Hashes


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share. shared: different shingles of both; shared_words: the words of the
    shorter that they cover.

    containment: shared to the shingles of the shorter. size_ratio: longer to shorter. same_numbers,
    other_numbers: in both, in one only.
    passages: how many pieces the shared shingles fall into that go on in both texts in the same
    order.
    shared_keys: the shingles that are keys of both. common: the share of them that stand in
    many unlike articles, such as in a
    newspaper's closing paragraph.
    """

    is_exact: bool
    shared: int
    shared_words: int
    containment: float
    jaccard: float
    size_ratio: float
    same_numbers: int
    other_numbers: int
    passages: int = 1
    shared_keys: tuple[int, ...] = ()
    common: float = 0.0


@lru_cache(maxsize=KEPT)
def read_text(text: str) -> Reading:
    """The reading of a text; the last ones are kept, since a run asks for most of them twice."""
    words, known = read_words(text)
    shingles, places = np.unique(hash_shingles(known.hashes), return_index=True)
    numbers = frozenset(words[place] for place in np.flatnonzero(known.are_numbers).tolist())
    return Reading(make_key(*words), numbers, shingles, places, sample_shingles(shingles))


def compare(one: Reading, other: Reading) -> Overlap:
    """The overlap of two readings; symmetrical."""
    left, right = one.shingles, other.shingles
    in_right = np.searchsorted(right, left).clip(max=max(0, len(right) - 1))
    is_shared = right[in_right] == left if len(right) else np.zeros(len(left), bool)
    places, other_places = one.places[is_shared], other.places[in_right[is_shared]]
    smaller, larger = sorted((len(left), len(right)))
    count = len(places)
    same_numbers, other_numbers = count_numbers(one, other)
    return Overlap(
        is_exact=one.digest == other.digest,
        shared=count,
        shared_words=min(
            (len(left), count_covered(places)), (len(right), count_covered(other_places))
        )[1],
        containment=round(count / smaller, 6) if smaller else 0.0,
        jaccard=round(count / (smaller + larger - count), 6) if larger else 0.0,
        size_ratio=larger / smaller if smaller else 1.0,
        same_numbers=same_numbers,
        other_numbers=other_numbers,
        passages=count_passages(places, other_places),
        shared_keys=tuple(np.intersect1d(one.keys, other.keys, assume_unique=True).tolist()),
    )


def discount(overlap: Overlap | None, common_keys: frozenset[int]) -> Overlap | None:
    """The overlap, with the share of its keys that are common."""
    if overlap is None or not overlap.shared_keys:
        return overlap
    return replace(
        overlap,
        common=sum(key in common_keys for key in overlap.shared_keys) / len(overlap.shared_keys),
    )


def count_numbers(one: Reading, other: Reading) -> tuple[int, int]:
    """Numbers that both texts give, and those that each has and the other lacks: of the text that
    has fewer of them.
    """
    here, there = one.numbers, other.numbers
    return len(here & there), min(len(here - there), len(there - here))


def count_covered(places: NDArray[np.intp]) -> int:
    """The words that the shingles at these places cover."""
    is_covered = np.zeros(places.max(initial=0) + RUN, bool)
    is_covered[places[:, None] + np.arange(RUN)] = True
    return int(np.count_nonzero(is_covered))


def count_passages(places: NDArray[np.intp], other_places: NDArray[np.intp]) -> int:
    """The passages that shingles make which stand at these places of two texts."""
    return 1 + min(count_breaks(places, other_places), count_breaks(other_places, places))


def count_breaks(places: NDArray[np.intp], other_places: NDArray[np.intp]) -> int:
    """How often the other text does not go on as the one does: it goes back, or leaps."""
    steps = np.diff(other_places[np.argsort(places)])
    return int(np.count_nonzero((steps < 0) | (steps > GAP)))


def is_in_order(overlap: Overlap) -> bool:
    """Whether what two texts share stands in passages, not sentence by sentence in another order,
    as from one stock.
    """
    return overlap.containment >= NEARLY_ALL or overlap.shared >= LONG_PASSAGE * (
        overlap.passages - 1
    )


def is_another_issue(overlap: Overlap) -> bool:
    """Whether two texts fill one form: weather, markets, results of two days. More numbers differ
    than agree.
    """
    return overlap.size_ratio <= TWICE and overlap.other_numbers >= max(
        FEW_NUMBERS, overlap.same_numbers
    )


def is_copy(overlap: Overlap) -> bool:
    """Whether one text is the other, edited."""
    much = overlap.containment >= MOST or overlap.jaccard >= MUCH
    return (
        overlap.size_ratio <= TWICE
        and much
        and is_in_order(overlap)
        and not is_another_issue(overlap)
    )


def relate_texts(overlap: Overlap) -> TextRelation | None:
    """What one text is to the other by their words, None where they share too few."""
    if overlap.is_exact:
        return "exact"
    if is_copy(overlap):
        return "near_dup"
    if is_another_issue(overlap):
        return None
    own = overlap.containment * (1 - overlap.common)
    if own >= HALF and is_in_order(overlap):
        return "excerpt"
    return (
        "rewrite"
        if own >= LONG_RUN and overlap.shared * (1 - overlap.common) >= FEW_WORDS
        else None
    )
