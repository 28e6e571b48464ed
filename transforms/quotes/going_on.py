"""A clause of a report and what hangs on its verb behind it -> whether the report surely goes on:
“never cruel,” and that he had written; the rule and why it had to go; it is time for a truth: that
it is lost.
"""

from transforms.grammar.cues import find_verb_cue
from transforms.grammar.passage import Passage
from transforms.grammar.roles import SUBJECTS
from transforms.grammar.tokens import Token
from transforms.quotes.complements import QUESTION_WORDS, spells_out

JOINED = frozenset({"ccomp", "conj"})
LONGEST_LINK = 3  # tokens: ",” and"


def goes_on_with(passage: Passage, child: Token, following: Token, last: int) -> bool:
    """Whether what follows a complement that ends with token `last` is of the same report."""
    if spells_out(following, child):
        return True
    between = child.doc[last + 1 : following.left_edge.i]
    is_linked = 0 < len(between) <= LONGEST_LINK and between[-1].dep_ == "cc"
    if not is_linked or following.dep_ not in JOINED:
        return False
    return _opens_clause(child, following) or _quotes_more(passage, following, last)


def opens_with_that(verb: Token) -> bool:
    """Whether a clause has a "that" of its own: "and that he had written"."""
    opening = verb.left_edge
    return opening.lower_ == "that" and opening.dep_ == "mark" and opening.i < verb.i


def _opens_clause(child: Token, following: Token) -> bool:
    """Whether a clause begins as what is said does; behind an object, as what is explained."""
    asks = following.left_edge.lower_ in QUESTION_WORDS and following.left_edge.i < following.i
    return opens_with_that(following) or (asks and child.dep_ == "dobj")


def _quotes_more(passage: Passage, following: Token, last: int) -> bool:
    """Whether marks close right before "and", and others open in the clause behind it, in which
    nobody says anything: “did not work,” and the land is a “ruin”.
    """
    doc = following.doc
    words = doc[following.left_edge.i : following.right_edge.i + 1]
    if passage.stretch_of(doc[last]) is None or not _has_subject(following):
        return False
    outside = [token for token in words if passage.stretch_of(token) is None]
    return len(outside) < len(words) and not any(map(find_verb_cue, outside))


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.lefts)
