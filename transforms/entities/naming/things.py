"""Candidates for names in, the forms among them that are things out: a program, a drug, a model, a
heading, whatever the model of language took for a body or a town.

A form is a thing where one of its mentions tells so and none tells that it is a body: "the Lune
app", "tools such as Lune", "Lune™", but not where Lune announces, or has a chief. What stands in
headings alone is one, too.
"""

import re
from collections.abc import Callable, Collection, Iterable

from transforms.entities.naming.candidates import Candidate
from transforms.entities.naming.signs import (
    does,
    find_first,
    find_root,
    is_after,
    is_led,
    text_after,
    text_before,
)
from transforms.grammar.cues import find_verb_cue
from transforms.world.lexicon import BODY_NOUNS, PERSON_NOUNS, ROLE_NOUNS
from transforms.world.words import read_words

MADE = read_words("made_things")  # "app", "drug", "course"
MODEL = re.compile(r"(?=.*\d{3})(?=.*[A-Z]{2})[A-Z\d-]+")  # "WH46DBH500EVA3"
VERSION = re.compile(r"(?=\w*\d)(?!(?:19|20)\d\d$)\w{2,8}")  # "970", "TZ200", no year
TRADEMARKS = ("™", "®")
QUALIFYING = frozenset({"compound", "nmod", "amod"})
LISTING = frozenset({"as", "like", "including"})
EMPLOYED = PERSON_NOUNS | ROLE_NOUNS | BODY_NOUNS
DOERS = frozenset({"at", "by"})  # before those who employ and make
STOPS = (".", "!", "?", ",", ";")
MOST_OTHERS = 1  # words of a heading beside the name


def find_things(candidates: Iterable[Candidate], doubtful: Collection[str]) -> set[str]:
    """The doubtful forms that are things. doubtful: those that no table and no word of their own
    tells to be anything.
    """
    asked = [candidate for candidate in candidates if candidate.form in doubtful]
    bodies = {candidate.form for candidate in asked if _holds(BODILY, candidate)}
    told = {candidate.form for candidate in asked if not is_heading(candidate)}
    headings = {candidate.form for candidate in asked} - told
    things = {candidate.form for candidate in asked if _holds(THINGLIKE, candidate)}
    return (things | headings) - bodies


Sign = Callable[[Candidate], bool]


def _holds(signs: Iterable[Sign], candidate: Candidate) -> bool:
    return any(is_sign(candidate) for is_sign in signs)


def is_trademark(candidate: Candidate) -> bool:
    """ "Lune™"."""
    return text_after(candidate).startswith(TRADEMARKS) or candidate.form.endswith(TRADEMARKS)


def is_model(candidate: Candidate) -> bool:
    """ "WH46DBH500EVA3", and "Forerunner 970" by the number behind it."""
    if MODEL.fullmatch(candidate.form):
        return True
    doc, end = candidate.paragraph.doc, candidate.end
    is_numbered = candidate.label == "ORG" and VERSION.fullmatch(text_after(candidate)) is not None
    behind = doc[end + 1] if end + 1 < len(doc) else None
    return is_numbered and (behind is None or behind.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ"})


def is_of_made(candidate: Candidate) -> bool:
    """ "The Lune app", "the drug Lune"."""
    if is_after(candidate, MADE):
        return True
    root = find_root(candidate)
    is_one = root.head.lower_ in MADE  # "Lune watches" are those that Lune makes
    return is_one and root.dep_ in QUALIFYING | {"appos"}


def is_listed(candidate: Candidate) -> bool:
    """ "Tools such as Orrin, Lune and Quay"."""
    link = find_first(find_root(candidate)).head
    return link.lower_ in LISTING and link.head.lemma_.lower() in MADE


def is_used(candidate: Candidate) -> bool:
    """ "Using Lune", "via Lune"."""
    root = find_root(candidate)
    is_object = root.dep_ == "dobj" and root.head.lemma_.lower() == "use"
    return is_object or text_before(candidate).lower() == "via"


def is_heading(candidate: Candidate) -> bool:
    """Whether several words with capitals are a heading: all of a paragraph without a stop, or what
    opens one before a colon.
    """
    doc = candidate.paragraph.doc
    if candidate.label != "ORG" or candidate.paragraph.in_title or " " not in candidate.form:
        return False
    if candidate.start == 0 and text_after(candidate) == ":":
        return True
    words = sum(token.is_alpha for token in doc)
    own = sum(token.is_alpha for token in doc[candidate.start : candidate.end])
    return not candidate.paragraph.text.rstrip().endswith(STOPS) and words - own <= MOST_OTHERS


def speaks(candidate: Candidate) -> bool:
    """Whether it says, announces or wants something."""
    verb = candidate.paragraph.doc[candidate.end - 1].head
    return does(candidate) and find_verb_cue(verb) is not None


def is_maker(candidate: Candidate) -> bool:
    """ "Built by Lune", "at Lune", "the Lune spokesman", "the company Lune"."""
    if text_before(candidate).lower() in DOERS:
        return True
    root = find_root(candidate)
    above = root.head.lemma_.lower()
    return root.dep_ in QUALIFYING | {"appos"} and above in EMPLOYED


THINGLIKE: tuple[Sign, ...] = (
    is_trademark,
    is_model,
    is_of_made,
    is_listed,
    is_used,
)
BODILY: tuple[Sign, ...] = (is_led, speaks, is_maker)
