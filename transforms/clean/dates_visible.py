"""The visible lines round a headline -> the dates that a reader finds there, apart: of publication, and of later changes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from transforms.clean.dates_labels import is_only_a_label, meanings_of
from transforms.clean.dates_read import HAS_DATE, ReadDate, read_dates

LINES_AFTER_HEADLINE, LINES_BEFORE_HEADLINE = 40, 8
LONG_LINE = 170  # characters: a paragraph of the article, not of its head
PARAGRAPHS_OF_HEAD = 3  # the standfirst, a caption, a notice
MAX_LINE = 200  # characters of a line with a date, label and byline
MAX_OTHER_WORDS = 60  # characters beside an unlabelled date: byline, section, reading time
CLOCK_AND_ZONE = 32  # characters that belong to the date before them
MAX_BYLINE = 5  # words before a date without a mark that separates them: "By Jane Doe, 3 March 2021"
SEPARATOR = re.compile(r"[|·•—–/:]")
GLUE = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])|(?<=[a-zß-ÿ]{3})(?=\d)")
PERIOD_END, PERIOD_START = re.compile(r"\s?(?:-|–|—|to|bis)\s?\d"), re.compile(r"^\s?(?:-|–|—|to|bis)\s?$")  # "3 May 2021 - 7 May 2021"
PREPOSITION = re.compile(  # "He spoke on 3 March 2021": the date is a part of a sentence
    r"\b(?:in|since|until|till|from|before|after|through|of|for|by|to|am|vom|bis|seit|depuis|hasta|desde|dal|dès)\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class VisibleDate:
    """A date that stands by the headline. text: the piece of the line from its label to its clock."""

    text: str
    meaning: Literal["published", "modified"] | None


def find_visible_dates(lines: Sequence[str], headline_at: int | None, language: str | None = None) -> list[VisibleDate]:
    """Dates of the lines below the headline, nearest first, then of those just above it. headline_at: None for "before the first line"."""
    below = 0 if headline_at is None else headline_at + 1
    above = [] if headline_at is None else range(headline_at - 1, max(-1, headline_at - 1 - LINES_BEFORE_HEADLINE), -1)
    places = [*_head_of(lines, below), *above]
    return [visible for at in places for visible in _dates_of_line(lines[at], lines[at - 1] if at else "", language)]


def _head_of(lines: Sequence[str], start: int) -> Iterator[int]:
    """The places of the lines between headline and text: they end at the third paragraph."""
    paragraphs = 0
    for at in range(start, min(len(lines), start + LINES_AFTER_HEADLINE)):
        paragraphs += len(lines[at]) > LONG_LINE
        if paragraphs >= PARAGRAPHS_OF_HEAD:
            return
        yield at


def _dates_of_line(line: str, line_above: str, language: str | None) -> Iterator[VisibleDate]:
    if len(line) > MAX_LINE or not HAS_DATE.search(line):
        return
    line = unglue(line)
    previous_end = 0
    for reading, next_start in _with_next(read_dates(line, language), len(line)):
        before = line[previous_end : reading.start]
        meanings = meanings_of(before) or (meanings_of(line_above) if previous_end == 0 and is_only_a_label(line_above) else [])
        piece = line[previous_end : min(next_start, reading.end + CLOCK_AND_ZONE)].strip(" |·•—–-,")
        previous_end = reading.end
        if PERIOD_END.match(line, reading.end) or PERIOD_START.search(before):
            continue
        if meanings and meanings[-1] in ("published", "modified"):
            yield VisibleDate(piece, "published" if meanings[-1] == "published" else "modified")
        elif not meanings and _stands_alone(line, reading):
            yield VisibleDate(piece, None)


def unglue(line: str) -> str:
    """Words that only the page's style kept apart: "By Jane DoeMay 7, 2025", "Updated20:49, 5 Aug 2024"."""
    return GLUE.sub(" ", line)


def _with_next(readings: Sequence[ReadDate], end: int) -> Iterator[tuple[ReadDate, int]]:
    return zip(readings, [*(reading.start for reading in readings[1:]), end], strict=False)


def _stands_alone(line: str, reading: ReadDate) -> bool:
    """True where a date without a label is no part of a sentence, of a caption or of a heading."""
    before, after = line[: reading.start], line[reading.end :]
    letters = sum(character.isalpha() for character in before + after)
    if letters > MAX_OTHER_WORDS or PREPOSITION.search(before) or (line.endswith((".", "!", "?")) and letters > 20):
        return False
    return len(SEPARATOR.split(before)[-1].split()) <= MAX_BYLINE
