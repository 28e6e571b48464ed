"""Accepted names in, the places where they stand again out: repeats that the model missed, lone
surnames, demonyms of the table.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import chain
from types import MappingProxyType

from transforms.entities.naming.candidates import Candidate, make_candidate
from transforms.entities.naming.parting import STUBS
from transforms.entities.naming.people_spans import (
    ELIDED,
    GAELIC,
    HYPHENS,
    NICKNAME_MARKS,
    PARTICLES,
)
from transforms.entities.naming.title_case import is_set_so
from transforms.grammar.parse import Paragraph, Parse
from transforms.grammar.tokens import Doc
from transforms.records import EntityKind
from transforms.world.countries import COUNTRY_NAMES, DEMONYMS, SEATS, SHARED_NAMES
from transforms.world.lexicon import KNOWN_ORGANISATIONS, TITLES
from transforms.world.well_known import list_places
from transforms.world.words import fold, read_words

LONGEST = 8  # words of a form that is searched for
Words = tuple[str, ...]
KIND_OF_NO_MATTER: EntityKind = "organisation"  # no form of a body has a shorter one
NO_ACRONYMS: Mapping[str, EntityKind] = MappingProxyType({})

# names of countries that are other words, people or acronyms as well
NOT_ALONE = SHARED_NAMES | read_words("given_places") | {"Turkey", "West"}
WRITTEN_SO = frozenset({"US", "UK", "USA", "UAE"})  # "PNG" is a format, too
COUNTRIES = {form for form in COUNTRY_NAMES - NOT_ALONE if form in WRITTEN_SO or not form.isupper()}
TABLED: dict[Words, EntityKind] = {
    **{tuple(form.split()): "place" for form in DEMONYMS | COUNTRIES},
    **{tuple(form.split()): "organisation" for form in SEATS | KNOWN_ORGANISATIONS},
}

Lengths = dict[str, list[int]]  # by first word, the longest first


def index_lengths(forms: Iterable[Words], known: Lengths) -> Lengths:
    """How many words the forms have that a word begins, with those known of it before."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for words in forms:
        if len(words) <= LONGEST:
            lengths[words[0]].add(len(words))
    return {
        first: sorted(found.union(known.get(first, ())), reverse=True)
        for first, found in lengths.items()
    }


TABLED_LENGTHS = index_lengths(TABLED, {})


