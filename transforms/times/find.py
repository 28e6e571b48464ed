"""Article -> the expressions of time in its title and text, each with the first and last day that
it covers.

They are read against the day of writing: the dateline's, else the day of publication. Where only a
bracket of that day is known, the days are the widest that fit; where nothing is known, only what
states its own year has days.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.grammar.parse import PARAGRAPH, Parse, text_of
from transforms.grammar.tokens import Doc
from transforms.records import Article, TimeMention
from transforms.times.calendar import Period
from transforms.times.direction import find_direction
from transforms.times.resolve import read_between, read_hit
from transforms.times.rule import Anchor
from transforms.times.scan import Hit, scan
from transforms.times.written import Written, find_written
from transforms.world.languages import find_language
from transforms.world.phrases import join_phrases

FIGURES = re.compile(  # "net income fell 4%", "the quarter's sales"
    rf"%|\b{join_phrases(find_language('en').times.figures)}\b"
)
FEW_WORDS = 20  # a text so short does not show what it is about


@dataclass(frozen=True, slots=True)
class Piece:
    """The title or a paragraph, with where it begins in the article's text."""

    text: str
    char_start: int
    in_title: bool
    doc: Doc | None


def find_times(article: Article, parse: Parse | None = None) -> list[TimeMention]:
    """Title first, then the text in order. Without a parse, verbs say nothing: weekdays are past,
    dates near.
    """
    written = find_written(article.document)
    compares = compares_figures(article.document.text)
    return [
        mention
        for piece in cut(article, parse)
        for mention in read_piece(article.article_id, piece, written, compares)
    ]


def compares_figures(text: str) -> bool:
    return bool(FIGURES.search(text)) or len(text.split(maxsplit=FEW_WORDS)) < FEW_WORDS


def cut(article: Article, parse: Parse | None) -> Iterator[Piece]:
    """The title, then each paragraph."""
    if parse is not None:
        for paragraph in parse:
            text = text_of(article.document, paragraph)
            yield Piece(text, paragraph.char_start, paragraph.in_title, paragraph.doc)
        return
    if article.document.title:
        yield Piece(article.document.title, 0, in_title=True, doc=None)
    yield from (
        Piece(match[0], match.start(), in_title=False, doc=None)
        for match in PARAGRAPH.finditer(article.document.text)
    )


def read_piece(
    article_id: str, piece: Piece, written: Written | None, compares: bool
) -> Iterator[TimeMention]:
    previous: Period | None = None
    for hit in scan(piece.text):
        period = read_in_piece(hit, piece, written, previous, compares)
        previous = period or previous
        yield TimeMention(
            article_id=article_id,
            in_title=piece.in_title,
            text=hit.match[0],
            char_start=piece.char_start + hit.start,
            char_end=piece.char_start + hit.end,
            date_from=period.first if period else None,
            date_to=period.last if period else None,
            granularity=period.granularity if period else None,
            rule=hit.rule.name,
        )


def read_in_piece(
    hit: Hit, piece: Piece, written: Written | None, previous: Period | None, compares: bool
) -> Period | None:
    if written is None or not hit.rule.needs_anchor:
        return read_hit(hit, None)
    asks = hit.rule.asks_tense and piece.doc is not None
    direction = (
        find_direction(piece.doc, hit.start, hit.end) if asks and piece.doc is not None else None
    )
    return read_between(
        hit, Anchor(written.earliest, direction, previous, compares), written.latest
    )
