"""The visible lines round a headline -> the dates that a reader finds there, apart: of publication,
and of later changes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from transforms.clean.dates.labels import is_only_a_label, meanings_of
from transforms.clean.dates.read import ReadDate, has_date, read_dates
from transforms.world.languages import words_of
from transforms.world.phrases import join_phrases

LINES_AFTER_HEADLINE, LINES_BEFORE_HEADLINE, LINES_BEFORE_PARAGRAPH = 40, 8, 20
LINES_JUST_ABOVE = 2  # the headline
LONG_LINE = 170  # characters: a paragraph of the article, not of its head
PARAGRAPHS_OF_HEAD = 3  # the standfirst, a caption, a notice
MAX_LINE = 200  # characters of a line with a date, label and byline
MAX_LETTERS = 60  # beside an unlabelled date: byline, section, reading time
CLOCK_AND_ZONE = 32  # characters that belong to the date before them
# before it: "Tue. 3 March 2021." is a date, "It sank on 3 March 2021." is a sentence
MAX_LETTERS_BEFORE_STOP = 12
# words before a date without a mark that separates them: "By Jane Doe, 3 March 2021"
MAX_BYLINE = 5
SEPARATOR = re.compile(r"[|·•—–/:]")
GLUE = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])|(?<=[a-zß-ÿ]{3})(?=\d)")
DASH = re.compile(r"\s?(?:-|–|—|to|bis)\s?")  # between the two dates of a period
# "Open day: ", "Concert: Friday, ": up to the date
LABEL = re.compile(r"([^\W\d_][^|·•—–/:]{1,40}?)\s?:\s*(?:[^\W\d_]{2,12}\.?,?\s)?$")
FROM_DAY = re.compile(r"\d\.?\s?[–-]\s?$")  # "3 - 7 May 2021": before the date with the year


@cache
def _byline_on() -> re.Pattern[str]:
    """ "Von Ann Lee am"."""
    by, on = join_phrases(words_of("authors", "by")), join_phrases(words_of("dates", "on"))
    return re.compile(rf"\s*{by}\s.{{2,40}}\s{on}\s*$", re.IGNORECASE)


@cache
def _within() -> re.Pattern[str]:
    """ "He spoke on 3 March 2021": the date is a part of a sentence."""
    return re.compile(rf"\b{join_phrases(words_of('dates', 'within'))}\s*$", re.IGNORECASE)


@cache
def _told_on() -> re.Pattern[str]:
    """ "The concert is on 3 March 2021"; not "Jane Doe on 3 March 2021"."""
    on = join_phrases(words_of("dates", "on"))
    return re.compile(rf"(?:^|\s)[a-zà-ÿ]+\s{on}\s*$")


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"\b{join_phrases(words_of('authors', 'by'))}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class VisibleDate:
    """A date that stands by the headline. text: the piece of the line from its label to its clock.

    is_close: below the headline or just above it; further above, today's date may stand in the head
    of the page.
    """

    text: str
    meaning: Literal["published", "modified"] | None
    is_close: bool = True


def find_visible_dates(
    lines: Sequence[str], headline_at: int | None, language: str | None = None
) -> list[VisibleDate]:
    """Dates of the lines below the headline, nearest first, then of those just above it.

    headline_at: None where it is not known; then the lines before and after the first paragraph are
    the head.
    """
    below = _find_below(lines, headline_at)
    return [
        replace(visible, is_close=at >= below - LINES_JUST_ABOVE - 1)
        for at in find_places(lines, headline_at)
        for visible in _dates_of_line(lines[at], lines[at - 1] if at else "", language)
    ]


def find_places(lines: Sequence[str], headline_at: int | None) -> list[int]:
    """Where the lines stand that may have the page's date, in the order in which they are asked."""
    head = [*_head_of(lines, _find_below(lines, headline_at))]
    if headline_at is None:
        return head
    return [*head, *range(headline_at - 1, max(-1, headline_at - 1 - LINES_BEFORE_HEADLINE), -1)]


def _find_below(lines: Sequence[str], headline_at: int | None) -> int:
    return _guess_head(lines) if headline_at is None else headline_at + 1


