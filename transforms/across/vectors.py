"""An article -> its heaviest words with their weights; two of them -> how alike they are. Whole
numbers, so that sums have no order.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from math import inf, log, sqrt

import numpy as np
from numpy.typing import NDArray

from transforms.across.bags import fill_bags, number_pairs, sum_shared
from transforms.across.vocabulary import hash_term, look_up
from transforms.across.words import split_text, stem

HEAVIEST = 100  # words of an article that count
LEAD, LEAD_WEIGHT = 60, 2  # the first words tell what an article is about, and so does its title
SCALE = 4096
KEY_WORDS = 20  # each of the so many heaviest words is a key ...
TOPIC_WORDS = 9  # ... and so are two of the so many heaviest


@dataclass(frozen=True, slots=True)
class Vector:
    """terms: hashes of words, sorted. weights: theirs, of a length of SCALE in all. words, topics:
    keys by which candidates are found.
    """

    terms: NDArray[np.uint32]
    weights: NDArray[np.int32]
    topics: tuple[int, ...] = ()
    words: tuple[int, ...] = ()


def weigh_words(title: str | None, words: tuple[str, ...]) -> Vector:
    """The vector of an article. words: of its text."""
    lead, headline = words[:LEAD], split_text(title or "")
    told = (*words, *lead * (LEAD_WEIGHT - 1), *headline * LEAD_WEIGHT)
    known = look_up(told)
    _, places, counts = np.unique(known.terms, return_index=True, return_counts=True)
    weights = np.array(list(map(weigh_count, counts.tolist()))) * known.rarities[places]
    least = np.partition(weights, -HEAVIEST)[-HEAVIEST] if len(weights) > HEAVIEST else -inf
    is_heavy = (weights >= least) & known.are_long[places]
    heaviest = (stem(told[place]) for place in places[is_heavy].tolist())
    return make_vector(dict(zip(heaviest, weights[is_heavy].tolist(), strict=True)))


@lru_cache(maxsize=1 << 10)
def weigh_count(count: int) -> float:
    """What a word gains by being told so often."""
    return 1 + log(count)


def make_vector(weighed: dict[str, float]) -> Vector:
    """The vector of the heaviest words, with their keys."""
    heaviest = sorted(weighed.items(), key=lambda row: (-row[1], row[0]))[:HEAVIEST]
    ranked = [word for word, _ in heaviest]
    pairs = (" ".join(sorted(pair)) for pair in combinations(ranked[:TOPIC_WORDS], 2))
    return replace(
        scale({hash_term(word): weight for word, weight in heaviest}),
        topics=tuple(sorted(map(hash_term, pairs))),
        words=tuple(sorted(map(hash_term, ranked[:KEY_WORDS]))),
    )


def scale(weights: dict[int, float]) -> Vector:
    """The terms with their weights, of a length of SCALE together."""
    terms = sorted(weights)
    values = np.array([weights[term] for term in terms])
    length = sqrt(sum((values * values).tolist())) or 1.0
    return Vector(np.array(terms, np.uint32), np.rint(values / length * SCALE).astype(np.int32))


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
    """The cosines of all pairs; exact, since sums of whole numbers have no order."""
    terms, places = np.unique(
        np.concatenate([vector.terms for vector in vectors]), return_inverse=True
    )
    rows = np.repeat(np.arange(len(vectors)), [len(vector.terms) for vector in vectors])
    table = np.zeros((len(vectors), len(terms)))
    table[rows, places] = np.concatenate([vector.weights for vector in vectors])
    cosines: NDArray[np.float64] = table @ table.T / SCALE**2
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
