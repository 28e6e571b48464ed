"""A verb of speech -> whether its subject says nothing: is asked, is ordered, or only hears."""

from transforms.grammar.roles import ACTIVE, NOMINAL, SUBJECTS
from transforms.grammar.tokens import Token
from transforms.world.words import read_words

HEARING = read_words("hearing_bodies")
ORDERING = read_words("ordering_verbs")


def is_ordered(verb: Token) -> bool:
    """Whether the subject of a verb is told to do something: "GP staff urged to travel in groups"."""
    if verb.tag_ not in {"VBD", "VBN"} or verb.lemma_ not in ORDERING:
        return False
    behind = next(iter(verb.rights), None)
    return behind is not None and behind.dep_ == "xcomp" and behind.left_edge.lower_ == "to"


def only_hears(verb: Token) -> bool:
    """Whether the subject of a verb is only told: "..., court told", "the inquest heard"."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or subject.lower_ not in HEARING:
        return False
    is_told = not any(child.dep_ in {"dobj", "dative"} for child in verb.rights)
    return verb.lower_ in {"heard", "hears"} or (verb.lower_ == "told" and is_told)


def is_asked_aside(verb: Token) -> bool:
    """Whether a verb is a participle that interrupts what its noun does: "The minister, asked
    whether he would resign, shook his head".
    """
    if not _follows_noun_and_comma(verb):
        return False
    subject = next((child for child in verb.lefts if child.dep_ in ACTIVE), None)
    if subject is not None and subject.i != verb.i - 2:
        return False
    later = verb.doc[verb.i + 1 : verb.sent.end]
    return any(
        token.tag_ in {"VBD", "VBZ", "MD"}
        and token.nbor(-1).text == ","
        and not _has_subject(token)
        for token in later
    )


def _follows_noun_and_comma(verb: Token) -> bool:
    if verb.tag_ not in {"VBD", "VBN"} or verb.i < 2:
        return False
    return verb.nbor(-1).text == "," and verb.nbor(-2).pos_ in NOMINAL


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.lefts)


# where the subject of a verb says nothing
SPOKEN_TO = (is_asked_aside, only_hears, is_ordered)
