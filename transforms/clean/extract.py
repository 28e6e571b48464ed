"""The tree of a page -> the lines of its main text, as trafilatura finds them, with the kind of block that each stands in."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted
from trafilatura.settings import Extractor

from transforms.clean.characters import tidy_line
from transforms.clean.salvage import salvage_paragraphs

LineKind = Literal["paragraph", "heading", "item", "row", "quote"]

KINDS: dict[str, LineKind] = {"head": "heading", "item": "item", "row": "row", "quote": "quote"}
BLOCKS = frozenset({"body", "code", "div", "head", "item", "list", "p", "quote", "row", "table"})
LINE_BREAKS = {"lb": "\n", "cell": " "}
SPACE = re.compile(r"\s+")
SENTENCE_END = re.compile(r"""[.!?:;…。！？]["'”’»)\]]{0,3}$""")  # `he said."`
END = 8  # characters that show whether a sentence has ended
MIN_TEXT = 250  # characters; from here on an extraction is believed
OPTIONS = Extractor(output_format="txt", fast=True, recall=True, comments=False)
THOROUGH = Extractor(output_format="txt", comments=False)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs every page that it finds nothing in; we record that ourselves


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the main text: tidy, never empty."""

    text: str
    kind: LineKind = "paragraph"


def extract_lines(tree: HtmlElement, html: str) -> tuple[list[Line], str]:
    """The lines of the main text, and the name of the extractor that found them. `html` is what the tree was parsed from."""
    found: list[tuple[list[Line], str]] = []
    for name, options in (("trafilatura", OPTIONS), ("trafilatura_thorough", THOROUGH)):
        found.append((_extract(tree, options), name))
        if _length(found[-1][0]) >= MIN_TEXT:
            return found[-1]
    found.append(([Line(text) for text in salvage_paragraphs(html)], "beautifulsoup"))
    return max(found, key=lambda lines_and_name: _length(lines_and_name[0]))


def _extract(tree: HtmlElement, options: Extractor) -> list[Line]:
    extracted = cast(Extracted | None, bare_extraction(tree, options=options))
    return [] if extracted is None else read_lines(extracted.body)


def _length(lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines)


def read_lines(body: _Element) -> list[Line]:
    """One line for each block of trafilatura's tree, in order; `<lb/>` ends a line where a sentence ends."""
    lines: list[Line] = []
    for kind, block in _blocks_of(body):
        lines += (Line(text, kind) for part in rejoin_lines(block.split("\n")) if (text := tidy_line(part)))
    return lines


def _blocks_of(body: _Element) -> Iterator[tuple[LineKind, str]]:
    pieces: list[str] = []
    kind: LineKind = "paragraph"
    for piece in _pieces_of(body, "paragraph"):
        if isinstance(piece, str):
            pieces.append(piece)
            continue
        if pieces:
            yield kind, "".join(pieces)
        pieces, kind = [], piece.kind
    if pieces:
        yield kind, "".join(pieces)


@dataclass(frozen=True, slots=True)
class _Break:
    """The end of a block; what follows is of `kind`."""

    kind: LineKind


def _pieces_of(element: _Element, kind: LineKind) -> Iterator[str | _Break]:
    inner = KINDS.get(str(element.tag), kind)
    is_block = element.tag in BLOCKS
    if is_block:
        yield _Break(inner)
    if element.tag in LINE_BREAKS:
        yield LINE_BREAKS[str(element.tag)]
    yield SPACE.sub(" ", element.text or "")
    for child in element:
        yield from _pieces_of(child, inner)
        yield SPACE.sub(" ", child.tail or "")
    if is_block:
        yield _Break(kind)


def rejoin_lines(parts: list[str]) -> Iterator[str]:
    """The lines between `<br>`s; one inside a sentence is the layout's, not the writer's."""
    sentence: list[str] = []
    for part in parts:
        if sentence and not (part.strip()[:1].islower() and not SENTENCE_END.search(sentence[-1].rstrip()[-END:])):
            yield " ".join(sentence)
            sentence = []
        sentence.append(part)
    yield " ".join(sentence)
