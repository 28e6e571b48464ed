"""Spans that the model marks in a paragraph in, the same out where an office, what it is held in and
who holds it are told apart: "Vice President of (Sales Hugo) Lindt" names Hugo Lindt.
"""

from collections.abc import Iterator

from transforms.entities.naming.people_spans import SEATED_BY, Marked, is_role, is_title
from transforms.grammar.tokens import Doc, Span, Token
from transforms.world.lexicon import HEAD_NOUNS, ORGANISATION_WORDS, TITLES
from transforms.world.well_known import FIRST_NAMES

JOINING = frozenset({"and", ",", "&"})
FAR = 8  # tokens from a holder back to "of"
PAIR = 2  # a given name and a surname


def part_office(doc: Doc, span: Marked) -> Iterator[Marked]:
    """The name of the holder or the body; nothing of an office before its holder ("(Coastguard
    Officer) Ada Quill").
    """
    start, end, label = span
    if opens_name(doc[end - 1]) and _closes_office(doc, end - 1):
        yield end - 1, end + 1, "PERSON"
        return
    if _ends_in_rank(doc, start, end):
        yield start, end - 1, "ORG"
        return
    if label != "ORG":
        yield span
        return
    if not _is_office(doc, end):
        yield start, _before_chief(doc, start, end), label


def find_missed_holders(doc: Doc) -> Iterator[Span]:
    """ "Minister for Roads and Bridges Ada Quill" where the model sees nobody."""
    for token in doc:
        if opens_name(token) and not token.ent_type_ and _closes_office(doc, token.i):
            yield Span(doc, token.i, token.i + PAIR, "PERSON")


def opens_name(token: Token) -> bool:
    """Whether a given name stands there, before a word that no name holds."""
    if token.text not in FIRST_NAMES or token.i + 1 >= len(token.doc):
        return False
    return _is_free(token.nbor()) and token.nbor().text not in HEAD_NOUNS


def _is_free(token: Token) -> bool:
    is_name = token.pos_ == "PROPN" and token.text.istitle() and not token.ent_type_
    return is_name and not is_title(token.text) and not is_role(token.text)


def _closes_office(doc: Doc, at: int) -> bool:
    """Whether words with capitals lead back from there to "minister for", "president of"."""
    first = at - 1
    while first > max(0, at - FAR) and (doc[first].text.istitle() or doc[first].text in JOINING):
        first -= 1
    if not 0 < first < at - 1 or doc[first].text not in SEATED_BY:
        return False
    return is_title(doc[first - 1].text) or is_role(doc[first - 1].text)


def _ends_in_rank(doc: Doc, start: int, end: int) -> bool:
    """ "Orrin Coast Guard Cmdr" before ". Ada Quill"."""
    is_body = end - start > PAIR and doc[end - 2].text in ORGANISATION_WORDS
    return is_body and doc[end - 1].text + doc[end : end + 1].text in TITLES


def _is_office(doc: Doc, end: int) -> bool:
    """Whether a span ends in an office right before its holder."""
    last, after = doc[end - 1].text, doc[end : end + 1].text
    return after in FIRST_NAMES and (is_title(last) or is_role(last))


def _before_chief(doc: Doc, start: int, end: int) -> int:
    """ "Lumo Chief Technology" before "Officer" ends with Lumo."""
    chief = next((i for i in range(start + 1, end) if doc[i].text == "Chief"), end)
    return chief if is_title(doc[end : end + 1].text) else end
