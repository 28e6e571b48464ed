"""The markup of a page -> the dates that a reader sees: by the headline, in elements whose class
says "date", with a label anywhere.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from transforms.clean.dates.labels import is_only_a_label, meanings_of
from transforms.clean.dates.published import DateStatement
from transforms.clean.dates.read import has_date, read_dates
from transforms.clean.dates.visible import (
    LONG_LINE,
    VisibleDate,
    find_labelled_dates,
    find_places,
    find_visible_dates,
    unglue,
)
from transforms.clean.markup.markup import Dated, Marked, Markup, TimeTag
from transforms.world.web import pattern_of

SIGNS = re.compile(r"\W+")
OWN_MARKS = 12  # words of tag, class and id that are those of an element and of one or two round it
MAX_LETTERS = 60  # of a line with a date whose class says so: label and byline


def find_by_headline(markup: Markup, language: str | None) -> list[VisibleDate]:
    """The dates round the headline, but for those of teasers, menus and embedded posts."""
    apart = set(_find_inserts(markup))
    return find_visible_dates(
        ["" if line in apart else line for line in markup.lines], markup.headline_at, language
    )


def _find_inserts(markup: Markup) -> Iterator[str]:
    """The lines with a date whose elements belong to something else on the page; below a paragraph
    that may be a box of any kind.
    """
    places = find_places(markup.lines, markup.headline_at)
    dated = [at for at in places if has_date(markup.lines[at])]
    told = [(_fold(found.text), found) for found in markup.dated] if dated else []
    below = _find_text(markup)
    for at in dated:
        line = _fold(markup.lines[at])
        told_so = [found for text, found in told if line in text]
        if _is_insert(told_so, is_below=at > below):
            yield markup.lines[at]


def _find_text(markup: Markup) -> int:
    """Where the first paragraph below the headline is among the lines."""
    start = markup.headline_at or 0
    lines = enumerate(markup.lines[start:], start)
    return next((at for at, line in lines if len(line) > LONG_LINE), len(markup.lines))


def _is_insert(places: Iterable[Dated], *, is_below: bool) -> bool:
    """Whether a line stands in inserts only, wherever it stands on the page; below a paragraph, in
    boxes of any kind but those that a byline's class names.
    """
    kind = pattern_of("asides" if is_below else "inserts")
    marks = [place.marks for place in places]
    return bool(marks) and all(
        kind.search(each) and not (is_below and pattern_of("published").search(each))
        for each in marks
    )


def by_headline(
    markup: Markup,
    visible: Sequence[VisibleDate],
    meaning: str | None,
    *,
    close: bool | None = None,
) -> Iterator[DateStatement]:
    """The dates of a meaning; where `close` is said, only those that are close to the headline, or
    that are not.
    """
    label = f"{meaning} by the headline" if meaning else "by the headline"
    for shown in visible:
        if shown.meaning == meaning and close in (None, shown.is_close):
            yield from (
                DateStatement("visible", f"time tag {label}", moment)
                for moment in _moments(markup.times, shown)
            )
            yield DateStatement("visible", label, shown.text)


def ago_by_headline(markup: Markup, meaning: str) -> Iterator[DateStatement]:
    """What the <time> tags by the headline tell machines, where they tell readers "1 day ago"."""
    for time in markup.times:
        if (
            time.is_near
            and time.datetime
            and not has_date(time.text)
            and not pattern_of("inserts").search(time.context)
        ):
            is_change = "modified" in meanings_of(f"{_line_of(time, markup.lines)} {time.context}")
            if is_change == (meaning == "modified"):
                yield DateStatement("visible", "time tag by the headline", time.datetime)


def of_marked(markup: Markup) -> Iterator[DateStatement]:
    """Dates further from the headline, whose class says what they are: under the article, in a box
    beside it.
    """
    for time in markup.times:
        if pattern_of("published").search(time.context) and not _is_other(time.context, time.text):
            yield DateStatement("visible", "time tag", time.datetime or time.text)
    for marked in markup.marked:
        is_published = pattern_of("published").search(marked.marks) or (
            marked.value and pattern_of("dated").search(marked.marks)
        )
        if is_published and not _is_other(f"{marked.marks} {marked.within}", marked.text):
            yield from _wordings(marked)
    for dated in markup.dated:
        if (
            dated.is_below
            and pattern_of("published").search(dated.marks)
            and not _is_other(dated.marks, dated.text)
            and _is_short(dated)
        ):
            yield DateStatement("visible", "mark", unglue(dated.text))


def _wordings(marked: Marked) -> Iterator[DateStatement]:
    """What an element tells machines, then readers; day, month and year may stand in blocks of
    their own.
    """
    texts = (marked.value, unglue(marked.text), unglue(marked.text.replace(" | ", " ")))
    yield from (
        DateStatement("visible", marked.marks[:40], text) for text in dict.fromkeys(texts) if text
    )


def labelled(markup: Markup, language: str | None) -> Iterator[DateStatement]:
    """Dates labelled as those of publication, wherever they stand, if all of them are one day."""
    lines = [dated.text for dated in markup.dated if not _is_aside(dated.marks)]
    yield from (
        DateStatement("visible", "published", shown.text)
        for shown in find_labelled_dates(lines, language)
    )


def _is_date_mark(dated: Dated) -> bool:
    """Whether an element below the headline is marked as a date and says no more than one."""
    is_marked = bool(pattern_of("dated").search(_own_marks(dated))) and dated.is_below
    return is_marked and _is_short(dated) and not _is_other(dated.marks, dated.text)


def of_date_marks(markup: Markup, language: str | None) -> Iterator[DateStatement]:
    """Dates in elements whose class says no more than "date": if they all are one day, or else the
    first below the headline.
    """
    candidates = [dated for dated in markup.dated if _is_date_mark(dated)]
    days = {
        reading.earliest for dated in candidates for reading in read_dates(dated.text, language)
    }
    if len(days) == 1:
        yield from (
            DateStatement("visible", "date mark", unglue(dated.text)) for dated in candidates
        )


def _is_other(marks: str, text: str) -> bool:
    is_change = pattern_of("modified").search(marks) and not pattern_of("published").search(marks)
    return (
        _is_aside(marks) or bool(is_change) or bool({"modified", "other"} & set(meanings_of(text)))
    )


def _is_aside(marks: str) -> bool:
    return bool(pattern_of("asides").search(marks))


def _is_short(dated: Dated) -> bool:
    return sum(map(str.isalpha, dated.text)) <= MAX_LETTERS and not dated.text.endswith(
        (".", "!", "?")
    )


def _own_marks(dated: Dated) -> str:
    return " ".join(dated.marks.split()[:OWN_MARKS])


def _fold(line: str) -> str:
    return SIGNS.sub("", line).casefold()


def _line_of(time: TimeTag, lines: Sequence[str]) -> str:
    """The line of a <time> tag, with the label above it."""
    at = next((at for at, line in enumerate(lines) if time.text and time.text in line), None)
    if at is None:
        return ""
    return f"{lines[at - 1]} {lines[at]}" if at and is_only_a_label(lines[at - 1]) else lines[at]


def _moments(times: Sequence[TimeTag], shown: VisibleDate) -> Iterator[str]:
    """What the <time> tag says of a date that is shown; its clock is in UTC more often than the
    words are.
    """
    return (
        time.datetime for time in times if time.datetime and time.text and time.text in shown.text
    )
