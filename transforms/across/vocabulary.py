"""The words of a text -> what is known of each, as arrays: a word is looked at when this process
meets it first, not each time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from transforms.across.rarity import rarity
from transforms.across.words import is_number, stem

MOST_KEPT = 1 << 17  # words; then the vocabulary begins anew
FIRST_ROOM = 1 << 12
FIRST_OF_TWO = np.uint64(0x9E3779B97F4A7C15)  # what the first term of two is multiplied with


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of words, for each of them. terms: hashes of their stems. are_long: of more
    than a letter.
    """

    hashes: NDArray[np.uint64]
    terms: NDArray[np.uint32]
    rarities: NDArray[np.float64]
    are_numbers: NDArray[np.bool_]
    are_long: NDArray[np.bool_]

    def take(self, places: "NDArray[np.intp] | slice") -> "Known":
        return Known(
            self.hashes[places],
            self.terms[places],
            self.rarities[places],
            self.are_numbers[places],
            self.are_long[places],
        )


class Vocabulary(dict[str, int]):
    """Words, with their rows in what is known."""

    def __init__(self) -> None:
        self.known = make_room(FIRST_ROOM)

    def __missing__(self, word: str) -> int:
        row = self[word] = len(self)
        if row == len(self.known.hashes):
            self.known = self.known.take(np.arange(2 * row) % row)
        known, stemmed = self.known, stem(word)
        known.hashes[row] = hash_word(word)
        known.terms[row] = hash_word(stemmed)
        known.rarities[row] = rarity(stemmed)
        known.are_numbers[row] = is_number(word)
        known.are_long[row] = len(stemmed) > 1
        return row


def make_room(count: int) -> Known:
    return Known(
        np.zeros(count, np.uint64),
        np.zeros(count, np.uint32),
        np.zeros(count),
        np.zeros(count, bool),
        np.zeros(count, bool),
    )


VOCABULARY = Vocabulary()


def find_rows(words: Sequence[str]) -> NDArray[np.intp]:
    """The rows of words in the vocabulary, until it is asked again."""
    if len(VOCABULARY) > MOST_KEPT:
        VOCABULARY.clear()
    return np.array(list(map(VOCABULARY.__getitem__, words)), np.intp)


def look_up(words: Sequence[str]) -> Known:
    """What is known of words, in their order."""
    rows = find_rows(words)
    return VOCABULARY.known.take(rows)


def hash_words(words: Sequence[str]) -> NDArray[np.uint64]:
    """The hashes of words: the same in every process and on every machine."""
    rows = find_rows(words)
    return VOCABULARY.known.hashes[rows]


def find_numbers(words: Sequence[str]) -> frozenset[str]:
    """The words that hold digits."""
    rows = find_rows(words)
    places = np.flatnonzero(VOCABULARY.known.are_numbers[rows])
    return frozenset(words[place] for place in places.tolist())


def hash_word(word: str) -> int:
    """The same in every process and on every machine."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def hash_two(
    ones: NDArray[np.unsignedinteger], others: NDArray[np.unsignedinteger]
) -> NDArray[np.uint64]:
    """The hashes of each two terms, whichever comes first."""
    smaller, greater = np.minimum(ones, others), np.maximum(ones, others)
    hashes: NDArray[np.uint64] = smaller.astype(np.uint64) * FIRST_OF_TWO + greater
    return hashes


def hash_all_twos(terms: NDArray[np.unsignedinteger]) -> NDArray[np.uint64]:
    """The hashes of all pairs of terms."""
    ones, others = np.triu_indices(len(terms), 1)
    return hash_two(terms[ones], terms[others])
