"""Short texts parsed by hand: a test says what hangs on what, and needs no model."""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise

import spacy
from spacy import tokens
from spacy.vocab import Vocab

from transforms.entities.meaning.terrain import Terrain
from transforms.entities.naming.names import Name, Names
from transforms.grammar.parse import Paragraph, Parse
from transforms.grammar.passage import Passage, make_passage
from transforms.grammar.tokens import Doc, read_doc
from transforms.records import EntityKind

PAD = [f"tide{n}" for n in range(60)]
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
    people: Iterable[str] = (),
    root: str | None = None,
) -> Doc:
    """Words between spaces. hangs: of a word its relation and the word that it hangs on, "nsubj
    said"; all others hang on the root, on themselves where none is told. A word that stands twice
    is meant where it stands first. people: what the model takes for names of people.
    """
    words = text.split()
    links = [hangs.get(word, f"dep {root or word}").split() for word in words]
    heads = [
        words.index(head) if word in hangs or root else at
        for at, (word, (_, head)) in enumerate(zip(words, links, strict=True))
    ]
    first = {name.split()[0] for name in people}
    later = {word for name in people for word in name.split()[1:]}
    parsed = tokens.Doc(
        vocabulary(),
        words=words,
        heads=heads,
        deps=["ROOT" if head == at else links[at][0] for at, head in enumerate(heads)],
        pos=[pos.get(word, "X") for word in words],
        tags=[tags.get(word, "XX") for word in words],
        lemmas=[lemmas.get(word, word.lower()) for word in words],
        ents=[
            "B-PERSON" if word in first else "I-PERSON" if word in later else "O" for word in words
        ],
    )
    return read_doc(parsed)


def hang_in_a_row(first: str, relation: str, words: Iterable[str]) -> dict[str, str]:
    """Each word hangs on the one before it."""
    return {word: f"{relation} {head}" for head, word in pairwise([first, *words])}


def pad(words: int) -> str:
    """So many words that tell nothing."""
    return " ".join(PAD[:words])


def passage_of(doc: Doc, *, in_title: bool = False) -> Passage:
    return make_passage(Paragraph(0, doc, in_title=in_title))


def name_at(doc: Doc, text: str, kind: EntityKind = "person", piece: int = 0) -> Name:
    """A name where its words stand first."""
    start = doc.text.index(text)
    span = doc.span_over(start, start + len(text))
    place = (span.start, span.end, False, start, start + len(text))
    return Name(piece, *place, text, kind, "name")


def terrain_of(doc: Doc, *names: Name) -> Terrain:
    """Of an article without quotes that says the same in each of its paragraphs."""
    paragraphs = (Paragraph(0, doc),) * (1 + max((name.piece for name in names), default=0))
    return Terrain(Parse(None, paragraphs), Names("a" * 16, names), ())