class KnownForms:
    """The forms that an article is searched for: its own names and surnames, and those of the
    tables.
    """

    def __init__(
        self,
        names: Iterable[tuple[Candidate, EntityKind]],
        acronyms: Mapping[str, EntityKind] = NO_ACRONYMS,
        given: Iterable[str] = (),
    ) -> None:
        own: dict[Words, EntityKind] = {(form,): kind for form, kind in acronyms.items()}
        surnames: dict[Words, EntityKind] = {}
        for name, kind in names:
            words = words_of(name.paragraph.doc, name.start, name.end)
            own[words] = kind
            if kind == "person" and len(words) > 1 and is_surname(words[-1]):
                surnames |= dict.fromkeys([words[-1:], *list_shorter(words)], kind)
        people: dict[Words, EntityKind] = {(word,): "person" for word in given}
        self.kinds: Mapping[Words, EntityKind] = people | TABLED | surnames | own
        self._lengths = TABLED_LENGTHS | index_lengths([*people, *surnames, *own], TABLED_LENGTHS)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(self.kinds))

    def in_ordinary_case(self, word: str) -> str:
        """A word of a page that shouts as known forms have it."""
        return word if word in self._words else word.title()

    def match(self, words: Sequence[str], at: int) -> int:
        """How many words of a known form stand here, the longest first; 0 where none does."""
        lengths = self._lengths.get(words[at], ())
        return next(
            (length for length in lengths if tuple(words[at : at + length]) in self.kinds), 0
        )

    def find_all(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where known forms stand: the first word, the one behind the last."""
        behind = 0
        for at in [at for at, word in enumerate(words) if word in self._lengths]:
            if at >= behind and (length := self.match(words, at)):
                behind = at + length
                yield at, behind


def find_repeats(
    parse: Parse,
    names: list[tuple[Candidate, EntityKind]],
    acronyms: Mapping[str, EntityKind] = NO_ACRONYMS,
) -> list[tuple[Candidate, EntityKind]]:
    """All places where a known form stands outside the names, with its kind. acronyms: those that
    the text spells out as one of the names.
    """
    forms = KnownForms(names, acronyms, list_given(parse, names))
    taken: defaultdict[int, set[int]] = defaultdict(set)
    for name, _ in names:
        taken[name.piece].update(range(name.start, name.end))
    return [
        found
        for piece, paragraph in enumerate(parse)
        for found in _search(piece, paragraph, forms, taken[piece])
    ]


def list_given(parse: Parse, names: Iterable[tuple[Candidate, EntityKind]]) -> set[str]:
    """The given names of the people who are named in full, but words that the text writes small,
    too: "Iodine".
    """
    full = (name for name, kind in names if kind == "person" and name.end - name.start > 1)
    first = set(filter(is_surname, (name.paragraph.doc[name.start].text for name in full)))
    written = list_written(parse) if first else set()
    return {word for word in first if word.lower() not in written}


def list_written(parse: Parse) -> set[str]:
    """The words of a text as it writes them."""
    return {token.text for paragraph in parse for token in paragraph.doc}


def find_unmarked(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """All places where a form of the candidates stands outside them, with the label that the model
    gives it elsewhere: most often, and of two that are as frequent the first by the alphabet.
    """
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for candidate in candidates:
        labels[candidate.form][candidate.label] += 1
    usual = {
        form: min(told, key=lambda label: (-told[label], label)) for form, told in labels.items()
    }
    known = [(candidate, KIND_OF_NO_MATTER) for candidate in candidates]
    return [
        replace(found, label=usual[found.form])
        for found, _ in find_repeats(parse, known)
        if found.form in usual
    ]


def list_shorter(words: Words) -> Iterator[Words]:
    """Of somebody with a nickname in marks, each name before the surname: "Karl Berg" and "Bo Berg"
    of "Karl “Bo” Berg"; of "Jan van den Quill" what he is called for short: "Van den Quill"; "Quill-Rook" of "Ada Quill-Rook".
    """
    if not NICKNAME_MARKS.keys().isdisjoint(words[1:]):
        before = [word for word in words[:-1] if word.istitle()]
        yield from ((word, words[-1]) for word in before)
    yield from _list_with_particle(words)
    if joined := _count_joined(words):
        yield words[-joined:]


def _list_with_particle(words: Words) -> Iterator[Words]:
    """A surname with its particle, as it is and at the head of a sentence; no town."""
    inner = enumerate(words[1:-1], 1)
    at = next((n for n, word in inner if _is_particle(word)), 0)
    if at and fold(" ".join(words[at:])) not in list_places():
        first, *others = words[at:]
        yield from ((word, *others) for word in (first, first.title()))


def _is_particle(word: str) -> bool:
    """ "van", "Ní", and "St." of "Ada St. Quill"."""
    return word.lower() in PARTICLES | GAELIC or word in STUBS


def _count_joined(words: Words) -> int:
    """How many tokens at the end of a name are joined by hyphens; 0 where only one is."""
    joined = 1
    while words[-joined - 1 : -joined] and words[-joined - 1] in HYPHENS:
        joined += 2
    return joined if 1 < joined < len(words) else 0


def is_surname(word: str) -> bool:
    """A word that can stand for the person alone; not "Jr", "III" or an initial."""
    is_begun = word[0].isupper() or ELIDED.fullmatch(word)
    return bool(is_begun) and len(word) > 2 and not word.isupper() and word not in {"Jr.", "Sr."}


def _search(
    piece: int, paragraph: Paragraph, forms: KnownForms, taken: set[int]
) -> Iterator[tuple[Candidate, EntityKind]]:
    doc = paragraph.doc
    words = [token.text for token in doc]
    if paragraph.text.isupper():
        words = [forms.in_ordinary_case(word) for word in words]
    is_told = is_noun if is_set_so(paragraph) else partial(is_whole, taken=taken)
    for at, end in forms.find_all(words):
        if taken.isdisjoint(range(at, end)) and is_told(doc, at, end):
            kind = forms.kinds[tuple(words[at:end])]
            yield make_candidate(paragraph, piece, at, end, "REPEAT"), kind


def words_of(doc: Doc, start: int, end: int) -> Words:
    return tuple(token.text for token in doc[start:end])


def is_noun(doc: Doc, start: int, end: int) -> bool:
    """Whether what stands in a headline, where all words have capitals, is no other word: "Mark" of
    Mark Quill in "Towns Mark Anniversary".
    """
    return end - start > 1 or doc[start].pos_ in {"PROPN", "NOUN"} or doc[start].text in DEMONYMS


def is_acronym(doc: Doc, at: int) -> bool:
    """Whether a word alone is in capitals: "WHO", whatever it is taken for."""
    is_shouted = doc[at].text.isupper() and len(doc[at]) > 2
    return is_shouted and any(token.is_lower for token in doc)


def is_whole(doc: Doc, start: int, end: int, taken: set[int]) -> bool:
    """Whether the words are a name of their own, no part of a longer one ("Post" in "Harbour Post")
    and no other word ("Green energy").
    """
    if end - start > 1:
        return doc[start].text[0].isupper()
    return (is_noun(doc, start, end) or is_acronym(doc, start)) and not (
        _is_proper(doc, end, taken) or _is_proper(doc, start - 1, taken)
    )


def _is_proper(doc: Doc, at: int, taken: set[int]) -> bool:
    """Whether the neighbour is a capitalised proper noun that no name holds yet; a title before a
    name is none.
    """
    if not 0 <= at < len(doc) or at in taken:
        return False
    token = doc[at]
    return token.pos_ == "PROPN" and token.text[0].isupper() and token.text not in TITLES
