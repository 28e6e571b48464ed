"""The candidates of an article in, the same out without those of a title in title case that nothing
bears out: where nearly every word has a capital, a capital tells no name.

Of "Halden Mocks Port Board Over Dredging" the model makes "Halden Mocks" and "Board Over". What the
text below names is looked for there, too ("Halden", "Port Board": see `repeats`); of the rest only
what a table knows, what ends as a body does, and two words with a common first name are names.
"""

from collections.abc import Iterable, Sequence

from transforms.entities.naming.candidates import Candidate, is_headline
from transforms.entities.naming.kinds import KNOWN_PLACES, is_place_form
from transforms.entities.naming.repeats import LONGEST, Words, is_surname, words_of
from transforms.grammar.parse import Paragraph, Parse
from transforms.world.lexicon import KNOWN_ORGANISATIONS, ORGANISATION_WORDS
from transforms.world.well_known import FIRST_NAMES, WELL_KNOWN_BODIES

KNOWN = KNOWN_PLACES | KNOWN_ORGANISATIONS | WELL_KNOWN_BODIES


def hold_to_text(candidates: Sequence[Candidate], parse: Parse) -> list[Candidate]:
    """All candidates where the title is no headline, or the text names nobody."""
    text = [candidate for candidate in candidates if not candidate.paragraph.in_title]
    if parse.title is None or not text or not is_headline(parse.title.doc):
        return list(candidates)
    told = find_told(text)
    touched = find_touched(parse.title, told)
    kept = [
        candidate
        for candidate in candidates
        if candidate.paragraph.in_title and is_borne_out(candidate, told, touched)
    ]
    return [*kept, *text]


def find_told(candidates: Iterable[Candidate]) -> set[Words]:
    """The forms of the text, and the surnames of its people."""
    told = set()
    for candidate in candidates:
        words = words_of(candidate.paragraph.doc, candidate.start, candidate.end)
        told.add(words)
        if candidate.label == "PERSON" and is_surname(words[-1]):
            told.add(words[-1:])
    return told


def find_touched(title: Paragraph, told: set[Words]) -> set[int]:
    """The tokens of a title that belong to a told form."""
    doc = title.doc
    return {
        token
        for start in range(len(doc))
        for end in range(start + 1, min(len(doc), start + LONGEST) + 1)
        if words_of(doc, start, end) in told
        for token in range(start, end)
    }


def is_borne_out(candidate: Candidate, told: set[Words], touched: set[int]) -> bool:
    """Whether the text names it, or nothing in it and it tells itself what it is."""
    words = words_of(candidate.paragraph.doc, candidate.start, candidate.end)
    if words in told or (words[-1:] in told and is_full_name(candidate)):
        return True
    is_free = touched.isdisjoint(range(candidate.start, candidate.end))
    return is_free and needs_no_text(candidate)


def needs_no_text(candidate: Candidate) -> bool:
    """ "Norway", "Port Council", "Ada Quill"."""
    if candidate.form in KNOWN or is_place_form(candidate.form):
        return True
    words = candidate.form.split()
    is_body = candidate.label != "PERSON" and len(words) > 1 and words[-1] in ORGANISATION_WORDS
    return is_body or is_full_name(candidate)


def is_full_name(candidate: Candidate) -> bool:
    """ "Ada Quill", and "ADA QUILL" of a headline in capitals."""
    first, *rest = candidate.form.split()
    is_given = first in FIRST_NAMES or (first.isupper() and first.title() in FIRST_NAMES)
    return candidate.label == "PERSON" and is_given and len(rest) == 1
