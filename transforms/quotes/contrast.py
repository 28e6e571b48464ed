"""A conjunction -> whether the writer sets what somebody else says against a report: ", though an
aide said that it could be later".
"""

from transforms.grammar.cues import find_verb_cue
from transforms.grammar.passage import Passage
from transforms.grammar.roles import SUBJECTS
from transforms.grammar.tokens import Token
from transforms.quotes.words import SPOKEN

CONTRASTING = frozenset({"although", "though", "while", "whereas"})
BROUGHT_IN = frozenset({"ccomp", "dobj"})


def turns_to_other(passage: Passage, link: Token) -> bool:
    """Whether a conjunction behind an attribution opens what somebody else says, or what else is
    said.
    """
    return sets_against(passage, link) or _tells_more(passage, link)


def sets_against(passage: Passage, link: Token) -> bool:
    """Whether a conjunction behind a comma, outside quotations, opens what somebody else says."""
    verb = link.head
    if link.lower_ not in CONTRASTING or link.i < 1 or link.nbor(-1).text != ",":
        return False
    return verb.i > link.i and passage.stretch_of(link) is None and _reports(verb)


def _tells_more(passage: Passage, link: Token) -> bool:
    """Whether "and" or "but" behind the comma that ends an attribution opens another: "..., Lind
    said, and the union warned that ...".
    """
    if link.dep_ != "cc" or link.nbor(-1).text != "," or passage.stretch_of(link) is not None:
        return False
    return any(verb.dep_ == "conj" and verb.i > link.i and _reports(verb) for verb in _list(link))


def _list(link: Token) -> list[Token]:
    """The words that hang on the head of a conjunction, and on the first of them."""
    joined = list(link.head.rights)
    return [*joined, *(part for word in joined for part in word.rights)]


def _reports(verb: Token) -> bool:
    """Whether a verb of speech has somebody named for its subject and words of its own."""
    cue = find_verb_cue(verb)
    if cue is None or cue.cue_class not in SPOKEN:
        return False
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    is_named = subject is not None and subject.pos_ in {"NOUN", "PROPN"}
    return is_named and any(child.dep_ in BROUGHT_IN for child in verb.rights)
