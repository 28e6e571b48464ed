"""The texts of quotes -> their words as columns, one quote behind the other; the keys by which
quotes are found, and what two of them share.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from transforms.across.bags import Bags, Places, Weights, sum_shared
from transforms.across.vocabulary import (
    FIRST_OF_TWO,
    Hashes,
    Known,
    hash_two,
    hash_word,
    list_twos,
    look_up,
)
from transforms.across.words import split_text

SCALE = 1 << 20  # of the weights of words
MANY = 1 << 13  # more words than a quote has
FEWEST = 3  # words of a quote that can be told from another
KEY_WORDS, PAIR_WORDS = 3, 5  # of its rarest words, each and each two are keys ...
TELLING = 0.1  # ... and so are any two that follow each other, of the words that are so rare
HALF = np.uint64(32)  # bits of a hash of a stem

Owned = tuple[Places, NDArray[np.unsignedinteger]]


@dataclass(frozen=True, slots=True)
class Wordings:
    """Quotes by their words. owners, known: of each word in its order, whose it is and what is
    known of it. own: where each stem of a quote stands first; by quote, then by stem.
    """

    words: Sequence[Sequence[str]]
    owners: Places
    known: Known
    own: Places

    def weigh(self) -> Weights:
        """What the stems weigh; whole, so that sums have no order."""
        return np.rint(SCALE * self.known.rarities[self.own] ** 2).astype(np.int64)

    def are_telling(self) -> NDArray[np.bool_]:
        return self.known.rarities >= TELLING

    def find_starts(self, owners: Places) -> Places:
        """Where what each quote owns begins, and the end."""
        return np.searchsorted(owners, np.arange(len(self.words) + 1))


@dataclass(frozen=True, slots=True)
class Shared:
    """What two quotes share, for each pair: how many stems and how many telling ones, the sum of
    their weights, its share of the lighter quote, and the share of bigrams of the one that has
    fewer.
    """

    words: Weights
    telling: Weights
    weight: NDArray[np.float64]
    share: NDArray[np.float64]
    bigrams: NDArray[np.float64]


def read_wordings(texts: Sequence[str]) -> Wordings:
    return gather([split_text(text) for text in texts])


def gather(words: Sequence[Sequence[str]]) -> Wordings:
    known = look_up(list(chain.from_iterable(words)))
    owners = np.repeat(np.arange(len(words)), list(map(len, words)))
    _, own = np.unique(join(owners, known.terms), return_index=True)
    return Wordings(words, owners, known, own)


def join(owners: Places, things: NDArray[Any]) -> Hashes:
    """One number of two, which has their order. things: below 2 ** 32."""
    numbers: Hashes = (owners.astype(np.uint64) << HALF) | things.astype(np.uint64)
    return numbers


def make_keys(texts: Sequence[str]) -> dict[str, Owned]:
    """The keys of quotes by kind, each with the place of its quote; none for one of a word or two
    that everybody uses.
    """
    words = [split_text(text) for text in texts]
    long = np.flatnonzero(np.array(list(map(len, words))) >= FEWEST)
    wordings = gather([words[place] for place in long.tolist()])
    said = [hash_word(" ".join(own)) for own in wordings.words]
    owners, ranks, terms = rank_terms(wordings)
    is_key = ranks < KEY_WORDS
    own_of = {
        "said": (np.arange(len(long)), np.array(said, np.uint64)),
        "said_topic": take_different(*find_twos(owners, ranks, terms), *find_phrases(wordings)),
        "said_word": (owners[is_key], terms[is_key]),
    }
    return {kind: (long[owners], keys) for kind, (owners, keys) in own_of.items()}


def rank_terms(wordings: Wordings) -> tuple[Places, Places, NDArray[np.uint32]]:
    """The stems of each quote from the rarest on: whose each is, its rank from 0, and its hash."""
    owners, terms = wordings.owners[wordings.own], wordings.known.terms[wordings.own]
    order = np.lexsort((terms, -wordings.weigh(), owners))
    ranks = np.arange(len(owners)) - wordings.find_starts(owners)[owners]
    return owners, ranks, terms[order]


def find_twos(owners: Places, ranks: Places, terms: NDArray[np.uint32]) -> Owned:
    """The hashes of each two of the rarest."""
    is_rare = ranks < PAIR_WORDS
    rarest = np.zeros((owners.max(initial=-1) + 1, PAIR_WORDS), np.uint32)
    is_there = np.zeros(rarest.shape, bool)
    rarest[owners[is_rare], ranks[is_rare]] = terms[is_rare]
    is_there[owners[is_rare], ranks[is_rare]] = True
    ones, others = list_twos(PAIR_WORDS)
    quotes, twos = np.nonzero(is_there[:, others])
    return quotes, hash_two(rarest[quotes, ones[twos]], rarest[quotes, others[twos]])


def find_phrases(wordings: Wordings) -> Owned:
    """The hashes of any two telling words that follow each other: a long quote is found by each of
    its sentences.
    """
    is_telling = wordings.are_telling()
    owners, terms = wordings.owners[is_telling], wordings.known.terms[is_telling]
    is_one = owners[:-1] == owners[1:]
    return owners[:-1][is_one], hash_two(terms[:-1], terms[1:])[is_one]


def take_different(
    owners: Places, keys: NDArray[Any], more_owners: Places, more_keys: NDArray[Any]
) -> Owned:
    """The keys of both, each once for a quote."""
    owners, keys = np.concatenate([owners, more_owners]), np.concatenate([keys, more_keys])
    order = np.lexsort((keys, owners))
    owners, keys = owners[order], keys[order]
    is_new = np.ones(len(keys), bool)
    is_new[1:] = (np.diff(owners) != 0) | (keys[1:] != keys[:-1])
    return owners[is_new], keys[is_new]


def share_words(wordings: Wordings, pairs: Places) -> Shared:
    """What each two quotes share. pairs: a row of two places for each; those with the same first
    are best next to each other.
    """
    weights = wordings.weigh()
    owners = wordings.owners[wordings.own]
    told = weights * MANY**2 + wordings.are_telling()[wordings.own] * MANY + 1
    different, terms = np.unique(wordings.known.terms[wordings.own], return_inverse=True)
    starts = wordings.find_starts(owners)
    bags = Bags(terms, told, starts, len(different))
    sums = sum_shared(bags, pairs, np.ones(len(terms), np.int64))
    shared = sums // MANY**2
    lighter = np.diff(np.append(0, np.cumsum(weights))[starts])[pairs].min(axis=1, initial=1 << 62)
    return Shared(
        sums % MANY,
        sums // MANY % MANY,
        shared / SCALE,
        np.divide(shared, lighter, out=np.zeros(len(sums)), where=shared > 0),
        share_bigrams(wordings, pairs),
    )


def share_bigrams(wordings: Wordings, pairs: Places) -> NDArray[np.float64]:
    """The share of the bigrams of the quote that has fewer which the other has too."""
    hashes, owners = wordings.known.hashes, wordings.owners
    is_one = owners[:-1] == owners[1:]
    bigrams = (hashes[:-1] * FIRST_OF_TWO + hashes[1:])[is_one]
    different, numbers = np.unique(bigrams, return_inverse=True)
    own = np.unique(join(owners[:-1][is_one], numbers))
    starts = wordings.find_starts((own >> HALF).astype(np.intp))
    things = (own & np.uint64(0xFFFFFFFF)).astype(np.intp)
    ones = np.ones(len(things), np.int64)
    sums = sum_shared(Bags(things, ones, starts, len(different)), pairs, ones)
    fewest = np.diff(starts)[pairs].min(axis=1, initial=1 << 62)
    shares: NDArray[np.float64] = sums / np.maximum(fewest, 1)
    return shares
