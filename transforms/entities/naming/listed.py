"""Spans that the model marks in a paragraph in, the same out where the name of a body holds a list:
"the Soil, Water and Climate Laboratory", of which the model sees the last of the list.
"""

from collections.abc import Iterable, Iterator, Sequence

from transforms.entities.naming.people_spans import Marked
from transforms.grammar.tokens import Doc, Token
from transforms.world.countries import FORMS
from transforms.world.lexicon import ORGANISATION_WORDS
from transforms.world.well_known import FIRST_NAMES

CHAMBERS = frozenset({"House", "Senate"})  # "House Education and the Workforce Committee"
LONGEST_TOPIC = 2  # words between two commas
BODIES = (ORGANISATION_WORDS - {"Media"}) | CHAMBERS  # "the Culture, Media and Sport Committee"
JOINING = frozenset({"and", "&"})
NAMED = frozenset({"PERSON", "GPE", "NORP", "LOC"})  # what is no topic of a body


def join_lists(doc: Doc, spans: Iterable[Marked]) -> Iterator[Marked]:
    """In order; what lies within a list is no name of its own."""
    held = list(spans)
    starts = [find_start(doc, span) for span in held]
    for at, (start, end, label) in enumerate(held):
        if not any(first < end and start < held[later][0] for later, first in _later(starts, at)):
            yield starts[at], end, label


def _later(starts: Sequence[int], at: int) -> Iterator[tuple[int, int]]:
    return ((later, starts[later]) for later in range(at + 1, len(starts)))


def find_start(doc: Doc, span: Marked) -> int:
    """Where a name begins: of "Climate Laboratory" at "Soil", behind an article or a chamber."""
    start = span[0]
    is_before = start > 0 and doc[start - 1].lower_ == "the"
    has_article = is_before or doc[start].lower_ == "the"
    at = start - 1 - is_before
    if at < 1 or not _is_body(doc, span) or not _goes_on(doc, at, span):
        return start
    first = _skip_topics(doc, at - (doc[at - 1].text == ","))
    if doc[first - 1 : first].text in CHAMBERS:
        return first - 1
    opens = first < at and doc[max(0, first - 1)].lower_ == "the"
    return first if opens and not has_article else start


def _is_body(doc: Doc, span: Marked) -> bool:
    start, end, label = span
    return label == "ORG" and end - start > 1 and doc[end - 1].text in ORGANISATION_WORDS


def _goes_on(doc: Doc, at: int, span: Marked) -> bool:
    """Whether a list ends in a name, or the model sees its last two: "Banking, Housing and Urban
    Affairs Committee".
    """
    words = {token.lower_ for token in doc[span[0] : span[1]]}
    return doc[at].lower_ in JOINING or (doc[at].text == "," and not words.isdisjoint(JOINING))


def _skip_topics(doc: Doc, at: int) -> int:
    """Back over topics that commas part, from behind the last."""
    first = _skip_topic(doc, at)
    while first < at and first > 1 and doc[first - 1].text == ",":
        at = first - 1
        first = _skip_topic(doc, at)
    return first if first < at else at + 1


def _skip_topic(doc: Doc, at: int) -> int:
    first = at
    while first > max(0, at - LONGEST_TOPIC) and is_topic(doc[first - 1]):
        first -= 1
    return first


def is_topic(word: Token) -> bool:
    """ "Education", no person, place or body."""
    is_named = word.ent_type_ in NAMED or word.text in FORMS or word.text in FIRST_NAMES
    return word.text.istitle() and not is_named and word.text not in BODIES
