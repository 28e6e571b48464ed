"""A noun that may speak -> of what kind it is: a name, a person, a body, a medium, or a thing that
says nothing.
"""

from typing import Literal

from transforms.grammar.media import name_medium
from transforms.grammar.tokens import Token
from transforms.world.lexicon import ANONYMOUS_NOUNS, BODY_NOUNS, COLLECTIVE_NOUNS, PERSON_NOUNS
from transforms.world.words import read_words

Head = Literal["name", "pronoun", "person", "body", "medium", "agent", "thing"]
PEOPLE = PERSON_NOUNS | COLLECTIVE_NOUNS | ANONYMOUS_NOUNS
BODIES = BODY_NOUNS | read_words("speaking_bodies")
AGENT = tuple(read_words("endings_of_people"))


def name_head(noun: Token) -> Head:
    """The kind of a noun: "agent" is a word that ends like one for a person and stands in no
    list.
    """
    if noun.pos_ == "PRON":
        return "pronoun"
    if noun.pos_ == "PROPN":
        return "name"
    word, lemma = noun.lower_, noun.lemma_.lower()
    if word in PEOPLE or lemma in PEOPLE:
        return "person"
    if lemma in BODIES:
        return "body"
    if name_medium(noun) is not None:
        return "medium"
    return "agent" if lemma.removesuffix("s").endswith(AGENT) else "thing"


def is_person(noun: Token) -> bool:
    """A name of a person, "she" or "he", or a noun that has one beside it ("her nephew Lars")."""
    named = noun.ent_type_ == "PERSON" or noun.lower_ in {"he", "she"}
    return named or any(
        child.dep_ in {"appos", "compound"} and child.ent_type_ == "PERSON"
        for child in noun.children
    )
