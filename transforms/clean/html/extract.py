"""The tree of a page -> the lines of its main text, as trafilatura finds them, and the name of the
extractor that found them.
"""

import logging
import re
from collections.abc import Iterator
from typing import cast

from lxml.etree import _Element
from lxml.html import HtmlElement
from resiliparse.extract.html2text import extract_plain_text
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted
from trafilatura.settings import Extractor

from transforms.clean.markup.salvage import salvage_paragraphs
from transforms.clean.text.characters import tidy_line
from transforms.world.web import list_names

BLOCKS = frozenset(list_names("extracted"))
BREAK = "\n"  # what `<lb/>` becomes in the text
INSTEAD = {"lb": BREAK, "cell": " "}
SENTENCE_END = re.compile(r"""[.!?:;…。！？]["'”’»)\]]{0,3}$""")  # `he said."`
MIN_TEXT = 250  # characters; from here on an extraction is believed
QUICK = Extractor(output_format="txt", fast=True, recall=True, comments=False)
THOROUGH = Extractor(output_format="txt", comments=False)

# it logs every page that it finds nothing in; we record that ourselves
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def extract_lines(tree: HtmlElement, html: str) -> tuple[list[str], str]:
    """The lines of the main text, tidy and in order, and who found them. `html` is what the tree
    was parsed from.
    """
    found: list[tuple[list[str], str]] = []
    for name, options in (("trafilatura", QUICK), ("trafilatura_thorough", THOROUGH)):
        found.append((_extract(tree, options), name))
        if _length(found[-1][0]) >= MIN_TEXT:
            return found[-1]
    found.append((salvage_paragraphs(html), "beautifulsoup"))
    return max(found, key=lambda lines_and_name: _length(lines_and_name[0]))


def extract_second(html: str) -> str:
    """The main text as resiliparse finds it, which errs elsewhere and is quick."""
    return extract_plain_text(html, main_content=True, alt_texts=False, links=False, comments=False)


def _extract(tree: HtmlElement, options: Extractor) -> list[str]:
    extracted = cast(Extracted | None, bare_extraction(tree, options=options))
    return [] if extracted is None else read_lines(extracted.body)


def _length(lines: list[str]) -> int:
    return sum(map(len, lines))


def read_lines(body: _Element) -> list[str]:
    """One line for each block of trafilatura's tree, in order."""
    return [
        line
        for block in _blocks_of(body)
        for part in rejoin_lines(block.split(BREAK))
        if (line := tidy_line(part))
    ]


def _blocks_of(body: _Element) -> Iterator[str]:
    pieces: list[str] = []
    for piece in _pieces_of(body):
        if piece is not None:
            pieces.append(piece)
        elif pieces:
            yield "".join(pieces)
            pieces = []
    yield "".join(pieces)


def _pieces_of(element: _Element) -> Iterator[str | None]:
    """The texts in an element; None where a block begins or ends."""
    is_block = element.tag in BLOCKS
    if is_block:
        yield None
    yield INSTEAD.get(str(element.tag), "") + _without_breaks(element.text)
    for child in element:
        yield from _pieces_of(child)
        yield _without_breaks(child.tail)
    if is_block:
        yield None


def _without_breaks(text: str | None) -> str:
    """A text whose line ends are spaces, as a browser shows it."""
    return text.replace(BREAK, " ") if text else ""


def rejoin_lines(parts: list[str]) -> Iterator[str]:
    """The lines between `<br>`s; one inside a sentence is the layout's, not the writer's."""
    sentence: list[str] = []
    for part in parts:
        if sentence and not (
            part.strip()[:1].islower() and not SENTENCE_END.search(sentence[-1].rstrip())
        ):
            yield " ".join(sentence)
            sentence = []
        sentence.append(part)
    yield " ".join(sentence)
