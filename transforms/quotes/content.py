"""Tokens or sentences that a rule took as content -> tidy pieces of characters that respect
sentences and quotation marks.
"""

import re

from transforms.grammar.marks import DOUBLE_MARKS
from transforms.grammar.passage import Passage, Range
from transforms.grammar.tokens import Token

# trimmed at the rim of a piece; a quotation there gets its marks back
EDGE = DOUBLE_MARKS | frozenset(" \t\xa0,;:.–—-…")

LONGEST_NOTE = 30  # characters
# behind a word in small letters, where no age can stand
NOTE = re.compile(
    r"[a-z](?: \(\d{1,3}(?:, \d{1,3}){0,4}\)|\.?[ ]?\[\d{1,3}(?:\]\[\d{1,3}){0,4}\]?)\Z"
)


def make_pieces(passage: Passage, cue: Token | None, *tokens: Range) -> tuple[Range, ...]:
    """Characters of token ranges (both ends included), trimmed, without empty ones.

    A piece that begins or ends within a quoted stretch takes all of it; inside the stretch of its
    own cue it stays there.
    """
    home = None if cue is None else passage.stretch_of(cue)
    doc = passage.paragraph.doc
    pieces = [
        _fit(passage, (doc[first].idx, doc[last].idx + len(doc[last])), home)
        for first, last in tokens
        if first <= last
    ]
    return tuple(
        passage.place(*piece)
        for piece in merge_pieces([piece for piece in pieces if piece is not None])
    )


def _fit(passage: Passage, piece: Range, home: object) -> Range | None:
    start, end = _leave_note(passage.text, _close(passage.text, trim(passage.text, piece)))
    if start >= end:
        return None
    for stretch in (passage.stretch_at(start), passage.stretch_at(end - 1)):
        if stretch is None:
            continue
        if stretch is home:
            start, end = max(start, stretch.inner_start), min(end, stretch.inner_end)
        else:
            start, end = min(start, stretch.start), max(end, stretch.end)
    return (start, end) if start < end else None


def trim(text: str, piece: Range) -> Range:
    """Without spaces and punctuation at the rim; a full stop after a capital ("U.S.") stays."""
    start, end = piece
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE and not _is_abbreviation(text, end):
        end -= 1
    return start, end


def _leave_note(text: str, piece: Range) -> Range:
    """Without the number of a note at the end: "close to failure.[38", "hunger by half (8)"."""
    start, end = piece
    note = NOTE.search(text, max(start, end - LONGEST_NOTE), end)
    return piece if note is None else (start, note.start() + 1)


def _close(text: str, piece: Range) -> Range:
    """With the bracket that closes right behind one that is open at the end of the piece."""
    start, end = piece
    words = text[start:end]
    is_open = words.rfind("(") > words.rfind(")")
    return (start, end + 1) if is_open and text[end : end + 1] == ")" else piece


def _is_abbreviation(text: str, end: int) -> bool:
    return text[end - 1] == "." and end >= 3 and text[end - 2].isupper() and text[end - 3] in ". "


def merge_pieces(pieces: list[Range]) -> list[Range]:
    """In order, overlapping ones made one."""
    merged: list[Range] = []
    for start, end in sorted(pieces):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
