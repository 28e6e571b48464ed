"""The text of a dump -> its lines, one for each paragraph, however the dump was wrapped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from transforms.clean.dump.marks import ends_sentence
from transforms.clean.text.characters import tidy_characters

MIN_WIDTH, MAX_WIDTH = 40, 132  # columns that text is wrapped at: e-mail 72, terminals 80 and 132
FULL = 0.75  # of the longest line: what a line that was broken for width fills at least
MIN_FULL_LINES = 4
MIN_BROKEN = 0.6  # of the full lines: how many go on in the next one, where a text is wrapped
MIN_SENTENCE = 30  # characters of a sentence that may have a line of its own within a paragraph


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with something on it. block: the number of blank stretches above it."""

    text: str
    block: int


def split_lines(text: str) -> list[str]:
    """The lines that are not blank, spaces single. Lines that were wrapped at a fixed width are
    joined again, and so are sentences that have a line each where blank lines set paragraphs apart.
    """
    lines = list(_read_lines(tidy_characters(text)))
    if width := _wrap_width(lines):
        lines = list(_unwrap(lines, width))
    return list(_join_sentences(lines)) if _has_blocks(lines) else [line.text for line in lines]


def _join_sentences(lines: Sequence[_Line]) -> Iterator[str]:
    pieces = [lines[0].text]
    for above, line in pairwise(lines):
        if above.block != line.block or not _is_sentence(above.text) or not _is_sentence(line.text):
            yield " ".join(pieces)
            pieces = []
        pieces.append(line.text)
    yield " ".join(pieces)


def _is_sentence(line: str) -> bool:
    return len(line) >= MIN_SENTENCE and ends_sentence(line)


def _read_lines(text: str) -> Iterator[_Line]:
    block, was_blank = 0, False
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        if line:
            block += was_blank
            yield _Line(line, block)
        was_blank = not line


def _wrap_width(lines: Sequence[_Line]) -> int:
    """The column that the text is wrapped at; 0 where it is not: no line is longer, and most full
    ones break inside a sentence.
    """
    width = max((len(line.text) for line in lines), default=0)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return 0
    full = [
        here
        for here, after in pairwise(lines)
        if len(here.text) >= FULL * width and here.block == after.block
    ]
    broken = sum(not ends_sentence(line.text) for line in full)
    return width if len(full) >= MIN_FULL_LINES and broken >= MIN_BROKEN * len(full) else 0


def _unwrap(lines: Sequence[_Line], width: int) -> Iterator[_Line]:
    """A line goes on in the next one if that one's first word had no room on it, or if it is full
    and breaks inside a sentence.
    """
    pieces: list[str] = []
    for here, after in pairwise([*lines, _Line("", -1)]):
        pieces.append(here.text)
        has_room = len(here.text) + 1 + len(after.text.partition(" ")[0]) <= width
        is_broken = len(here.text) >= FULL * width and not ends_sentence(here.text)
        if here.block != after.block or (has_room and not is_broken):
            yield _Line(" ".join(pieces), here.block)
            pieces = []


def _has_blocks(lines: Sequence[_Line]) -> bool:
    """True where blank lines stand between paragraphs, not between all lines nor nowhere."""
    breaks = sum(here.block != after.block for here, after in pairwise(lines))
    return 2 <= breaks < len(lines) - 1
