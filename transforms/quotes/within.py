"""A draft -> whether somebody says it within what another reports: "The White House says that the
senator warned the bank was failing".
"""

from transforms.grammar.animate import is_person
from transforms.grammar.cues import find_verb_cue
from transforms.grammar.tokens import Token
from transforms.quotes.draft import Draft, find_head
from transforms.quotes.words import SPOKEN
from transforms.world.lexicon import PERSON_NOUNS

CLAUSES = frozenset({"that", "bare"})
PRONOUNS = frozenset({"he", "she"})  # the outer speaker himself, as a rule


def is_told_within(draft: Draft) -> bool:
    """Whether a verb of speech stands in a clause that another verb of speech brings in, and has a
    person of its own for its subject.
    """
    if draft.cue is None or draft.construction not in CLAUSES or draft.variant:
        return False
    return _says(draft.cue) and _is_brought_in(draft.cue) and _is_of_another(draft)


def _says(verb: Token) -> bool:
    cue = find_verb_cue(verb)
    return cue is not None and cue.cue_class in SPOKEN


def _is_brought_in(verb: Token) -> bool:
    return verb.dep_ == "ccomp" and verb.head.i < verb.i and _says(verb.head)


def _is_of_another(draft: Draft) -> bool:
    head = find_head(draft)
    if head is None or head.lower_ in PRONOUNS:
        return False
    return is_person(head) or head.lower_ in PERSON_NOUNS
