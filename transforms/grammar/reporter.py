"""A verb that goes on reporting -> the verb that it really goes on with, where the tree has hung it
on another one.
"""

from transforms.grammar.animate import name_head
from transforms.grammar.asked import is_asked_for
from transforms.grammar.cues import find_verb_cue
from transforms.grammar.roles import ACTIVE, CLOSING, OBJECTS, TENSED
from transforms.grammar.tokens import Token

# classes of cues that need no word
UNSAID = frozenset({"agreement", "belief", "intention", "support"})
PLAIN = "neutral"  # class of the cues that only tell that somebody speaks
FEW = 4  # tokens between a quotation and what its speaker did then
HIM_OR_HER = frozenset({"him", "her", "them"})


def find_reporter(verb: Token) -> Token | None:
    """The verb before "and" that a reporting verb really goes with: the one whose clause the tree
    has put it into.

    Both report, in the same tense, and the second has no subject of its own: "said he was ready and
    warned that ...".
    """
    if find_verb_cue(verb) is None or any(child.dep_ in ACTIVE for child in verb.children):
        return None
    if (left := _find_left(verb)) is not None:
        return _find_outer(left)
    if verb.dep_ != "conj":
        return None
    clause = verb
    while clause.dep_ == "conj" and clause.head.i < clause.i:
        clause = clause.head
    outer = clause.head
    return (
        outer
        if clause.dep_ == "ccomp"
        and not _acts_itself(clause)
        and not _does_to_same(clause, verb)
        and not clause.tag_ == verb.tag_ == "VB"
        and outer.i < clause.i
        and _is_of_one_time(outer, verb)
        and find_verb_cue(outer) is not None
        else None
    )


def _find_left(verb: Token) -> Token | None:
    """The clause that a participle leaves again: ", adding that", "“...” on Twitter before claiming
    that".
    """
    if verb.tag_ != "VBG":
        return None
    if verb.dep_ == "advcl" and _follows_comma(verb):
        return verb.head
    link = verb.head
    is_later = verb.dep_ == "pcomp" and link.lower_ == "before"
    before = verb.doc[max(0, link.i - FEW) : link.i]
    is_behind = is_later and any(token.text in CLOSING for token in before)
    return link.head if is_behind and not _speaks(link.head) else None


def _speaks(verb: Token) -> bool:
    cue = find_verb_cue(verb)
    return cue is not None and cue.cue_class == PLAIN


def _is_of_one_time(outer: Token, verb: Token) -> bool:
    """Whether two verbs may have one subject: in one tense, or "would not confirm ... and said"."""
    is_denied = outer.tag_ == "VB" and any(child.dep_ == "neg" for child in outer.lefts)
    return outer.tag_ == verb.tag_ or (is_denied and verb.tag_ in TENSED)


def _acts_itself(clause: Token) -> bool:
    """Whether people of a clause do something, and may go on: "said that its researchers examined
    the ship and concluded that".
    """
    subjects = (child for child in clause.lefts if child.dep_ in ACTIVE)
    is_of_people = any(child.tag_ == "NNS" and name_head(child) == "person" for child in subjects)
    return is_of_people and clause.pos_ == "VERB"


def _does_to_same(clause: Token, verb: Token) -> bool:
    """Whether two verbs have one pronoun for their object: "that Lind called him and told him"."""
    objects = (
        {child.lower_ for child in one.rights if child.dep_ in OBJECTS} for one in (clause, verb)
    )
    first, second = objects
    return bool(first & second & HIM_OR_HER)


def _follows_comma(verb: Token) -> bool:
    """Whether a comma stands before a verb, or before the mark that closes a quotation there."""
    before = [token.text for token in verb.doc[max(0, verb.i - 2) : verb.i]]
    return bool(before) and (before[-1] == "," or (before[0] == "," and before[-1] in CLOSING))


def _find_outer(clause: Token) -> Token | None:
    """The verb that reports the clause into which the tree has put ", adding that ...": "Lind said
    the port was closed, adding that".
    """
    while clause.head.dep_ == "ccomp" and is_asked_for(clause.head):
        clause = clause.head
    outer = clause.head
    is_reported = clause.dep_ == "ccomp" and outer.i < clause.i and find_verb_cue(outer) is not None
    return outer if is_reported and not _speaks_itself(clause) else None


def _speaks_itself(clause: Token) -> bool:
    """Whether somebody speaks in a clause, who may go on: not where he only agrees to something
    ("had accepted the gift"), and not in what is demanded.
    """
    cue = find_verb_cue(clause)
    return cue is not None and cue.cue_class not in UNSAID and not is_asked_for(clause)


def find_twin(verb: Token) -> Token | None:
    """The participle that reports, which another goes on with though the tree hangs it on a verb in
    between: "saying he was ashamed of those who ruled and calling them cowards".
    """
    if verb.tag_ != "VBG" or verb.dep_ != "conj" or not _is_tensed(verb.head):
        return None
    above = (token for token in verb.ancestors if token.tag_ == "VBG" and token.i < verb.i)
    return next((token for token in above if find_verb_cue(token) is not None), None)


def _is_tensed(verb: Token) -> bool:
    """ "Changed", "had changed"."""
    return verb.tag_ in TENSED or any(
        child.dep_ == "aux" and child.tag_ in TENSED for child in verb.lefts
    )
