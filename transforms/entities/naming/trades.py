"""A candidate where it stands in, whether the words beside it say that it is a body out: "Lune, the
mining company,", "the advocacy group Lune".
"""

from collections.abc import Iterator

from transforms.entities.naming.candidates import Candidate
from transforms.entities.naming.signs import (
    KIND_OF_LABEL,
    TRADES,
    find_root,
    has_article,
    is_after,
)
from transforms.entities.naming.things import QUALIFYING
from transforms.grammar.tokens import Token
from transforms.records import EntityKind
from transforms.world.lexicon import BODIES_OF_ALL_KINDS, PERSON_NOUNS
from transforms.world.well_known import FIRST_NAMES
from transforms.world.words import read_words

BODIES = read_words("bodies_of_trade")
GROUPS = TRADES | (BODIES_OF_ALL_KINDS - PERSON_NOUNS)
APPOSED = 10  # words behind a name in which what it is stands
CALLED = 3  # votes


def read_trades(candidate: Candidate) -> Iterator[tuple[EntityKind, int]]:
    """The kind that is told, and how many votes it has; somebody with a first name may be "a
    developer".
    """
    if candidate.label in KIND_OF_LABEL and is_called_firm(candidate):
        yield "organisation", CALLED


def is_called_firm(candidate: Candidate) -> bool:
    """ "Lune, the mining company,", "the start-up, Lune,", "the advocacy group Lune Iowa"."""
    if candidate.form.split()[0] in FIRST_NAMES or has_article(candidate):
        return False
    root = find_root(candidate)
    if root.dep_ == "appos" and root.head.i < candidate.start:
        return is_one_of(root.head, GROUPS) and root.head.ent_type_ == ""
    behind = candidate.paragraph.doc[candidate.end : candidate.end + APPOSED]
    is_told = any(
        is_one_of(token, TRADES) and token.dep_ == "appos" and token.head.i == root.i
        for token in behind
    )
    return is_told or is_after(candidate, GROUPS)


def is_one_of(token: Token, nouns: frozenset[str]) -> bool:
    """Whether a word is one of these nouns; a "think tank" is written in two words, too."""
    noun = token.lower_
    if noun == "tank" and token.i and token.nbor(-1).lower_ == "think":
        noun = "think-tank"
    return token.tag_ == "NN" and noun in nouns


def is_called_body(candidate: Candidate) -> bool:
    """ "Lune, a maker of lamps,", "Lune is a charity", "the charity Lune"."""
    root = find_root(candidate)
    if root.dep_ in {"appos", *QUALIFYING} and is_one_of(root.head, BODIES):
        return root.dep_ == "appos" and root.head.i < candidate.start
    behind = candidate.paragraph.doc[candidate.end : candidate.end + APPOSED]
    return any(is_one_of(token, BODIES) and _says_what_is(token, root) for token in behind)


def _says_what_is(noun: Token, name: Token) -> bool:
    """Whether a noun is apposed to a name, or said to be what it is."""
    if noun.dep_ == "appos" and noun.head.i == name.i:
        return True
    is_being = noun.dep_ == "attr" and noun.head.lemma_ == "be"
    return is_being and name.dep_ == "nsubj" and name.head.i == noun.head.i
