"""A word in, how rare it is in news out, from a fixed table: the weight of a word never changes
because other articles came.
"""

from functools import lru_cache
from math import log

from transforms.across.words import LETTERS_ALONE, stem
from weights import read_weights


@lru_cache(maxsize=1)
def read_counts() -> tuple[int, dict[str, int]]:
    """The number of documents that were counted, and in how many of them each word stands."""
    table = read_weights("rarity", "words.json")
    by_count: dict[str, str] = table["words_by_count"]
    return table["documents"], {
        word: int(count) for count, words in by_count.items() for word in words.split()
    }


@lru_cache(maxsize=1 << 16)
def rarity(word: str) -> float:
    """0 for a word of every article, 1 for one that the table does not know (inverse document
    frequency, scaled). A letter or digit alone is one of every article, but where it is a word.
    """
    if len(word) == 1 and word < LETTERS_ALONE[0]:
        return 0.0
    documents, counts = read_counts()
    return log((documents + 1) / (counts.get(stem(word), 0) + 0.5)) / log((documents + 1) / 0.5)
