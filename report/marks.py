"""A text and spans in it -> HTML paragraphs in which every quote and speaker is marked, character
by character.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from markupsafe import Markup, escape

# no page of HTML may hold them, or they turn the direction of what follows
UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]"
)
UNSAFE_KEY = re.compile(r"[^0-9A-Za-z]")
PARAGRAPH = re.compile(r"\n{2,}")


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `char_start` to `char_end` (not included) that are a quote, or name its
    speaker.
    """

    char_start: int
    char_end: int
    quote_id: str
    what: Literal["quote", "speaker"]


def show_plainly(text: str) -> str:
    """The text, with a sign in the place of each character that no page may hold."""
    return UNSHOWABLE.sub("\ufffd", text)


def anchor(quote_id: str) -> str:
    """What a link to the quote names: its key, with nothing in it that an address could not
    hold.
    """
    return "q-" + UNSAFE_KEY.sub("-", quote_id)


def mark_paragraphs(text: str, spans: Sequence[Span]) -> Markup:
    """The paragraphs of the text as `<p>`, marked."""
    anchored: set[str] = set()
    parts = (
        Markup("<p>{}</p>\n").format(mark(text, start, end, spans, anchored))
        for start, end in paragraphs(text)
    )
    return Markup("").join(parts)


def mark_line(text: str, spans: Sequence[Span]) -> Markup:
    """A title, marked."""
    return mark(text, 0, len(text), spans, set())


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph begins and ends."""
    start = 0
    for gap in PARAGRAPH.finditer(text):
        yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def mark(text: str, start: int, end: int, spans: Sequence[Span], anchored: set[str]) -> Markup:
    """The characters from start to end; the first piece of each quote bears its anchor."""
    near = [span for span in spans if cut(span, start, end)]
    borders = sorted({start, end, *borders_of(near, start, end)})
    pieces = (
        mark_piece(text[one:other], covering(near, one, other), anchored)
        for one, other in pairwise(borders)
    )
    return Markup("").join(pieces)


def borders_of(spans: Sequence[Span], start: int, end: int) -> Iterator[int]:
    for span in spans:
        part = cut(span, start, end)
        yield from (part.start, part.stop)


def cut(span: Span, start: int, end: int) -> range:
    """The characters of a span from start to end; none where it lies elsewhere."""
    return range(max(span.char_start, start), min(span.char_end, end))


def covering(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    return [span for span in spans if span.char_start <= start and span.char_end >= end]


def mark_piece(text: str, covered_by: Sequence[Span], anchored: set[str]) -> Markup:
    """A piece in which nothing begins or ends, in `<mark>` and `<b>` as it is covered."""
    piece = escape(show_plainly(text))
    if any(span.what == "speaker" for span in covered_by):
        piece = Markup("<b class=speaker>{}</b>").format(piece)
    quotes = [span.quote_id for span in covered_by if span.what == "quote"]
    if not quotes:
        return piece
    new = [quote_id for quote_id in quotes if quote_id not in anchored]
    anchored.update(new)
    anchors = Markup("").join(Markup("<a id={}></a>").format(anchor(quote_id)) for quote_id in new)
    return Markup("{}<mark>{}</mark>").format(anchors, piece)
