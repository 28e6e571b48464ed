"""The name of a person where it stands in, what the words beside it tell of him or her out: title
and gender, whether the article brings in somebody's relative, and of which sentence it is the
subject.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from transforms.grammar.parse import Parse
from transforms.grammar.roles import SUBJECTS
from transforms.grammar.tokens import Doc, Token
from transforms.world.lexicon import FEMALE_WORDS, KIN, MALE_WORDS, TITLES

Gender = Literal["male", "female"]
NO_LONGER = frozenset({"former", "late", "ex"})
APPOSED = 8  # words after a comma in which "the widow of" is looked for


@dataclass(frozen=True, slots=True)
class Beside:
    """gender: of the title ("Mr"). title: the word before the name, where it is one that tells an
    office. is_relative: brought in as somebody's ("his wife, Ada Quill"). subject_of: the number
    of the sentence, over the whole article, None where it is no subject.
    """

    gender: Gender | None = None
    title: str | None = None
    is_relative: bool = False
    subject_of: int | None = None


NOTHING = Beside()


def count_sentences(parse: Parse) -> list[list[int]]:
    """For each piece the number of sentences before it, and the token that each but its first
    begins with.
    """
    pieces, before = [], 0
    for paragraph in parse:
        starts = [token.i for token in paragraph.doc if token.is_sent_start and token.i]
        pieces.append([before, *starts])
        before += len(starts) + 1
    return pieces


def read_beside(doc: Doc, start: int, end: int, sentences: Sequence[int]) -> Beside:
    """sentences: of the piece, as `count_sentences` has them."""
    is_subject = doc[start:end].root.dep_ in SUBJECTS
    before, *starts = sentences
    return Beside(
        tell_gender(doc, start),
        tell_office(doc, start),
        is_relative(doc, start, end),
        before + bisect_right(starts, start) if is_subject else None,
    )


def tell_office(doc: Doc, start: int) -> str | None:
    """ "President" of "President Quill"; of "Mr Quill" nothing."""
    title = doc[start - 1].text if start else ""
    return title.casefold() if title in TITLES and gender_of_words([title]) is None else None


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
    """ "his wife, Ada Quill", "Quill's mother Ada", "Ada Quill, the widow of", "Ada Quill is his
    mother", and "Karl Quill, the son of Ada Quill".
    """
    before = start - 1
    if before > 0 and doc[before].text == ",":
        before -= 1
    if before >= 0 and doc[before].text in KIN:
        return True
    if _is_called_kin(doc[start:end].root) or _is_kin_of(doc, start, end):
        return True
    after = doc[end + 1 : end + APPOSED] if doc[end : end + 1].text == "," else ()
    return any(token.text in KIN and start <= _apposed_to(token) < end for token in after)


def _is_called_kin(name: Token) -> bool:
    """ "His mother, the late Ada Quill", "Ada Quill is his mother"."""
    if name.dep_ == "appos":
        return name.head.text in KIN
    is_told = name.dep_ == "nsubj" and name.head.lemma_ == "be"
    return is_told and any(
        child.dep_ == "attr" and child.text in KIN for child in name.head.children
    )


def _is_kin_of(doc: Doc, start: int, end: int) -> bool:
    """Whether somebody is told to be the son of whom no office sets above: "Karl Quill, the son of
    Ada Quill", "the son of former mayor Ada Quill".
    """
    name = doc[start:end].root
    kin = name.head.head
    is_of = name.dep_ == "pobj" and name.head.text == "of"
    return is_of and kin.text in KIN and kin.dep_ == "appos" and not _is_in_office(doc, start)


def _is_in_office(doc: Doc, start: int) -> bool:
    """Whether a title stands before a name, and no word that says that it is had no longer."""
    first = start
    while first and (doc[first - 1].text in TITLES or doc[first - 1].lower_ in NO_LONGER):
        first -= 1
    titles = doc[first:start]
    return bool(len(titles)) and all(token.lower_ not in NO_LONGER for token in titles)


def _apposed_to(token: Token) -> int:
    """The word that a noun, or the noun that it is joined to, is apposed to; else itself."""
    noun = token.head if token.dep_ == "conj" else token
    return noun.head.i if noun.dep_ == "appos" else token.i
