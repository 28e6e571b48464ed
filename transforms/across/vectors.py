"""An article -> its heaviest words with their weights; two of them -> how alike they are. Whole
numbers, so that sums have no order.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from transforms.across.bags import fill_bags, number_pairs, sum_shared
from transforms.across.vocabulary import hash_all_twos, look_up, read_words
from transforms.across.words import split_text

HEAVIEST = 100  # words of an article that count
LEAD, LEAD_WEIGHT = 60, 2  # the first words tell what an article is about, and so does its title
SCALE = 4096
KEY_WORDS = 20  # each of the so many heaviest words is a key ...
TOPIC_WORDS = 9  # ... and so are two of the so many heaviest


Keys = NDArray[np.unsignedinteger]


def have_no_keys() -> Keys:
    return np.zeros(0, np.uint64)


@dataclass(frozen=True, slots=True)
class Vector:
    """terms: hashes of words, sorted. weights: theirs, of a length of SCALE in all. words, topics:
    keys by which candidates are found.
    """

    terms: NDArray[np.uint32]
    weights: NDArray[np.int32]
    topics: Keys = field(default_factory=have_no_keys)
    words: Keys = field(default_factory=have_no_keys)


def weigh_article(title: str | None, text: str) -> Vector:
    """The vector of an article."""
    headline, (_, body) = look_up(split_text(title or "")), read_words(text)
    told = (body, *[body.head(LEAD)] * (LEAD_WEIGHT - 1), *[headline] * LEAD_WEIGHT)
    terms, places, counts = np.unique(
        np.concatenate([known.terms for known in told]), return_index=True, return_counts=True
    )
    rarities = np.concatenate([known.rarities for known in told])[places]
    is_word = np.concatenate([known.are_long for known in told])[places]
    weights = np.array(list(map(weigh_count, counts.tolist()))) * rarities
    return make_vector(terms[is_word], weights[is_word])


@lru_cache(maxsize=1 << 10)
def weigh_count(count: int) -> float:
    """What a word gains by being told so often."""
    return 1 + log(count)


def make_vector(terms: NDArray[np.uint32], weights: NDArray[np.float64]) -> Vector:
    """The vector of the heaviest terms, of a length of SCALE together, with their keys. terms:
    sorted, each once.
    """
    heaviest = np.argsort(-weights, kind="stable")[:HEAVIEST]
    ranked, kept = terms[heaviest], np.sort(heaviest)
    values = weights[kept]
    length = sqrt(sum((values * values).tolist())) or 1.0
    return Vector(
        terms[kept],
        np.rint(values / length * SCALE).astype(np.int32),
        topics=np.sort(hash_all_twos(ranked[:TOPIC_WORDS])),
        words=np.sort(ranked[:KEY_WORDS]),
    )


def measure_pairs(vectors: Mapping[str, Vector], pairs: Sequence[tuple[str, str]]) -> list[float]:
    """The cosines of pairs, in their order; those with the same first member are best next to each
    other.
    """
    if not pairs:
        return []
    all_vectors = vectors.values()
    bags = fill_bags(
        [vector.terms for vector in all_vectors], [vector.weights for vector in all_vectors]
    )
    sums = sum_shared(bags, number_pairs(vectors, pairs), bags.weights)
    cosines: list[float] = (sums / SCALE**2).tolist()
    return cosines


def measure_all(vectors: Sequence[Vector]) -> NDArray[np.float64]:
    """The cosines of all pairs; exact, since sums of whole numbers have no order. Most words stand
    in one article alone, and make it like nothing but itself.
    """
    weights = np.concatenate([vector.weights for vector in vectors]).astype(np.float64)
    rows = np.repeat(np.arange(len(vectors)), [len(vector.terms) for vector in vectors])
    _, places, counts = np.unique(
        np.concatenate([vector.terms for vector in vectors]),
        return_inverse=True,
        return_counts=True,
    )
    is_shared = counts > 1
    column, are_shared = np.cumsum(is_shared) - 1, is_shared[places]
    table = np.zeros((len(vectors), int(is_shared.sum())))
    table[rows[are_shared], column[places[are_shared]]] = weights[are_shared]
    sums = table @ table.T
    np.fill_diagonal(sums, np.bincount(rows, weights * weights, len(vectors)))
    cosines: NDArray[np.float64] = sums / SCALE**2
    return cosines


def add_vectors(vectors: Iterable[Vector]) -> Vector:
    """The vector of several articles together: their weights added, the heaviest kept."""
    vectors = tuple(vectors)
    terms, places = np.unique(
        np.concatenate([vector.terms for vector in vectors]), return_inverse=True
    )
    weights = np.bincount(places, np.concatenate([vector.weights for vector in vectors]))
    heaviest = np.sort(np.lexsort((terms, -weights))[:HEAVIEST])
    length = np.sqrt(np.sum(weights[heaviest] ** 2)) or 1.0
    return Vector(terms[heaviest], np.rint(weights[heaviest] / length * SCALE).astype(np.int32))
