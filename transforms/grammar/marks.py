"""Text of one paragraph in, the stretches that stand between quotation marks out; a mark that is
never closed swallows nothing.

Linear in the text: one pass over the marks, each looked at with its neighbours.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from transforms.world.languages import words_of
from transforms.world.phrases import join_phrases

PAIRS = words_of("speech", "marks")
# mark -> those that close it: „low“ and »reversed« too; a mistyped ”opens” as well
CLOSED_BY = {
    opening: frozenset(pair[1] for pair in PAIRS if pair[0] == opening)
    for opening in dict.fromkeys(pair[0] for pair in PAIRS)
}
DOUBLE_MARKS = frozenset("".join(PAIRS))
# each double mark; two single ones in a row count as one straight mark
DOUBLE_MARK = re.compile(rf"[{''.join(sorted(DOUBLE_MARKS))}]|''|``|‘‘|’’")
SINGLE_MARK = re.compile(r"(?<!['`‘’])[‘’'](?!['`‘’])")  # 'straight' or ‘curly’, apostrophes too
AFTER_NAME = join_phrases(words_of("speech", "after_name"))
BEFORE_NAME = join_phrases(words_of("speech", "before_name"))
ATTRIBUTED = re.compile(  # the comma of ", Anna Berg said" and of ", said the mayor"
    rf"""[,?!] (?= \s (?: (?: (?:[A-Z][\w.'’-]*[ ]){{1,4}} | (?:he|she|they)[ ] ) {AFTER_NAME}\b
                      | {BEFORE_NAME}[ ] (?:[A-Z]|the[ ]) ) )""",
    re.VERBOSE,
)
SPEECH = re.compile(rf"\b{AFTER_NAME}\b")  # "said"
FEWEST_BEHIND = 4  # words behind a quotation within another
CURLY_AND_STRAIGHT = frozenset('“”"')  # often mixed up
OPENS_AFTER = frozenset("([{—–-/:,")  # what may stand before an opening mark, beside a space
LONGEST_SINGLE = 400  # characters; a single mark is an apostrophe far more often
DEEPEST = 4  # marks within marks
LONGEST_DOUBLED = 600  # characters between two opening marks of one quotation


@dataclass(frozen=True, slots=True)
class Stretch:
    """Quoted characters: `start` and `end` include the marks, the inner ones do not; `open_end`: no
    mark closes it.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    single: bool = False
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    end: int
    character: str
    free_before: bool  # stands where a quotation may begin
    free_after: bool  # stands where one may end
    after_word: bool  # no space before it


def find_stretches(text: str, *, is_inside: bool = False) -> list[Stretch]:
    """Outermost quoted stretches in order, never overlapping: double marks first, single ones in
    what is left over.

    is_inside: the text begins within a quotation that was opened before it.
    """
    double = [*(_close_before(text) if is_inside else ()), *_pair_double(text)]
    return sorted([*double, *_pair_single(text, double)], key=lambda stretch: stretch.start)


def _close_before(text: str) -> Iterator[Stretch]:
    """What stands before the first double mark, where that mark only closes."""
    match = DOUBLE_MARK.search(text)
    mark = None if match is None else _read_mark(text, match)
    if mark is not None and _only_closes(mark):
        yield Stretch(0, mark.end, 0, mark.start)


def begins_inside(text: str) -> bool:
    """Whether the first double mark of a text only closes what was opened before it."""
    return any(_close_before(text))


def _read_mark(text: str, match: re.Match[str]) -> Mark:
    start, end = match.span()
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return Mark(
        start,
        end,
        match.group() if end - start == 1 else '"',
        free_before=(not before or before.isspace() or before in OPENS_AFTER)
        and bool(after)
        and not after.isspace(),
        free_after=not after or not after.isalnum(),
        after_word=bool(before) and not before.isspace(),
    )


def _pair_double(text: str) -> list[Stretch]:
    """Pairs of double marks. What stands inside another pair is dropped, unless that one is never
    closed.
    """
    opened: list[Mark] = []
    closed: list[Stretch] = []
    for match in DOUBLE_MARK.finditer(text):
        mark = _read_mark(text, match)
        if (depth := _closed_depth(opened, mark)) is not None:
            start = opened[depth]
            del opened[depth:]
            while closed and closed[-1].start > start.start:
                closed.pop()
            closed.append(Stretch(start.start, mark.end, start.end, mark.start))
        elif _opens(opened, mark):
            opened.append(mark)
    if _holds_all(text, opened, closed):
        end = len(text.rstrip())
        return [Stretch(opened[0].start, end, opened[0].end, end, open_end=True)]
    closed = _widen(text, opened, closed)
    return [*closed, *_run_on(text, opened, closed)]


def _closed_depth(opened: list[Mark], mark: Mark) -> int | None:
    """Which of the open marks `mark` closes: the innermost of its kind; a mistyped one that can
    only close, the innermost.
    """
    if not opened or not _may_close(mark):
        return None
    depths = range(len(opened) - 1, max(-1, len(opened) - 1 - DEEPEST), -1)
    own = next(
        (depth for depth in depths if mark.character in CLOSED_BY[opened[depth].character]), None
    )
    mistyped = (
        mark.character in CURLY_AND_STRAIGHT
        and opened[-1].character in CURLY_AND_STRAIGHT
        and _only_closes(mark)
    )
    return len(opened) - 1 if own is None and mistyped else own


def _may_close(mark: Mark) -> bool:
    """Whether a quotation may end with a mark; a ” behind a word ends one, though the next word is
    glued to it: “No,”said Lind.
    """
    is_glued = mark.character == "”" and mark.after_word
    return is_glued or mark.free_after or not mark.free_before


def _only_closes(mark: Mark) -> bool:
    return mark.free_after and not mark.free_before and mark.after_word


def _opens(opened: list[Mark], mark: Mark) -> bool:
    """Whether the mark opens: “, „ and « unless they can only close, the others where a quotation
    may begin.
    """
    if mark.character in "“„«":
        return not _only_closes(mark)
    return (
        mark.free_before
        if mark.character in "”»"
        else mark.free_before or not (opened or _only_closes(mark))
    )


def _holds_all(text: str, opened: list[Mark], closed: list[Stretch]) -> bool:
    """Whether the mark that opens a paragraph is closed in a later one, and marks of its own kind
    stand within: “The bridge was not “a bridge of choice.” It was needed.
    """
    if len(opened) != 1 or not closed or text[: opened[0].start].strip():
        return False
    is_within = all(_follows_word(text, stretch.start) for stretch in closed)
    goes_on = text[closed[-1].end :].strip()
    if not is_within or len(goes_on.split()) < FEWEST_BEHIND:
        return False
    return SPEECH.search(text[: closed[0].start]) is None and SPEECH.search(goes_on) is None


def _widen(text: str, opened: list[Mark], closed: list[Stretch]) -> list[Stretch]:
    """A mark that was set twice (“They want it. He is not ready “and will not come,” she said):
    from the first one on.

    The second stands in the middle of a sentence, and the end is an end of speech: a comma, or the
    paragraph's.
    """
    starts, end = [stretch.start for stretch in closed], len(text.rstrip())
    for mark in opened:
        number = bisect_right(starts, mark.start)
        if (
            number == len(closed)
            or text[closed[number].start] != mark.character
            or not _begins_sentence(text, mark.start)
        ):
            continue
        inner = closed[number]
        ends = text[inner.inner_end - 1] == "," or inner.end == end
        if (
            mark.start < inner.start <= mark.start + LONGEST_DOUBLED
            and ends
            and _follows_word(text, inner.start)
        ):
            closed[number] = replace(inner, start=mark.start, inner_start=mark.end)
    return closed


def _run_on(text: str, opened: list[Mark], closed: list[Stretch]) -> Iterator[Stretch]:
    """The rest of the paragraph behind a mark that nothing closes, where a sentence begins with it:
    the quotation runs on.

    An attribution ends it: “The harbour is closed, Anna Berg said.

    Only the last such mark, and only behind the last stretch: one that was forgotten earlier
    swallows nothing.
    """
    begins = (
        mark
        for mark in reversed(opened[-DEEPEST:])
        if _begins_sentence(text, mark.start) or _begins_speech(text, mark)
    )
    mark = next(begins, None)
    if mark is not None and not (closed and closed[-1].end > mark.start):
        attributed = ATTRIBUTED.search(text, mark.end)
        end = len(text.rstrip()) if attributed is None else attributed.end()
        yield Stretch(mark.start, end, mark.end, end, open_end=True)


def _follows_word(text: str, start: int) -> bool:
    return text[start - 1 : start].isspace() and text[start - 2 : start - 1].isalnum()


def _begins_sentence(text: str, start: int) -> bool:
    while start and text[start - 1].isspace():
        start -= 1
    return not start or text[start - 1] in ".!?:"


def _begins_speech(text: str, mark: Mark) -> bool:
    """Whether a capital follows a mark behind a comma: the coach said, “We ..."""
    return text[: mark.start].rstrip().endswith(",") and text[mark.end : mark.end + 1].isupper()


def _pair_single(text: str, double: list[Stretch]) -> Iterator[Stretch]:
    """Pairs of single marks outside the double ones. An apostrophe inside a word is no mark; after
    a plural's s it may be one.
    """
    opened: Mark | None = None
    following = iter(double)
    stretch = next(following, None)
    for match in SINGLE_MARK.finditer(text):
        mark = _read_mark(text, match)
        while stretch and stretch.end <= mark.start:
            opened, stretch = None, next(following, None)
        if stretch and stretch.start <= mark.start:
            opened = None
        elif mark.free_before and mark.character != "’" and not mark.free_after:
            opened = mark
        elif opened and mark.free_after and _is_end(text, mark):
            if mark.start - opened.end <= LONGEST_SINGLE:
                yield Stretch(opened.start, mark.end, opened.end, mark.start, single=True)
            opened = None


def _is_end(text: str, mark: Mark) -> bool:
    """Whether a single mark after a letter closes: not in "the allies' plan", where a word follows
    a plural's s.
    """
    return text[mark.start - 1] != "s" or not text[mark.end : mark.end + 2].strip().isalpha()
