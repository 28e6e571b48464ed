"""A conjunction -> whether the writer sets what somebody else says against a report: ", though an
aide said that it could be later".
"""

from transforms.grammar.cues import find_verb_cue
from transforms.grammar.passage import Passage
from transforms.grammar.syntax import SUBJECTS
from transforms.grammar.tokens import Token
from transforms.quotes.words import SPOKEN

CONTRASTING = frozenset({"although", "though", "while", "whereas"})
BROUGHT_IN = frozenset({"ccomp", "dobj"})


def sets_against(passage: Passage, link: Token) -> bool:
    """Whether a conjunction behind a comma, outside quotations, opens what somebody else says."""
    verb = link.head
    if link.lower_ not in CONTRASTING or link.i < 1 or link.nbor(-1).text != ",":
        return False
    return verb.i > link.i and passage.stretch_of(link) is None and _reports(verb)


def _reports(verb: Token) -> bool:
    """Whether a verb of speech has somebody named for its subject and words of its own."""
    cue = find_verb_cue(verb)
    if cue is None or cue.cue_class not in SPOKEN:
        return False
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    is_named = subject is not None and subject.pos_ in {"NOUN", "PROPN"}
    return is_named and any(child.dep_ in BROUGHT_IN for child in verb.rights)
