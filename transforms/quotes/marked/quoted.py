"""Text -> what stands between quotation marks, and the turns that a dash opens (– Broen er stengt,
sier Lund.), paragraph by paragraph, in order.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.grammar.marks import Stretch, find_stretches

PARAGRAPH = re.compile(r"[^\n]+")
LETTER = re.compile(r"[^\W\d_]")
TURN = re.compile(r"\s{0,3}[-–—]{1,2}\s{0,2}(?=\S)")  # what opens one
LONGEST_TURN = 4000  # characters


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation, as places in the text: start and end with its marks, the inner ones without.

    opens, closes: the paragraph that it stands in. is_open: no mark closes it. is_turn: a dash
    opens it, and only the verb behind it tells where it ends.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    opens: int
    closes: int
    is_open: bool = False
    is_turn: bool = False

    def begins(self, text: str) -> bool:
        """Whether nothing stands before it in its paragraph."""
        return self.is_turn or not text[self.opens : self.start].strip()


def find_quoted(text: str) -> Iterator[Quoted]:
    """The quotations of a text that hold a letter."""
    for paragraph in PARAGRAPH.finditer(text):
        opens, closes = paragraph.span()
        stretches = find_stretches(paragraph.group())
        turn = TURN.match(text, opens, closes)
        if turn and not any(one.start + opens == turn.end() for one in stretches):
            end = min(closes, turn.end() + LONGEST_TURN)
            yield Quoted(turn.end(), end, turn.end(), end, opens, closes, is_turn=True)
            continue
        yield from (
            _place(one, opens, closes)
            for one in stretches
            if LETTER.search(text, opens + one.start, opens + one.end)
        )


def _place(stretch: Stretch, opens: int, closes: int) -> Quoted:
    return Quoted(
        opens + stretch.start,
        opens + stretch.end,
        opens + stretch.inner_start,
        opens + stretch.inner_end,
        opens,
        closes,
        is_open=stretch.open_end,
    )
