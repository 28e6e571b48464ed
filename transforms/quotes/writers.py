"""A draft -> whether it is the writer's word in spite of its cue: what people in general want, what
a thing shows, what somebody knows, what might be said.
"""

from transforms.grammar.animate import name_head
from transforms.grammar.asked import is_due
from transforms.grammar.media import WRITTEN, name_medium
from transforms.grammar.passage import Passage
from transforms.grammar.tokens import Token
from transforms.quotes.cuetext import name_class
from transforms.quotes.draft import Draft, find_head
from transforms.quotes.example import is_example
from transforms.quotes.kinds import name_kind
from transforms.world.words import read_words

MINDS = frozenset({"belief", "intention", "evidence", "agreement"})  # classes that need no word
ANYBODY = read_words("anybody")  # "people", "others"
NOBODY = read_words("nobody")
SHOWING = read_words("showing_nouns")  # "data", "footage"
PICTURES = read_words("picture_nouns")
KNOWING = read_words("knowing_people")  # "researchers"
MANY = read_words("quantities")  # "most", "more"
# what stands for the speaker among what he finds out
HIMSELF = {"he": frozenset({"he", "him", "his"}), "she": frozenset({"she", "her", "hers"})}
FINDING = frozenset({"find", "discover"})
KNOWN = read_words("knowing_verbs")  # what is so, as the writer sees it
TOLD_WHY = frozenset({"because", "when", "after", "since"})
SUGGESTING = frozenset({"suggest", "indicate", "imply", "signal"})
POSSIBLE = frozenset({"may", "might", "could", "can"})
NEEDING = frozenset({"need", "want", "have"})  # "you may need to say"
SUPPOSING = frozenset({"if", "unless"})
CLAUSES = frozenset({"that", "bare"})
DEEDS = CLAUSES | {"whether", "object", "to", "string"}


def is_writers(draft: Draft) -> bool:
    """Whether nobody in particular is reported, though a verb of speech or thought stands there."""
    if is_possible(draft) or is_duty(draft) or is_example(draft):
        return True
    kind = name_kind(draft)
    if kind != "direct" and _is_known(draft):
        return True
    return _is_shown(draft) if kind != "indirect" else _is_of_writer(draft)


def _is_of_writer(draft: Draft) -> bool:
    """Whether words without marks are what a thing shows, or what nobody in particular minds."""
    is_minded = name_class(draft) in MINDS and _is_minded_by_nobody(draft)
    return is_minded or _is_pictured(draft) or _is_inferred(draft) or _is_effect(draft)


def _is_effect(draft: Draft) -> bool:
    """ "A ballot measure threatens to raise the wage": what comes of a thing that nobody wrote."""
    head = find_head(draft)
    if draft.construction != "to" or draft.cue is None or head is None:
        return False
    does = draft.cue.lemma_.lower() in {"threaten", "promise"}
    return does and head.tag_ == "NN" and head.is_lower and name_head(head) == "thing"


def is_supposed(cue: Token) -> bool:
    """Whether a cue stands behind "if": "if employers want their policy to ..."."""
    return cue.dep_ == "advcl" and any(
        child.dep_ == "mark" and child.lower_ in SUPPOSING for child in cue.lefts
    )


def is_of_nobody(draft: Draft) -> bool:
    """ "No one knew what had become of them", "neither said why"."""
    head = find_head(draft)
    if head is None:
        return False
    is_number = head.pos_ == "NUM"  # "No 10"
    return head.lower_ in NOBODY or any(
        child.lower_ == "no" and not is_number for child in head.lefts
    )


def is_possible(draft: Draft) -> bool:
    """Whether words are only thought of: "they may say something like: “...”"."""
    if draft.construction == "lead":
        return any(_is_possible(child) for child in _find_introducing(draft).lefts)
    if draft.cue is None or draft.construction not in {"string", "inverted", *CLAUSES}:
        return False
    return _may_happen(draft.cue) or _will_say(draft, draft.cue)


def is_duty(draft: Draft) -> bool:
    """ "They have to declare “any interest”": what is due, and has not been said."""
    if draft.cue is None or draft.construction not in DEEDS:
        return False
    must = draft.cue.dep_ == "xcomp" and draft.cue.head.lemma_ == "have"
    return must or is_due(draft.cue)


def _may_happen(cue: Token) -> bool:
    """ "They may say", "you may need to say"."""
    if any(_is_possible(child) for child in cue.lefts):
        return True
    is_needed = cue.dep_ == "xcomp" and cue.head.lemma_ in NEEDING
    return is_needed and any(_is_possible(child) for child in cue.head.lefts)


