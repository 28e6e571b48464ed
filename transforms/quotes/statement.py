"""A draft -> whether somebody states something in it, in a clause or a quotation, or whether it
only mentions an act of speech.
"""

from typing import get_args

from transforms.grammar.cues import Cue, find_cue
from transforms.grammar.marks import Stretch
from transforms.grammar.tokens import Token
from transforms.quotes.cuetext import name_class, name_lemma
from transforms.quotes.draft import Clause, Complement, Draft
from transforms.quotes.kinds import measure_quoted, name_kind
from transforms.quotes.writers import MINDS, is_writers

# what may be a mere noun phrase
NAMED = frozenset({*get_args(Complement), "noun"} - {"to"})
TOLD = frozenset(get_args(Clause))
# classes of cues whose "to" tells of an attitude
UNSAID = MINDS | {"reference", "description"}
# classes of cues whose "whether" tells what somebody knows or finds out
UNTOLD = frozenset({"belief", "evidence"})
# classes of cues whose object is what is shown or meant
POINTING = frozenset({"reference", "emphasis", "evidence"})
OF_THINGS = frozenset({"object", "preposition"})
JUDGING = frozenset({"criticism", "praise", "support", "announcement"})
LEAST_QUOTED = 0.3  # share of the words in marks that makes a mention a statement
NOT = frozenset({"n't", "n’t", "not"})
LITTLE = frozenset({"little", "nothing"})
WITHHOLDING = frozenset({"decline", "refuse"})  # "declined to say when"
WISHING = frozenset({"hope", "want", "wish"})  # what nobody has said is so
EXCUSING = frozenset({"apologise for", "apologize for"})
SHORTEST = 6  # characters from "as" to the end of what it calls something


def is_statement(draft: Draft) -> bool:
    """Whether words are reported: a quotation, or a clause that a cue of speech brings in and
    nothing denies.

    "denies the allegations", "a path to peace", "plans to close the port" and "did not say why" are
    mentions.
    """
    if is_writers(draft):
        return False
    if name_kind(draft) != "indirect":
        return not mentions_only(draft)
    if draft.variant == "hearsay":
        return True
    if is_negated(draft):
        return False
    return not (draft.construction in NAMED or is_attitude(draft)) or _states(draft)


def mentions_only(draft: Draft) -> bool:
    """Whether words in marks are of what is not said, or stand in what the writer tells in his own:
    "never said that it was “a joke”", "agreed to sell the “Gull”", "is referring to the law that
    “protects” dockers".
    """
    is_denied = is_negated(draft)
    if is_denied and name_kind(draft) == "mixed" and name_class(draft) == "neutral":
        return True
    is_pointing = _points(draft)
    is_unsaid = is_denied or is_pointing or is_attitude(draft)
    is_part = is_unsaid and 0 < measure_quoted(draft) < LEAST_QUOTED
    return is_part or ((is_pointing or _is_of_thing(draft)) and _shows_work(draft))


def _points(draft: Draft) -> bool:
    """Whether somebody only points to a thing, or is to do one: "went to see", "agreed to sell"."""
    if draft.cue is None or _has_label(draft, draft.cue):
        return False
    if draft.construction == "to":
        return is_attitude(draft)
    entry = find_cue(draft.cue)
    is_pointer = entry is not None and entry.cue_class in POINTING | MINDS
    return is_pointer and draft.construction in NAMED - {"as"}


def _is_of_thing(draft: Draft) -> bool:
    """Whether somebody judges a thing, or tells that it is there: "praised her essay “On Rain”"."""
    return draft.construction in OF_THINGS and name_class(draft) in JUDGING


def _shows_work(draft: Draft) -> bool:
    """Whether the marks hold the title of a work alone: "went to see the film “The Long Quay”"."""
    stretches = list_marked(draft)
    return bool(stretches) and all(map(draft.passage.is_title, stretches))


def list_marked(draft: Draft) -> list[Stretch]:
    """The quotations that a draft has words of."""
    base = draft.passage.paragraph.char_start
    return [
        stretch
        for stretch in draft.passage.stretches
        if draft.touches(base + stretch.start, base + stretch.end)
    ]


