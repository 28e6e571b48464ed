"""A language -> its commonest words: justext's lists, which trafilatura brings, of those that its
encyclopedia writes most often.

Lists that are long, of languages with many endings, hold words of others and are left out.
"""

from functools import cache

import justext

from transforms.world.languages import read_languages

LONGEST_LIST = 1_100  # words
LISTED_AS = {"Norwegian_Bokmal": "Norwegian", "Simple_English": "English"}


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


@cache
def small_words_of(code: str) -> frozenset[str]:
    """The commonest words of a language, small; none where it has no list."""
    return dict(list_small_words()).get(code, frozenset())
