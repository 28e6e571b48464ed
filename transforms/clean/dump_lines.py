"""The text of a dump -> its lines, one for each paragraph, however the dump was wrapped; and kept lines -> paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from transforms.clean.characters import tidy_characters
from transforms.clean.dump_marks import ends_sentence

MIN_WIDTH, MAX_WIDTH = 40, 132  # columns that text is wrapped at: e-mail 72, terminals 80 and 132
FULL = 0.75  # of the longest line: what a line that was broken for width fills at least
MIN_FULL_LINES = 4
MIN_BROKEN = 0.6  # of the full lines: how many go on in the next one, where a text is wrapped


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it. block: the number of blank stretches above it."""

    text: str
    block: int


def split_lines(text: str) -> list[Line]:
    """Lines without what is blank; spaces single; lines that were wrapped at a fixed width are joined again."""
    lines = list(_read_lines(tidy_characters(text)))
    width = _wrap_width(lines)
    return list(_unwrap(lines, width)) if width else lines


def join_paragraphs(lines: Sequence[Line]) -> str:
    """Paragraphs split by one blank line. Sentences that have a line each are one paragraph where blank lines set paragraphs apart."""
    if not _has_blocks(lines):
        return "\n\n".join(line.text for line in lines)
    paragraphs: list[str] = []
    for before, line in zip((None, *lines), lines, strict=False):
        if before and _belong_together(before, line):
            paragraphs[-1] += " " + line.text
        else:
            paragraphs.append(line.text)
    return "\n\n".join(paragraphs)


def _read_lines(text: str) -> Iterator[Line]:
    block, was_blank = 0, False
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        if line:
            block += was_blank
            yield Line(line, block)
        was_blank = not line


def _wrap_width(lines: Sequence[Line]) -> int:
    """The column that the text is wrapped at; 0 where it is not: no line is longer, and most full ones break inside a sentence."""
    width = max((len(line.text) for line in lines), default=0)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return 0
    full = [here for here, after in pairwise(lines) if len(here.text) >= FULL * width and here.block == after.block]
    broken = sum(not ends_sentence(line.text) for line in full)
    return width if len(full) >= MIN_FULL_LINES and broken >= MIN_BROKEN * len(full) else 0


def _unwrap(lines: Sequence[Line], width: int) -> Iterator[Line]:
    """A line goes on in the next one if that one's first word had no room on it."""
    text = ""
    for here, after in pairwise([*lines, Line("", -1)]):
        text = f"{text} {here.text}" if text else here.text
        first_word = after.text.partition(" ")[0]
        if here.block != after.block or len(here.text) + 1 + len(first_word) <= width:
            yield Line(text, here.block)
            text = ""


def _has_blocks(lines: Sequence[Line]) -> bool:
    """True where blank lines stand between paragraphs, not between all lines nor nowhere."""
    breaks = sum(here.block != after.block for here, after in pairwise(lines))
    return 2 <= breaks < len(lines) - 1


def _belong_together(here: Line, after: Line) -> bool:
    return here.block == after.block and ends_sentence(here.text) and ends_sentence(after.text)
