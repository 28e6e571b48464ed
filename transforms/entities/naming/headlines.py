"""The candidates of an article in, the same out without those of a headline in title case that
nothing bears out: where nearly every word has a capital, a capital tells no name. Headlines are the
title and those of other stories that the text shows between its paragraphs.

Of "Halden Mocks Port Board Over Dredging" the model makes "Halden Mocks" and "Board Over". What the
text below names is looked for there, too ("Halden", "Port Board": see `repeats`); of the rest only
what a table knows, what ends as a body does, and two words with a common first name are names.
"""

from collections.abc import Iterable, Sequence

from transforms.entities.naming.candidates import Candidate
from transforms.entities.naming.kinds import KNOWN_PLACES, is_place_form
from transforms.entities.naming.repeats import LONGEST, Words, is_surname, words_of
from transforms.entities.naming.title_case import is_set_so
from transforms.grammar.parse import Paragraph, Parse
from transforms.world.lexicon import KNOWN_ORGANISATIONS, ORGANISATION_WORDS
from transforms.world.well_known import FIRST_NAMES, WELL_KNOWN_BODIES

KNOWN = KNOWN_PLACES | KNOWN_ORGANISATIONS | WELL_KNOWN_BODIES


def hold_to_text(candidates: Sequence[Candidate], parse: Parse) -> list[Candidate]:
    """All candidates where nothing is a headline, or the text names nobody; else without those of
    headlines that nothing bears out.
    """
    headlines = find_headlines(parse)
    text = [candidate for candidate in candidates if candidate.piece not in headlines]
    if not headlines or not text:
        return list(candidates)
    told = find_told(text)
    touched = {n: find_touched(paragraph, told) for n, paragraph in headlines.items()}
    kept = (one for one in candidates if one.piece in headlines)
    borne = [one for one in kept if is_borne_out(one, told, touched[one.piece])]
    return sorted([*borne, *text], key=lambda one: (one.piece, one.start))


def find_headlines(parse: Parse) -> dict[int, Paragraph]:
    """Those of the pieces, by their numbers."""
    return {n: paragraph for n, paragraph in enumerate(parse) if is_set_so(paragraph)}


def find_told(candidates: Iterable[Candidate]) -> set[Words]:
    """The forms of the text, and the surnames of its people; as a page that shouts has them, too."""
    told = set()
    for candidate in candidates:
        words = words_of(candidate.paragraph.doc, candidate.start, candidate.end)
        told.add(words)
        if candidate.label == "PERSON" and is_surname(words[-1]):
            told.add(words[-1:])
    return told | {tuple(word.upper() for word in words) for words in told}


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