def is_negated(draft: Draft) -> bool:
    """Whether the cue is denied, so that nothing was said: "did not say whether", "made no remarks
    about".
    """
    cue = draft.cue
    if cue is None or draft.construction in {"inverted", "according"}:
        return False
    if _is_withheld(cue):
        return True
    return _has_negated_helper(cue) or any(map(_negates, cue.children))


def _is_withheld(cue: Token) -> bool:
    """ "Declined to say when", "did little to clarify the rule or explain why it was made"."""
    while cue.dep_ == "conj" and cue.tag_ == "VB":
        cue = cue.head
    if cue.dep_ not in {"xcomp", "advcl"}:
        return False
    is_little = any(child.lower_ in LITTLE for child in cue.head.rights)
    return (cue.head.lemma_ == "do" and is_little) or _is_declined(cue)


def _is_declined(cue: Token) -> bool:
    return cue.dep_ == "xcomp" and cue.head.lemma_ in WITHHOLDING


def _negates(child: Token) -> bool:
    """ "Not", or "no" before a noun that reports."""
    is_not = child.dep_ == "neg" or (child.dep_ == "advmod" and child.lower_ in NOT)
    return is_not or (child.dep_ == "det" and child.lower_ == "no")


def _has_negated_helper(cue: Token) -> bool:
    """ "Hasn't yet said", where the tree hangs the negation on "has"."""
    helpers = (child for child in cue.lefts if child.dep_ == "aux")
    return any(part.lower_ in NOT for helper in helpers for part in helper.rights)


def is_attitude(draft: Draft) -> bool:
    """Whether a cue tells what somebody wants or knows: "hopes to open", "hopes that the pool
    opens", "decided to stay", "knows what to do"; or what he will not do: "refused to pay".
    """
    entry = None if draft.cue is None else find_cue(draft.cue)
    if draft.construction in TOLD and name_lemma(draft) in WISHING:
        return True
    if draft.construction == "to" and name_lemma(draft) in WITHHOLDING:
        return True
    unsaid = {"to": UNSAID, "whether": UNTOLD}.get(draft.construction, frozenset())
    return entry is not None and entry.cue_class in unsaid


def _states(draft: Draft) -> bool:
    """Whether what is named is said of something: "the claim that the port was closed", "called
    the plan a gift", "denied having paid", "accused Lind of lying".
    """
    if draft.construction == "noun":
        return _opening(draft) == "that"
    if draft.construction == "as":
        return not _is_of_itself(draft)
    if draft.cue is None:
        return False
    entry = find_cue(draft.cue)
    if draft.construction == "object":
        return entry is not None and entry.takes("as") and _has_label(draft, draft.cue)
    if draft.construction == "gerund":
        return entry is not None and entry.cue_class not in UNSAID
    return draft.construction == "preposition" and _is_charged(draft, entry)


def _is_charged(draft: Draft, entry: Cue | None) -> bool:
    """Whether a charge tells of what: "blamed Lind for the fire"; or an apology: "apologised for
    the delay".
    """
    if name_lemma(draft) in EXCUSING:
        return True
    if entry is None or entry.cue_class != "accusation" or "whole" not in draft.variant:
        return False
    return name_lemma(draft) != "charge with"  # an act of law


def _has_label(draft: Draft, cue: Token) -> bool:
    """Whether "as" stands in the words: "described the plan as a waste"."""
    nouns = [child for child in cue.rights if child.dep_ == "dobj"]
    parts = [*cue.rights, *(part for noun in nouns for part in noun.rights)]
    ends = [draft.passage.paragraph.start_of(part) for part in parts if part.lower_ == "as"]
    return any(draft.touches(at, at + 1) and at + SHORTEST < draft.end for at in ends)


def _is_of_itself(draft: Draft) -> bool:
    """ "Those who call themselves liberal", "defended taking gifts": no thing is called something."""
    if _opening(draft).endswith(("self", "selves")):
        return True
    start = draft.pieces[0][0] - draft.passage.paragraph.char_start
    token: Token = draft.passage.paragraph.doc[draft.passage.token_at(start)]
    return token.tag_ == "VBG" and not (draft.cue is not None and _has_label(draft, draft.cue))


def _opening(draft: Draft) -> str:
    start = draft.pieces[0][0] - draft.passage.paragraph.char_start
    token: Token = draft.passage.paragraph.doc[draft.passage.token_at(start)]
    return token.lower_
