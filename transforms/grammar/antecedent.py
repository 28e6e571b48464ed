"""The pronoun that opens a relative clause -> whom it means."""

from transforms.grammar.animate import is_person
from transforms.grammar.owner import is_words
from transforms.grammar.roles import PLACES, RELATIVE_PRONOUNS
from transforms.grammar.tokens import Token
from transforms.world.lexicon import PERSON_NOUNS

BODIES = PLACES | {"ORG"}
ABOUT = frozenset({"about", "on", "over"})


def find_antecedent(subject: Token, verb: Token) -> Token:
    """Whom "who", "which" or "that" means as the subject of a relative clause; else the subject
    itself.
    """
    if verb.dep_ != "relcl" or subject.lower_ not in RELATIVE_PRONOUNS:
        return subject
    nearest: Token = subject.nbor(-1) if subject.i else subject
    if subject.lower_ == "who":
        return _find_somebody(verb.head)
    about = verb.head.head
    words = about.head if verb.head.dep_ == "pobj" and about.lower_ in ABOUT else verb.head
    named = (noun for noun in (nearest, words) if is_words(noun))
    return next(named, verb.head)


def _find_somebody(noun: Token) -> Token:
    """The one that "who" means: of "an official from the mosque" the official, of "Lind, a surgeon
    at the hospital" Lind; no body and no place.
    """
    if noun.dep_ == "pobj" and noun.ent_type_ in BODIES:
        return _find_member(noun)
    above = noun.head.nbor(-1) if noun.dep_ == "pobj" and noun.head.i else noun
    is_other = above.lower_ in PERSON_NOUNS and noun.lower_ not in PERSON_NOUNS
    return above if is_other and not noun.ent_type_ and noun.tag_ == "NN" else noun


def _find_member(body: Token) -> Token:
    """The person of a body or a place behind a preposition; else the body itself."""
    member = body.head.head
    member = member.head if member.dep_ == "appos" else member
    return member if is_person(member) or member.lower_ in PERSON_NOUNS else body
