"""What somebody says, as places in the text, before it is a row."""

from dataclasses import dataclass

from transforms.grammar.passage import Range
from transforms.quotes.marked.beside import Beside
from transforms.records import QuoteKind


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says: its pieces in order, and what shows who does."""

    pieces: tuple[Range, ...]
    beside: Beside
    kind: QuoteKind = "direct"

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where its last piece or its frame ends."""
        subject, cue = self.beside.subject, self.beside.cue
        ends = [self.pieces[-1][1], cue[1] if cue else 0, subject.place[1] if subject else 0]
        return max(ends)
