"""Candidates for names in, the bodies that the model takes for people out: the text calls them "the
company".
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from transforms.entities.naming.candidates import Candidate
from transforms.entities.naming.signs import (
    KIND_OF_LABEL,
    SUBJECTS,
    has_pronoun,
    has_role,
    has_title,
)
from transforms.grammar.cues import find_verb_cue
from transforms.grammar.media import WRITTEN, name_medium
from transforms.grammar.parse import Parse
from transforms.grammar.tokens import Span, Token
from transforms.world.lexicon import CALLED_BODIES, GIVEN_NAMES
from transforms.world.words import read_classes

PRONOUNS = read_classes("genders").keys()  # "he", "hers"


def find_called_bodies(candidates: Sequence[Candidate], parse: Parse) -> set[str]:
    """Forms that are the subject of the last sentence with a name before "the company" or "It
    said", and that nothing shows to be a person.
    """
    in_order = sorted(candidates, key=lambda candidate: (candidate.piece, candidate.start))
    places = [(candidate.piece, candidate.start) for candidate in in_order]
    people = {
        candidate.form for candidate in candidates if is_surely_person(candidate)
    } | find_surnames(candidates)
    found = set()
    for piece, token in find_body_words(parse):
        at = bisect_left(places, (piece, token.i)) - 1
        called = in_order[at] if at >= 0 else None
        if called and called.form not in people and may_be_called(called, piece, token):
            found.add(called.form)
    return found


def may_be_called(called: Candidate, piece: int, token: Token) -> bool:
    """Whether "the company" can go on to mean a name: its subject is near, and no "he" between;
    nor, before "it", what is written.
    """
    if piece - called.piece > 1 or not is_doer(called):
        return False
    between = list_between(called, token)
    is_other = token.lower_ == "it" and any(name_medium(word) in WRITTEN for word in between)
    return not is_other and all(word.lower_ not in PRONOUNS for word in between)


def find_surnames(candidates: Sequence[Candidate]) -> set[str]:
    """The last words of the longer names of people: "Solheim" of "Ingrid Solheim"."""
    full = (candidate.form.split() for candidate in candidates if candidate.label == "PERSON")
    return {words[-1] for words in full if len(words) > 1}


def find_body_words(parse: Parse) -> Iterator[tuple[int, Token]]:
    """ "the company" as a subject, and "it" where it says something."""
    for piece, paragraph in enumerate(parse):
        for token in paragraph.doc:
            if token.dep_ in SUBJECTS and (_is_called(token) or _says_it(token)):
                yield piece, token


def _is_called(token: Token) -> bool:
    return token.lower_ in CALLED_BODIES and token.i > 0 and token.nbor(-1).lower_ == "the"


def _says_it(token: Token) -> bool:
    """ "It said that ...", at the head of its sentence."""
    if token.lower_ != "it" or not token.is_sent_start or token.i + 1 != token.head.i:
        return False
    return find_verb_cue(token.head) is not None and any(
        child.dep_ == "ccomp" for child in token.head.rights
    )


def is_surely_person(candidate: Candidate) -> bool:
    if candidate.label not in KIND_OF_LABEL or candidate.form.split()[0] in GIVEN_NAMES:
        return True
    return has_title(candidate) or has_role(candidate) or has_pronoun(candidate)


def is_doer(candidate: Candidate) -> bool:
    return (
        candidate.label == "PERSON" and candidate.paragraph.doc[candidate.end - 1].dep_ in SUBJECTS
    )


def list_between(candidate: Candidate, token: Token) -> Span:
    """The words between a name and one behind it, in its paragraph."""
    doc = candidate.paragraph.doc
    return doc[candidate.end : token.i] if token.doc is doc else doc[candidate.end :]
