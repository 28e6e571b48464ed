"""The words of a text -> what is known of each, as arrays: a word is looked at when this process
meets it first, not each time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import DTypeLike, NDArray

from transforms.across.rarity import rarity
from transforms.across.words import is_number, split_text, stem

MOST_KEPT = 1 << 17  # words; then the vocabulary begins anew
FIRST_ROOM = 1 << 12
READ = 1 << 7  # texts
FIRST_OF_TWO = np.uint64(0x9E3779B97F4A7C15)  # what the first term of two is multiplied with

Hashes = NDArray[np.uint64]


class Vocabulary(dict[str, int]):
    """Words, with their rows in columns of what is known of each. look: a word -> its row."""

    def __init__(self, look: Callable[[str], Sequence[Any]], kinds: Sequence[DTypeLike]) -> None:
        self.look = look
        self.columns = [np.zeros(FIRST_ROOM, kind) for kind in kinds]

    def __missing__(self, word: str) -> int:
        values = self.look(word)
        row = self[word] = len(self)
        if row == len(self.columns[0]):
            self.columns = [np.resize(column, 2 * row) for column in self.columns]
        for column, value in zip(self.columns, values, strict=True):
            column[row] = value
        return row

    def find_rows(self, words: Sequence[str]) -> NDArray[np.intp]:
        """The rows of words, until it is asked again."""
        if len(self) > MOST_KEPT:
            self.clear()
        return np.fromiter(map(self.__getitem__, words), np.intp, len(words))


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of words, for each of them. terms: hashes of their stems. are_long: of more
    than a letter. are_numbers: with a digit.
    """

    hashes: Hashes
    terms: NDArray[np.uint32]
    rarities: NDArray[np.float64]
    are_long: NDArray[np.bool_]
    are_numbers: NDArray[np.bool_]

    def head(self, count: int) -> "Known":
        """The same of the first words."""
        return Known(
            self.hashes[:count],
            self.terms[:count],
            self.rarities[:count],
            self.are_long[:count],
            self.are_numbers[:count],
        )


def look_at(word: str) -> tuple[int, int, float, bool, bool]:
    """What is known of a word, in the order of the columns."""
    stemmed = stem(word)
    return (
        hash_word(word),
        hash_word(stemmed),
        rarity(stemmed),
        len(stemmed) > 1,
        is_number(word),
    )


def hash_word(word: str) -> int:
    """The same in every process and on every machine."""
    return crc32(word.encode("utf-8", "surrogatepass"))


VOCABULARY = Vocabulary(look_at, (np.uint64, np.uint32, np.float64, np.bool_, np.bool_))


def look_up(words: Sequence[str]) -> Known:
    """What is known of words, in their order."""
    rows = VOCABULARY.find_rows(words)
    return Known(*(column[rows] for column in VOCABULARY.columns))


@lru_cache(maxsize=READ)
def read_words(text: str) -> tuple[list[str], Known]:
    """The words of a text, and what is known of them; the last ones are kept, since a text is asked
    for its shingles and for its weights.
    """
    words = split_text(text)
    return words, look_up(words)


def hash_two(
    ones: NDArray[np.unsignedinteger], others: NDArray[np.unsignedinteger]
) -> NDArray[np.uint64]:
    """The hashes of each two terms, whichever comes first."""
    smaller, greater = np.minimum(ones, others), np.maximum(ones, others)
    hashes: NDArray[np.uint64] = smaller.astype(np.uint64) * FIRST_OF_TWO + greater
    return hashes


def hash_all_twos(terms: NDArray[np.unsignedinteger]) -> NDArray[np.uint64]:
    """The hashes of all pairs of terms."""
    ones, others = list_twos(len(terms))
    return hash_two(terms[ones], terms[others])


@lru_cache(maxsize=1 << 8)
def list_twos(count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The places of the first and of the second of any two of so many."""
    return np.triu_indices(count, 1)
