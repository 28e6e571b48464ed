"""The words next to a date -> what the date is of: "Updated 3 March 2024" is not when the page was
published.
"""

import re
from functools import cache
from typing import Literal

from transforms.world.languages import words_of

# characters of a label, and of the words beside it: "Page", "on", "last"
MAX_LABEL, MAX_LABEL_REST = 30, 6
Meaning = Literal["published", "modified", "other", "caption"]
MEANINGS: tuple[Meaning, ...] = ("published", "modified", "other", "caption")


@cache
def _words() -> dict[str, Meaning]:
    return {word: meaning for meaning in MEANINGS for word in words_of("dates", meaning)}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_words(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def meanings_of(words: str) -> list[Meaning]:
    """What the label words of a text mean, in their order: "Published 3 May, last updated" gives
    published, modified.
    """
    found = _pattern().findall(words.casefold())
    return [_words()[word] for word in found]


def cut_labels(line: str) -> str:
    """A line without the label words in it."""
    return _pattern().sub(" ", line.casefold()) if _pattern().search(line.casefold()) else line


def is_only_a_label(line: str) -> bool:
    """True for "Last updated:" and "Published on", not for "Reviewed by Jane Doe"."""
    if len(line) > MAX_LABEL:
        return False
    rest, labels = _pattern().subn("", line.casefold())
    return labels > 0 and sum(character.isalnum() for character in rest) <= MAX_LABEL_REST
