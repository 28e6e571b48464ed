"""The words of a text -> hashes of its runs of four words, and the sample of them by which the
warehouse finds texts that share words.
"""

import numpy as np

from transforms.across.vocabulary import Hashes

RUN = 4  # words of a shingle
SAMPLE = 8  # one shingle in so many is a key ...
LEAST = 12  # ... and of a short text at least so many, the smallest
MULTIPLIERS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], np.uint64
)


def hash_shingles(hashes: Hashes) -> Hashes:
    """A hash for each run of RUN words, in order of the text; the same in every process and on
    every machine. hashes: of the words.
    """
    count = len(hashes) - RUN + 1
    if count <= 0:
        return np.empty(0, np.uint64)
    total = np.zeros(count, np.uint64)
    for place, multiplier in enumerate(MULTIPLIERS):
        total += hashes[place : place + count] * multiplier
    return mix(total)


def mix(hashes: Hashes) -> Hashes:
    """Spread what differs in few bits over all of them (the finisher of splitmix64)."""
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashes = (hashes ^ (hashes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return hashes ^ (hashes >> np.uint64(31))


def sample_shingles(different: Hashes) -> Hashes:
    """The keys of a text, sorted: which shingles they are depends on the shingle alone, so that two
    texts keep the same ones. different: its shingles, sorted, each once.
    """
    is_key = different % np.uint64(SAMPLE) == 0
    is_key[:LEAST] = True
    keys: Hashes = different[is_key]
    return keys
