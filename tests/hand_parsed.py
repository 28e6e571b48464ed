"""Short texts parsed by hand: a test says what hangs on what, and needs no model."""

from collections.abc import Mapping
from functools import cache

import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from transforms.entities.meaning.terrain import Terrain
from transforms.entities.naming.names import Name, Names
from transforms.grammar.parse import Paragraph, Parse
from transforms.records import EntityKind

NOTHING: Mapping[str, str] = {}


@cache
def vocabulary() -> Vocab:
    return spacy.blank("en").vocab


def parse_by_hand(
    text: str,
    hangs: Mapping[str, str] = NOTHING,
    pos: Mapping[str, str] = NOTHING,
    tags: Mapping[str, str] = NOTHING,
    lemmas: Mapping[str, str] = NOTHING,
) -> Doc:
    """Words between spaces. hangs: of a word its relation and the word that it hangs on, "nsubj
    said"; all others hang on themselves. A word that stands twice is meant where it stands first.
    """
    words = text.split()
    heads = [words.index(hangs.get(word, f"- {word}").split()[1]) for word in words]
    heads = [
        at if word in hangs else n for n, (at, word) in enumerate(zip(heads, words, strict=True))
    ]
    return Doc(
        vocabulary(),
        words=words,
        heads=heads,
        deps=[hangs.get(word, "ROOT").split()[0] for word in words],
        pos=[pos.get(word, "X") for word in words],
        tags=[tags.get(word, "XX") for word in words],
        lemmas=[lemmas.get(word, word.lower()) for word in words],
    )


def name_at(doc: Doc, text: str, kind: EntityKind = "person", piece: int = 0) -> Name:
    """A name where its words stand first."""
    start = doc.text.index(text)
    span = doc.char_span(start, start + len(text))
    assert isinstance(span, Span)
    place = (span.start, span.end, False, start, start + len(text))
    return Name(piece, *place, text, kind, "name")


def terrain_of(doc: Doc, *names: Name) -> Terrain:
    """Of an article without quotes that says the same in each of its paragraphs."""
    paragraphs = (Paragraph(0, doc),) * (1 + max((name.piece for name in names), default=0))
    return Terrain(Parse(None, paragraphs), Names("a" * 16, names), ())
