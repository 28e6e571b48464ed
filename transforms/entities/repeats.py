"""Accepted names in, the places where they stand again out: repeats that the model missed, lone surnames, demonyms of the table."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from transforms.entities.candidates import Candidate, make_candidate
from transforms.entities.countries import DEMONYMS, SEATS
from transforms.entities.lexicon import KNOWN_ORGANISATIONS, TITLES
from transforms.parse import Paragraph, Parse
from transforms.records import EntityKind

LONGEST = 8  # words of a form that is searched for
Forms = dict[str, dict[tuple[str, ...], str]]  # first word -> all words -> form


def find_repeats(parse: Parse, names: Iterable[Candidate], kinds: dict[str, EntityKind]) -> list[Candidate]:
    """Candidates for all places where a known form stands outside the names; `kinds` learns the forms that are new to it."""
    forms = _index_forms(names, kinds)
    taken: defaultdict[int, set[int]] = defaultdict(set)
    for name in names:
        taken[name.piece].update(range(name.start, name.end))
    return [found for piece, paragraph in enumerate(parse) for found in _search(piece, paragraph, forms, taken[piece])]


def _index_forms(names: Iterable[Candidate], kinds: dict[str, EntityKind]) -> Forms:
    known: dict[tuple[str, ...], str] = {}
    for name in names:
        words = tuple(token.text for token in name.paragraph.doc[name.start : name.end])
        if len(words) <= LONGEST:
            known.setdefault(words, name.form)
        if kinds[name.form] == "person" and len(words) > 1 and is_surname(words[-1]):
            known.setdefault(words[-1:], words[-1])
            kinds.setdefault(words[-1], "person")
    for form in DEMONYMS | SEATS | KNOWN_ORGANISATIONS:
        known.setdefault(tuple(form.split()), form)
        kinds.setdefault(form, "place" if form in DEMONYMS else "organisation")
    forms: Forms = defaultdict(dict)
    for words, form in known.items():
        forms[words[0]][words] = form
    return forms


def is_surname(word: str) -> bool:
    """A word that can stand for the person alone; not "Jr", "III" or an initial."""
    return len(word) > 2 and word[0].isupper() and not word.isupper() and word not in {"Jr.", "Sr."}


def _search(piece: int, paragraph: Paragraph, forms: Forms, taken: set[int]) -> Iterator[Candidate]:
    doc = paragraph.doc
    words = [token.text for token in doc]
    at = 0
    while at < len(words):
        length = _match(words, at, forms, taken)
        if length and is_whole(doc, at, at + length, taken):
            yield make_candidate(paragraph, piece, at, at + length, "REPEAT")
        at += max(length, 1)


def _match(words: list[str], at: int, forms: Forms, taken: set[int]) -> int:
    """How many words of a known form stand here, the longest first; 0 where none does."""
    starting = forms.get(words[at])
    if not starting or at in taken:
        return 0
    for length in sorted({len(form) for form in starting}, reverse=True):
        if tuple(words[at : at + length]) in starting and taken.isdisjoint(range(at, at + length)):
            return length
    return 0


def is_whole(doc: Doc, start: int, end: int, taken: set[int]) -> bool:
    """Whether the words are a name of their own, no part of a longer one ("Post" in "Harbour Post")."""
    if not doc[start].text[0].isupper() or (start == end - 1 and doc[start].pos_ not in {"PROPN", "NOUN", "ADJ"}):
        return False
    return end - start > 1 or not (_is_proper(doc, end, taken) or _is_proper(doc, start - 1, taken))


def _is_proper(doc: Doc, at: int, taken: set[int]) -> bool:
    """Whether the neighbour is a capitalised proper noun that no name holds yet; a title before a name is none."""
    if not 0 <= at < len(doc) or at in taken:
        return False
    token = doc[at]
    return token.pos_ == "PROPN" and token.text[0].isupper() and token.text not in TITLES
