"""A text -> the language that its commonest words are of.

They tell a text of few lines, or one full of foreign names, whose letters alone point to several
languages. Russian has a long list, which is none, so only Latin letters are read.
"""

import re

from transforms.world.small_words import list_small_words

WORD = re.compile("[a-zà-ɏ]+")
FEWEST = 8  # words of a text that tell anything
SHARE = 0.25  # of the words of a text that is in the language; .3 to .7 are measured
LEAD = 0.06  # over the second, as a share of the words: Galician next to Spanish has less


def tell_by_small_words(text: str) -> str | None:
    """The language's code; None where two are near, or none is."""
    words = WORD.findall(text.lower())
    if len(words) < FEWEST:
        return None
    shares = sorted(((_share(words, common), code) for code, common in list_small_words()))
    (second, _), (best, code) = shares[-2:]
    return code or None if best >= SHARE and best - second >= LEAD else None


def _share(words: list[str], common: frozenset[str]) -> float:
    return sum(word in common for word in words) / len(words)
