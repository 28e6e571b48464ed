"""The name of a person where it stands in, what the words beside it tell of him or her out: the
gender that a title has, and whether the article brings in somebody's relative.
"""

from collections.abc import Iterable
from typing import Literal

from transforms.grammar.tokens import Doc, Token
from transforms.world.lexicon import FEMALE_WORDS, KIN, MALE_WORDS, TITLES

Gender = Literal["male", "female"]
APPOSED = 8  # words after a comma in which "the widow of" is looked for


def gender_of_words(words: Iterable[str]) -> Gender | None:
    """What the first telling word says."""
    for word in words:
        if word in MALE_WORDS:
            return "male"
        if word in FEMALE_WORDS:
            return "female"
    return None


def tell_gender(doc: Doc, start: int) -> Gender | None:
    """Of a title before the name, other titles between: "Mr. Justice Quill"."""
    at = start
    while at and doc[at - 1].text in TITLES:
        at -= 1
    return gender_of_words(token.text for token in doc[at:start])


def is_relative(doc: Doc, start: int, end: int) -> bool:
    """ "his wife, Ada Quill", "Quill's mother Ada", "Ada Quill, the widow of"."""
    before = start - 1
    if before > 0 and doc[before].text == ",":
        before -= 1
    if before >= 0 and doc[before].text in KIN:
        return True
    after = doc[end + 1 : end + APPOSED] if doc[end : end + 1].text == "," else ()
    return any(token.text in KIN and start <= _apposed_to(token) < end for token in after)


def _apposed_to(token: Token) -> int:
    """The word that a noun, or the noun that it is joined to, is apposed to; else itself."""
    noun = token.head if token.dep_ == "conj" else token
    return noun.head.i if noun.dep_ == "appos" else token.i
