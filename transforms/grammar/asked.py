"""A verb of speech -> whether somebody only wants it said: "demanded that Lind promise to stay",
"urged Lind to admit that ...". Lind has said nothing.
"""

from transforms.grammar.cues import find_verb_cue
from transforms.grammar.tokens import Token

WISHES = frozenset({"demand", "question"})  # classes behind which nothing has happened yet
ASKING = frozenset({"if", "whether"})
DUE = frozenset({"should", "must", "ought"})
UNTENSED = frozenset({"VB", "VBP"})  # the tagger takes "that Lind promise" for a present


def is_asked_for(verb: Token) -> bool:
    """Whether a verb stands in what another demands, without a tense of its own, or is said to be
    due: "Lind should explain why".
    """
    first = _find_first(verb)
    return is_due(verb) or _is_wished(first) or _is_put(first)


def _find_first(verb: Token) -> Token:
    """The first of several verbs that "and" joins."""
    while verb.dep_ == "conj" and verb.head.i < verb.i:
        verb = verb.head
    return verb


def is_due(verb: Token) -> bool:
    """ "Should explain"."""
    return any(child.lower_ in DUE and child.dep_ == "aux" for child in verb.lefts)


def _is_put(verb: Token) -> bool:
    """Whether a verb stands in a question that is put: "I ask Lind if he thinks that ..."."""
    if verb.dep_ not in {"ccomp", "advcl"} or verb.head.i >= verb.i:
        return False
    cue = find_verb_cue(verb.head)
    if cue is None or cue.cue_class != "question":
        return False
    return any(child.dep_ == "mark" and child.lower_ in ASKING for child in verb.lefts)


def _is_wished(verb: Token) -> bool:
    """Whether a verb without a tense stands behind one that demands or asks."""
    if verb.tag_ not in UNTENSED or verb.head.i >= verb.i:
        return False
    cue = find_verb_cue(verb.head)
    if cue is None or cue.cue_class not in WISHES:
        return False
    return verb.dep_ == "xcomp" or (verb.dep_ == "ccomp" and _is_bare(verb))


def _is_bare(verb: Token) -> bool:
    """Whether a clause has "that" and its verb no auxiliary, or "to": "that Lind promise"."""
    openings = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "aux"}}
    return openings in ({"that"}, {"to"})
