"""Candidates for names in, what those say that they are who speak of themselves, or stand in a list
with others, out: "Quill said he would pay", "Orrin, Lisbon and Porto".
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from transforms.entities.naming.candidates import Candidate
from transforms.entities.naming.signs import KIND_OF_LABEL, NO_SURNAMES, does, has_article
from transforms.grammar.cues import find_verb_cue
from transforms.grammar.tokens import Doc, Token
from transforms.world.countries import FORMS
from transforms.world.lexicon import KNOWN_ORGANISATIONS, TITLES
from transforms.world.well_known import COMPANIES, FIRST_NAMES, list_places
from transforms.world.words import fold

THIRD = frozenset({"he", "she"})
FIRST = frozenset({"i"})
JOINING = frozenset({",", "and", "or", "&"})
OFTEN = 2  # times that somebody speaks of himself as "he"
PLACES_BESIDE = 2
PEOPLE_BESIDE = 2
LONGEST_WALK = 4  # names of a list
NOT_OF_PEOPLE = KNOWN_ORGANISATIONS | COMPANIES | FORMS.keys() | NO_SURNAMES | TITLES


def find_selves(candidates: Sequence[Candidate]) -> set[str]:
    """Forms of one word that can only be somebody: they say "I", or say of themselves what "he" or
    "she" does, time and again, or by a first name.
    """
    asked = list(filter(may_be_self, candidates))
    first = count_forms(one for one in asked if tells_of(one, FIRST))
    third = count_forms(one for one in asked if tells_of(one, THIRD))
    told = {form for form, count in third.items() if count >= OFTEN or form in FIRST_NAMES}
    return (first.keys() | told) - count_forms(filter(has_article, candidates)).keys()


def count_forms(candidates: Iterable[Candidate]) -> Counter[str]:
    return Counter(candidate.form for candidate in candidates)


def may_be_self(candidate: Candidate) -> bool:
    """Whether a name is one word that no table knows as something else."""
    form = candidate.form
    is_name = form.istitle() and form.isalpha() and form not in NOT_OF_PEOPLE
    return is_name and candidate.label in KIND_OF_LABEL and does(candidate)


def tells_of(candidate: Candidate, pronouns: frozenset[str]) -> bool:
    """Whether what a name says has a pronoun for its subject: "Quill said he ...", "“I ...,” Quill
    said".
    """
    verb = candidate.paragraph.doc[candidate.end - 1].head
    if find_verb_cue(verb) is None:
        return False
    return any(_has_subject(clause, pronouns) for clause in verb.children if clause.dep_ == "ccomp")


def _has_subject(clause: Token, pronouns: frozenset[str]) -> bool:
    return any(
        child.dep_ == "nsubj" and child.lower_ in pronouns and child.i < clause.i
        for child in clause.lefts
    )


Index = Mapping[tuple[int, int], Candidate]  # piece and token -> the candidate there


def index_candidates(candidates: Iterable[Candidate]) -> Index:
    """The candidates by their tokens."""
    return {
        (candidate.piece, token): candidate
        for candidate in candidates
        for token in range(candidate.start, candidate.end)
    }


def is_place(candidate: Candidate) -> bool:
    """Whether the model and a table take it for a place."""
    form = candidate.form
    return candidate.label == "GPE" and (form in FORMS or fold(form) in list_places())


def is_among_places(candidate: Candidate, index: Index) -> bool:
    """Whether one of few words stands in a list with at least two places, and with nobody who is
    named in full.
    """
    beside = [other for step in (-1, 1) for other in _walk(candidate, step, index)]
    is_mixed = any(other.label == "PERSON" and " " in other.form for other in beside)
    return not is_mixed and sum(map(is_place, beside)) >= PLACES_BESIDE


def is_among_people(candidate: Candidate, index: Index) -> bool:
    """Whether one of few words stands in a list of names most of which, and at least two, are of
    people: "Ada Quill, Lumo, Karl Berg and Oona Paris".
    """
    beside = [other for step in (-1, 1) for other in _walk(candidate, step, index)]
    people = [other for other in beside if other.label == "PERSON"]
    return len(people) >= PEOPLE_BESIDE and 2 * len(people) > len(beside)


def _walk(candidate: Candidate, step: int, index: Index) -> Iterator[Candidate]:
    """The names before or behind one in its list, the nearest first."""
    at = candidate
    for _ in range(LONGEST_WALK):
        mark = at.end if step > 0 else at.start - 1
        if not _is_joining(candidate.paragraph.doc, mark):
            return
        found = index.get((candidate.piece, mark + step))
        if found is None:
            return
        at = found
        yield at


def _is_joining(doc: Doc, at: int) -> bool:
    return 0 <= at < len(doc) and doc[at].text in JOINING


def list_speaking(candidates: Iterable[Candidate]) -> set[str]:
    """The proper nouns that say something in a plain verb, without an article, in the paragraphs
    of candidates.
    """
    docs = {candidate.piece: candidate.paragraph.doc for candidate in candidates}
    return {token.text for doc in docs.values() for token in _find_speaking(doc)}


def _find_speaking(doc: Doc) -> Iterator[Token]:
    for token in doc:
        if token.dep_ == "nsubj" and token.pos_ == "PROPN" and _is_plain(token):
            yield token


def _is_plain(subject: Token) -> bool:
    cue = find_verb_cue(subject.head)
    has_det = any(child.dep_ == "det" for child in subject.lefts)
    return cue is not None and cue.cue_class == "neutral" and not has_det
