"""Lists of words and phrases -> the one pattern that finds them, linear in what it reads.

The language of phrases: a blank is any blank, an apostrophe any apostrophe; "*" the rest of a word,
or a whole one; "(a|b)" one of these; "…" at most 100 characters of the same line. "follow (us|me)
…twitter" finds "Follow us and win on Twitter".
"""

import re
from collections.abc import Iterable

SIGNS = {" ": r"\s", "'": "['’]", "…": ".{0,100}", "(": "(?:", ")": ")", "|": "|"}
# "(us|me)": the only brackets that are not the phrase's own
PHRASE = re.compile(r"\((?=[^()|]{1,60}\|)[^()]{1,300}\)")
IN_GROUPS = frozenset("(|)")


def join_phrases(phrases: Iterable[str]) -> str:
    """The source of a group that matches any of the phrases, the longest first; put it between the
    bounds that it needs.
    """
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(map(_source_of, longest_first))})"


def join_words(phrases: Iterable[str]) -> str:
    """As `join_phrases`, bounded: no phrase begins or ends within a word; "©" and "(c)" are
    none.
    """
    asked = list(phrases)
    signs = [phrase for phrase in asked if not any(map(str.isalpha, phrase.removeprefix("(c)")))]
    words = join_phrases(set(asked) - set(signs))
    return rf"(?:(?<!\w){words}(?!\w){''.join('|' + re.escape(sign) for sign in signs)})"


def compile_words(phrases: Iterable[str]) -> re.Pattern[str]:
    """What finds any of the phrases as whole words, in any case."""
    return re.compile(join_words(phrases), re.IGNORECASE)


def _source_of(phrase: str) -> str:
    groups = {at for group in PHRASE.finditer(phrase) for at in range(group.start(), group.end())}
    return "".join(
        _sign_of(sign, phrase[at - 1 : at], at in groups) for at, sign in enumerate(phrase)
    )


def _sign_of(sign: str, before: str, in_group: bool) -> str:
    if sign == "*":
        return r"\w*" if before.isalpha() else r"\w+"
    if sign in IN_GROUPS and not in_group:
        return re.escape(sign)
    return SIGNS.get(sign) or re.escape(sign)
