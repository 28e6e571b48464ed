"""Spans that the model marks in a paragraph in, the same out where it ran several names together,
parted one, or took a word of the sentence for the beginning of one.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from transforms.entities.naming.people_spans import Marked, plays
from transforms.grammar.tokens import Doc, Token
from transforms.world.countries import CAPITALS, COUNTRY_NAMES, FORMS
from transforms.world.lexicon import (
    CALLED_AFTER_PLACES,
    COMPANY_SUFFIXES,
    GIVEN_NAMES,
    HEAD_NOUNS,
    ORGANISATION_WORDS,
)
from transforms.world.well_known import FIRST_NAMES, list_places
from transforms.world.words import fold, read_words

ENDINGS = tuple(sorted(read_words("adjective_endings")))  # "Mountainous Norland"
GIVEN_PLACES = read_words("given_places")
LINKED = frozenset({"&", "and", "of", "for"})  # in the name of a body that holds commas
LONGER = 3  # words that the name of a place goes on for
SHORT = 2  # words of a name in a list of names
FULL = 2  # words of a full name
# what parts two names
JOINING = {"PERSON": ("or", "and", "&", ",", "/"), "ORG": ("or", "@", "/")}
PLACES_JOINING = ("or", ",")
STUBS = frozenset({"St.", "St", "Mt.", "Mt"})  # "St." of "St. Lune Island"
BODIES = frozenset({"PERSON", "ORG"})
PARTS = frozenset({"Upstate", "Downstate", "Mainland"})
SHARED_STATES = frozenset({"New York", "Washington"})
QUALIFIED = COUNTRY_NAMES | CAPITALS | SHARED_STATES
QUALIFYING = frozenset({"JJ", "VBG", "VBN"})


def part_names(doc: Doc, spans: Iterable[Marked]) -> Iterator[Marked]:
    """In order: each name by itself, whole, and without what only qualifies it."""
    for span in _join_given(doc, list(spans)):
        for part in _part_list(doc, span):
            for name in _part_position(doc, _over_stub(doc, part)):
                longer = _over_body(doc, _over_place(doc, _over_surname(doc, name)))
                yield _past_qualifying(doc, _over_team(doc, longer))


def _join_given(doc: Doc, spans: Sequence[Marked]) -> Iterator[Marked]:
    """What the model takes for two names, and is one."""
    at = 0
    while at < len(spans):
        pair = spans[at : at + 2]
        label = _tell_joined(doc, *pair) if len(pair) > 1 else None
        if label:
            yield pair[0][0], pair[1][1], label
            at += 2
        else:
            yield spans[at]
            at += 1


def _tell_joined(doc: Doc, one: Marked, other: Marked) -> str | None:
    """What two spans are together: "Zofia" and "Brzeska" a person, "San Lune" and "Mercury News" a
    body.
    """
    if one[1] != other[0]:
        return None
    if _are_one_name(doc, one, other):
        return "PERSON"
    town, body = doc[one[0] : one[1]], doc[other[0] : other[1]]
    is_town = one[2] == "GPE" and town.text not in FORMS and town.root.dep_ == "compound"
    is_body = other[2] == "ORG" and body[-1].text in ORGANISATION_WORDS
    return "ORG" if is_town and is_body and len(body) > 1 else None


def _are_one_name(doc: Doc, given: Marked, surname: Marked) -> bool:
    if given[2] == surname[2] == "PERSON" and given[1] - given[0] == FULL:
        return _is_surname_apart(doc, given, surname)
    first, last = doc[given[0]], doc[surname[0]]
    is_pair = given[1] - given[0] == surname[1] - surname[0] == 1
    label = _read_label(doc, surname)
    if not is_pair or first.head.i != last.i or not _is_given(first, given[2], label):
        return False
    return last.text.istitle() and _may_be_surname(last.text)


def _is_surname_apart(doc: Doc, given: Marked, surname: Marked) -> bool:
    """ "Ruth Bader" and "Ginsburg", which both words hang on."""
    last = doc[surname[1] - 1]
    hangs = all(token.head.i == last.i for token in doc[given[0] : given[1]])
    is_one = surname[1] - surname[0] == 1 and doc[given[0]].text in FIRST_NAMES
    return is_one and hangs and _may_be_surname(last.text)


def _read_label(doc: Doc, span: Marked) -> str:
    """What the model takes a word for; a person where it is a town that no table knows."""
    start, end, label = span
    is_unknown = label == "GPE" and fold(doc[start:end].text) not in list_places()
    return "PERSON" if is_unknown else label


def _is_given(word: Token, label: str, next_label: str) -> bool:
    """ "Zofia", whatever the model takes it for; "Paris" only before a person."""
    if label == "GPE":
        return word.text in GIVEN_PLACES and next_label == "PERSON"
    return word.text in GIVEN_NAMES and {label, next_label} <= BODIES


def _may_be_surname(word: str) -> bool:
    return word not in HEAD_NOUNS and word not in COMPANY_SUFFIXES and word not in FORMS


def _part_list(doc: Doc, span: Marked) -> Iterator[Marked]:
    """ "Porto, Lisbon", "Lune or Quay", "Lune/Ada Quill" and "Ada Quill and Karl Berg" are two
    names each; that of a body may hold commas.
    """
    start, end, label = span
    joining = set(JOINING.get(label, PLACES_JOINING))
    if label == "ORG" and _is_list(doc, start, end):
        joining.add(",")
    marks = [i for i in range(start, end) if doc[i].text in joining]
    for first, last in zip([start, *(i + 1 for i in marks)], [*marks, end], strict=True):
        if first < last:
            yield first, last, label


def _is_list(doc: Doc, start: int, end: int) -> bool:
    """Whether what stands between commas are short names each: "Lune, Quay", not "Lune, Inc."."""
    words = [token.text for token in doc[start:end]]
    if "," not in words or not LINKED.isdisjoint(words):
        return False
    parts = " ".join(words).split(" , ")
    is_short = all(part[:1].isupper() and len(part.split()) <= SHORT for part in parts)
    return is_short and COMPANY_SUFFIXES.isdisjoint(parts)


def _over_stub(doc: Doc, span: Marked) -> Marked:
    """ "St." goes on to "Lune Island"."""
    start, end, label = span
    if end - start > 1 or doc[start].text not in STUBS:
        return span
    while end < len(doc) and doc[end].pos_ == "PROPN" and not doc[end].ent_type_:
        end += 1
    return start, end, label


def _part_position(doc: Doc, span: Marked) -> Iterator[Marked]:
    """ "Browns DL Karl Berg" are the Browns, and Karl Berg, who plays there for them."""
    start, end, label = span
    at = next((i for i in range(start, end) if plays(doc, i)), None)
    if at is None or (label != "PERSON" and at + 1 < end):
        yield span
        return
    yield start, at, "ORG"
    if at + 1 < end:
        yield at + 1, end, label


def _past_qualifying(doc: Doc, span: Marked) -> Marked:
    """ "Mountainous Norland" at the head of a sentence is Norland."""
    start, end, _ = span
    if end - start < FULL or not doc[start].is_sent_start or not _qualifies(doc[start]):
        return span
    is_place = doc[start + 1 : end].text in QUALIFIED
    return (start + 1, end, "GPE") if is_place else span


def _qualifies(word: Token) -> bool:
    if word.text in FIRST_NAMES or word.text in GIVEN_PLACES:
        return False
    return word.tag_ in QUALIFYING or word.text in PARTS or word.text.endswith(ENDINGS)


def _over_surname(doc: Doc, span: Marked) -> Marked:
    """ "Paris" goes on to "Quill", whom the model passes over, where Quill does something."""
    start, end, label = span
    if label != "GPE" or end - start > 1 or doc[start].text not in GIVEN_PLACES:
        return span
    is_one = doc[start].head.i == end and doc[start].dep_ == "compound"
    return (start, end + 1, "PERSON") if is_one and _does_freely(doc[end]) else span


def _does_freely(word: Token) -> bool:
    """Whether a proper noun that is in no name is the subject of a verb."""
    return _is_free(word) and word.dep_ == "nsubj" and word.head.pos_ == "VERB"


def _over_place(doc: Doc, span: Marked) -> Marked:
    """ "Cuyahoga" goes on to "Falls", "Coeur" to "d’Alene", where a table knows the longer place."""
    start, end, label = span
    if label == "PERSON" or end - start > 1 or not doc[start].text.istitle():
        return span
    for last in range(min(end + LONGER, len(doc)), end, -1):
        is_free = not any(token.ent_type_ for token in doc[end:last])
        if is_free and doc[last - 1].text.istitle() and fold(doc[start:last].text) in list_places():
            return start, last, "GPE"
    return span


def _over_body(doc: Doc, span: Marked) -> Marked:
    """ "The International" goes on to "Olympic Committee", which no name holds."""
    start, end, label = span
    if label != "ORG" or not doc[end - 1].text.istitle():
        return span
    free = takewhile(_is_free, doc.tokens[end : end + LONGER])
    heads = [word.i for word in free if word.text in ORGANISATION_WORDS]
    is_one = bool(heads) and doc[end - 1].dep_ == "compound" and doc[end - 1].head.i == heads[-1]
    return (start, heads[-1] + 1, label) if is_one else span


def _is_free(word: Token) -> bool:
    return word.pos_ == "PROPN" and word.text.istitle() and not word.ent_type_


def _over_team(doc: Doc, span: Marked) -> Marked:
    """ "Seattle" goes on to "Mariners"."""
    start, end, label = span
    team = doc[end : end + 1].text
    is_team = label == "GPE" and team in CALLED_AFTER_PLACES and team.endswith("s")
    return (start, end + 1, "ORG") if is_team and not doc[end].ent_type_ else span


def is_stub(doc: Doc, start: int, end: int) -> bool:
    """Whether nothing is left of a name but its "St."."""
    return end - start == 1 and doc[start].text in STUBS
