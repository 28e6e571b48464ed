"""A text -> the language that its commonest words are of.

The words are justext's lists, which trafilatura brings: of each language those that its
encyclopedia writes most often. They tell a text of few lines, or one full of foreign names, whose
letters alone point to several languages. Lists that are long, of languages with many endings, hold
words of others and tell nothing; Russian has such a one, so only Latin letters are read.
"""

import re
from functools import cache

import justext

from transforms.world.languages import read_languages

WORD = re.compile("[a-zà-ɏ]+")
FEWEST = 8  # words of a text that tell anything
LONGEST_LIST = 1_100  # words
SHARE = 0.25  # of the words of a text that is in the language; .3 to .7 are measured
LEAD = 0.06  # over the second, as a share of the words: Galician next to Spanish has less
LISTED_AS = {"Norwegian_Bokmal": "Norwegian", "Simple_English": "English"}


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


@cache
def list_small_words() -> tuple[tuple[str, frozenset[str]], ...]:
    """The code of each language, "" of one that has no file, and its commonest words, small."""
    codes = {one.name: one.code for one in read_languages()}
    lists: dict[str, frozenset[str]] = {}
    for listed in sorted(justext.get_stoplists()):
        words = justext.get_stoplist(listed)
        if len(words) <= LONGEST_LIST:
            name = LISTED_AS.get(listed, listed)
            lists[name] = lists.get(name, frozenset()) | {word.lower() for word in words}
    return tuple((codes.get(name, ""), words) for name, words in lists.items())
