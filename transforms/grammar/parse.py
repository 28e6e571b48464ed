"""The grammatical reading of an article: a Doc for the title and for each paragraph, made once, used
by quotes and entities.

Paragraphs are parsed alone, so that a paragraph added elsewhere changes nothing here, and with
offsets into the whole text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language

from transforms.grammar.dateline import find_dateline_end
from transforms.grammar.tokens import Doc, Span, Token, read_doc
from transforms.records import Document

# code points of a piece, and of all that are parsed at once: the parser's memory grows with both
LONGEST = 20_000
PARAGRAPH = re.compile(r"[^\n]+")  # "One.\n\nTwo." has two
# the model reads other spaces as words, and single guillemets as parts of them
PLAIN = str.maketrans({**dict.fromkeys("\xa0\u2007\u202f", " "), "‹": "«", "›": "»"})
TURNED = re.compile(r"(?<=\w)‘(?=s\b)")  # "Quill‘s": the wrong way round


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed piece of the text; `char_start` is where it begins in the article's text (0 and
    in_title for the title). is_block: the page sets it as a block quotation.
    """

    char_start: int
    doc: Doc
    in_title: bool = False
    is_block: bool = False

    @property
    def text(self) -> str:
        """Its letters as the model read them."""
        return self.doc.text

    def start_of(self, piece: Token | Span) -> int:
        """Offset of a token or span in the article's text."""
        return self.char_start + (piece.idx if isinstance(piece, Token) else piece.start_char)

    def end_of(self, piece: Token | Span) -> int:
        """Offset just after a token or span in the article's text."""
        return self.start_of(piece) + len(piece.text)


@dataclass(frozen=True, slots=True)
class Parse:
    title: Paragraph | None
    paragraphs: tuple[Paragraph, ...]

    def __iter__(self) -> Iterator[Paragraph]:
        """The title, where there is one, then the paragraphs of the text in order."""
        yield from (() if self.title is None else (self.title,))
        yield from self.paragraphs


def text_of(document: Document, paragraph: Paragraph) -> str:
    """The letters of a paragraph as the article has them."""
    source = (document.title or "") if paragraph.in_title else document.text
    return source[paragraph.char_start : paragraph.char_start + len(paragraph.text)]


def cut_paragraph(start: int, paragraph: str) -> Iterator[tuple[int, str]]:
    """The paragraph with its offset; its dateline apart, and in pieces of LONGEST code points where
    it is longer.

    A piece ends after a full stop, else at a space.
    """
    dateline = find_dateline_end(paragraph)
    if 0 < dateline < len(paragraph):
        yield start, paragraph[:dateline]
        start, paragraph = start + dateline, paragraph[dateline:]
    while len(paragraph) > LONGEST:
        end = (
            max(paragraph.rfind(". ", LONGEST // 2, LONGEST), 0)
            or max(paragraph.rfind(" ", LONGEST // 2, LONGEST), 0)
            or LONGEST - 1
        )
        yield start, paragraph[: end + 1]
        start, paragraph = start + end + 1, paragraph[end + 1 :]
    yield start, paragraph


def group_texts(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in order, in groups of LONGEST code points at most; a news article is one group."""
    group: list[str] = []
    length = 0
    for text in texts:
        if group and length + len(text) > LONGEST:
            yield group
            group, length = [], 0
        group.append(text)
        length += len(text)
    yield group


def parse_document(document: Document, nlp: Language) -> Parse:
    """Parse title and paragraphs. A space that does not break is a plain one to the model, and a
    single guillemet a double one, so that only the document has the text to the letter.
    """
    paragraphs = ((match.start(), match.group()) for match in PARAGRAPH.finditer(document.text))
    pieces = [piece for start, paragraph in paragraphs for piece in cut_paragraph(start, paragraph)]
    texts = (document.title or "", *(make_plain(text) for _, text in pieces))
    docs = (read_doc(doc) for group in group_texts(texts) for doc in nlp.pipe(group))
    title = next(docs)
    return Parse(
        Paragraph(0, title, in_title=True) if document.title else None,
        tuple(
            Paragraph(start, doc, is_block=_is_block(document, start))
            for (start, _), doc in zip(pieces, docs, strict=True)
        ),
    )


def make_plain(text: str) -> str:
    """The text as the model knows such, each code point where it was."""
    return TURNED.sub("’", text.translate(PLAIN))


def _is_block(document: Document, start: int) -> bool:
    """Whether a character is one of a block quotation."""
    index = bisect_right(document.block_quotes, (start, len(document.text))) - 1
    return index >= 0 and start < document.block_quotes[index][1]