def _find_introducing(draft: Draft) -> Token:
    """The cue of a lead, or the verb of the last sentence before the quotation."""
    *_, last = draft.passage.paragraph.doc.sents
    return draft.cue or last.root


def _will_say(draft: Draft, cue: Token) -> bool:
    """ "Many companies will say that", "any baker will tell you": some day, to somebody."""
    head = find_head(draft)
    is_some_day = any(child.lower_ in {"will", "would", "can"} for child in cue.lefts)
    return is_some_day and head is not None and (_is_most(head) or _is_any(head))


def _is_any(head: Token) -> bool:
    """ "Any baker", "every lawyer"."""
    return any(child.lower_ in {"any", "every"} for child in head.lefts)


def _is_possible(token: Token) -> bool:
    return token.dep_ == "aux" and token.lower_ in POSSIBLE


def is_anybody(head: Token) -> bool:
    """Whether a speaker is people in general."""
    return head.lower_ in ANYBODY and not any(
        child.lower_ in {"the", "these"} for child in head.lefts
    )


def shows_nothing(head: Token) -> bool:
    """Whether a speaker is a deed or a thing that is no evidence: "getting certified shows"."""
    if head.tag_ == "VBG":
        return True
    return name_head(head) == "thing" and head.lower_ not in SHOWING


def is_cut_off(passage: Passage, cue: Token) -> bool:
    """Whether a finite cue has no subject since a label stands for it: "5498: reports how much"."""
    if cue.tag_ not in {"VBZ", "VBP"} or passage.paragraph.in_title:
        return False
    return cue.i == 0 or cue.nbor(-1).text == ":"


def _is_shown(draft: Draft) -> bool:
    """ "A video showed two activists with a sign that read “no”"."""
    if draft.cue is None or name_kind(draft) == "direct":
        return _is_put_in(draft)
    is_phrase = draft.construction == "object" or draft.variant.startswith("rest")
    return is_phrase and draft.cue.lemma_.lower() == "show"


def _is_put_in(draft: Draft) -> bool:
    """ "These projects add “long-term value”"."""
    head = find_head(draft)
    is_adding = draft.cue is not None and draft.cue.lemma_.lower() == "add"
    return is_adding and head is not None and head.tag_ == "NNS" and name_head(head) == "thing"


def _is_known(draft: Draft) -> bool:
    if draft.cue is None or draft.construction not in CLAUSES:
        return False
    lemma = draft.cue.lemma_.lower()
    if lemma in KNOWN or lemma == "see":
        return True
    return _finds_of_himself(draft, draft.cue) or _finds_before_deed(draft, draft.cue)


def _is_pictured(draft: Draft) -> bool:
    """ "The video shows officers racing up a staircase"."""
    head = find_head(draft)
    is_shown = draft.cue is not None and draft.cue.lemma_.lower() == "show"
    return is_shown and head is not None and head.lower_ in PICTURES


def _is_inferred(draft: Draft) -> bool:
    """ "The way it is written suggests that nobody wanted it": what the writer makes of a thing."""
    head = find_head(draft)
    if draft.cue is None or head is None or draft.construction not in CLAUSES:
        return False
    return draft.cue.lemma_.lower() in SUGGESTING and head.is_lower and shows_nothing(head)


def _finds_of_himself(draft: Draft, cue: Token) -> bool:
    """ "She found that she was not alone": a story, no finding."""
    head = find_head(draft)
    if head is None or cue.lemma_.lower() not in FINDING:
        return False
    words = {word for piece in draft.pieces for word in draft.passage.slice(*piece).lower().split()}
    return not words.isdisjoint(HIMSELF.get(head.lower_, ()))


def _finds_before_deed(draft: Draft, cue: Token) -> bool:
    """ "The pit was shut because the foreman found that the beams had rotted"."""
    head = find_head(draft)
    if head is None or name_medium(head) in WRITTEN or cue.lemma_.lower() not in FINDING:
        return False
    is_led = any(child.lower_ in TOLD_WHY for child in cue.lefts)
    return cue.dep_ == "advcl" and is_led


def _is_minded_by_nobody(draft: Draft) -> bool:
    head = find_head(draft)
    if head is None:
        return False
    return is_anybody(head) or shows_nothing(head) or _is_most(head)


def _is_most(head: Token) -> bool:
    """ "More homeowners expect that"; not those who know, as "most economists" do."""
    is_kind = head.tag_ == "NNS" and head.lemma_.lower() not in KNOWING
    return is_kind and any(child.lower_ in MANY for child in head.lefts)