def find_labelled_dates(lines: Sequence[str], language: str | None = None) -> list[VisibleDate]:
    """Dates labelled as those of publication, wherever they stand: all of them if they are one day,
    none if they are several.
    """
    pairs = zip(lines, ["", *lines], strict=False)
    visible = [
        shown
        for line, above in pairs
        for shown in _dates_of_line(line, above, language)
        if shown.meaning == "published"
    ]
    days = {
        reading.earliest for shown in visible for reading in read_dates(shown.text, language)[:1]
    }
    return visible if len(days) == 1 else []


def _guess_head(lines: Sequence[str]) -> int:
    first_paragraph = next((at for at, line in enumerate(lines) if len(line) > LONG_LINE), 0)
    return max(0, first_paragraph - LINES_BEFORE_PARAGRAPH)


def _head_of(lines: Sequence[str], start: int) -> Iterator[int]:
    """The places of the lines between headline and text: they end at the third paragraph."""
    paragraphs = 0
    for at in range(start, min(len(lines), start + LINES_AFTER_HEADLINE)):
        paragraphs += len(lines[at]) > LONG_LINE
        if paragraphs >= PARAGRAPHS_OF_HEAD:
            return
        yield at


def _dates_of_line(line: str, line_above: str, language: str | None) -> Iterator[VisibleDate]:
    """The dates of a line that may be the page's. What stands before a date says what it is, or
    else the label on the line above.
    """
    if len(line) > MAX_LINE or not has_date(line):
        return
    line, previous_end = unglue(line), 0
    readings = read_dates(line, language)
    for reading, next_start in zip(
        readings, [*(other.start for other in readings[1:]), len(line)], strict=False
    ):
        before, after = line[previous_end : reading.start], line[reading.end : next_start]
        meanings = meanings_of(before)
        if not meanings and previous_end == 0 and is_only_a_label(line_above):
            meanings = meanings_of(line_above)
        has_partner = (previous_end > 0 and DASH.fullmatch(before)) or (
            next_start < len(line) and DASH.fullmatch(after)
        )
        text = (before + line[reading.start : reading.end] + after[:CLOCK_AND_ZONE]).strip(
            " |·•—–-,"
        )
        previous_end = reading.end
        if has_partner or FROM_DAY.search(before):
            continue
        if "published" in meanings[-1:]:
            yield VisibleDate(text, "published")
        elif "modified" in meanings[-1:]:
            yield VisibleDate(text, "modified")
        elif not meanings and _stands_alone(line, reading):
            yield VisibleDate(text, None)


def unglue(line: str) -> str:
    """Words that only the page's style kept apart: "By Jane DoeMay 7, 2025", "Updated20:49, 5 Aug
    2024".
    """
    return GLUE.sub(" ", line)


def _is_within(before: str) -> bool:
    """Whether what stands before a date makes it a part of a sentence."""
    if _within().search(before):
        return not _byline_on().match(before)
    return _told_on().search(before) is not None and not _by().search(before)


def _is_labelled(before: str) -> bool:
    """Whether a label stands before a date of which no list says that it is of publication: "Open
    day: 4 July 2019", "Portes ouvertes : ". Who wrote may stand there, too, or where: "Jane Doe: ".
    """
    label = LABEL.search(before)
    if label is None or _by().search(before):
        return False
    words = label[1].split()
    return len(words) > 1 and not all(word[0].isupper() for word in words)


def _stands_alone(line: str, reading: ReadDate) -> bool:
    """True where a date without a label is no part of a sentence, of a caption or of a heading."""
    before, after = line[: reading.start], line[reading.end :]
    letters_before, letters_after = (sum(map(str.isalpha, part)) for part in (before, after))
    if letters_before + letters_after > MAX_LETTERS or _is_within(before):
        return False
    if _is_labelled(before):
        return False
    if line.endswith((".", "!", "?")) and letters_before > MAX_LETTERS_BEFORE_STOP:
        return False
    return len(SEPARATOR.split(before)[-1].split()) <= MAX_BYLINE
