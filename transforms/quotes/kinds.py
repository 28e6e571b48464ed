"""Draft -> direct, mixed or indirect, by the share of its words that stand between quotation
marks.
"""

import re
from functools import lru_cache

from transforms.grammar.passage import Passage, Range
from transforms.quotes.draft import Draft
from transforms.records import QuoteKind

WORD = re.compile(r"\w+(?:['’.]\w+)*")  # "don't", "U.S"
DIRECT_SHARE = 0.9


def name_kind(draft: Draft) -> QuoteKind:
    """direct: nine words in ten or more are quoted; mixed: some; indirect: none. Pieces of later
    paragraphs are quotations.
    """
    share = measure_quoted(draft)
    return "direct" if share >= DIRECT_SHARE else "mixed" if share else "indirect"


def measure_quoted(draft: Draft) -> float:
    """The share of its words that stand in quotation marks; 1 where it has no words there."""
    return _measure_pieces(draft.passage, draft.pieces)


@lru_cache(maxsize=256)  # many rules ask it of one draft
def _measure_pieces(passage: Passage, pieces: tuple[Range, ...]) -> float:
    words = quoted = 0
    base = passage.paragraph.char_start
    if not passage.stretches and pieces[0][0] < base + len(passage.text):
        return 0.0
    for start, end in pieces:
        if start - base >= len(passage.text):
            continue
        places = [match.start() for match in WORD.finditer(passage.text, start - base, end - base)]
        words += len(places)
        quoted += sum(passage.stretch_at(place) is not None for place in places)
    return quoted / words if words else 1.0
