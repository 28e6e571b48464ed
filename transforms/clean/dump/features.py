"""The lines of a dump -> a row of numbers for each: what it looks like, what stands around it,
where it stands in its page.

No number names a language or an outlet; the few words that count are the lists [dump] of the
languages. "Prose" is a line of PROSE_WIDTH columns or more with a sentence end. The "main block" is
the stretch of lines with the most prose and the fewest short lines in it.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from statistics import median

import numpy as np
from numpy.typing import NDArray

from transforms.clean.dump.marks import KINDS, MARKS, MarkedLine, OwnMark

Column = NDArray[np.float64]

PROSE_WIDTH = 80  # columns; a letter of Chinese, Japanese or Korean takes two
SHORT_WIDTH = 60
MAX_PROSE = 600.0  # columns of one line that count for the main block
SHORT_COST = 60.0  # columns of prose that a line in between takes from the main block
FAR = 40  # lines
SMALL_WORD = 3  # letters
OPENING = 8  # lines of prose that say what a story is about
REACHES = (2, 5, 10)  # lines to either side
NEAR = (-2, -1, 1, 2)
NEIGHBOUR_MARKS: tuple[OwnMark, ...] = ("ends_sentence", "furniture_share", "capitals", "digits")
# kinds of words that open a part of a page
SIGNPOSTS = tuple(kind for kind in KINDS if kind not in ("account", "menu", "media"))


def describe_lines(lines: Sequence[MarkedLine]) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """The names of the columns, and one row a line. There is at least one line."""
    words = [line.words for line in lines]
    marks = np.array([line.marks for line in lines], dtype=np.float64)
    own: dict[str, Column] = dict(zip(MARKS, marks.T, strict=True))
    is_prose = (own["width"] >= PROSE_WIDTH) & ((own["stops"] > 0) | (own["ends_sentence"] > 0))
    start, end = find_main_block(own["width"], is_prose)
    columns = {
        **own,
        **_page(own["width"], is_prose),
        **_surroundings(own, is_prose),
        **_place(is_prose, start, end),
        **_repetition([line.text for line in lines]),
        **_vocabulary(words, is_prose, start, end),
        **_signposts(own),
        **_wording(np.array([line.wording for line in lines], dtype=np.float64)),
    }
    columns["width"] = np.log1p(own["width"])
    columns["relative_width"] = own["width"] / (columns["page_prose_width"] + 1)
    return tuple(columns), np.column_stack(list(columns.values()))


def find_main_block(width: Column, is_prose: NDArray[np.bool_]) -> tuple[int, int]:
    """First line, and line after the last, of the stretch with the greatest sum (Kadane's
    algorithm); (0, 0) where there is no prose.
    """
    gains = np.where(is_prose, np.minimum(width, MAX_PROSE), -SHORT_COST).tolist()
    best, block = 0.0, (0, 0)
    total, start = 0.0, 0
    for at, gain in enumerate(gains):
        if total <= 0:
            total, start = 0.0, at
        total += gain
        if total > best:
            best, block = total, (start, at + 1)
    return block


def _page(width: Column, is_prose: NDArray[np.bool_]) -> dict[str, Column]:
    """What holds for the whole page, and where in it the line stands."""
    count = len(width)
    prose = np.where(is_prose, width, 0.0)
    total = max(1.0, float(prose.sum()))
    before = np.cumsum(prose) - prose
    at = np.arange(count, dtype=np.float64)
    typical = median(width[is_prose].tolist()) if is_prose.any() else 0.0
    whole = {
        "page_lines": np.log1p(count),
        "page_prose": np.log1p(total),
        "page_prose_lines": is_prose.sum(),
        "page_prose_share": total / width.sum(),
        "page_prose_width": typical,
    }
    return {name: np.full(count, float(figure)) for name, figure in whole.items()} | {
        "place": at / count,
        "from_top": np.log1p(at),
        "from_bottom": np.log1p(count - 1 - at),
        "prose_before": before / total,
        "prose_before_columns": np.log1p(before),
        "prose_after_columns": np.log1p(np.maximum(0.0, total - before - prose)),
    }


def _surroundings(own: dict[str, Column], is_prose: NDArray[np.bool_]) -> dict[str, Column]:
    """The neighbours one by one, and sums over the lines within reach."""
    columns = {f"width{by:+}": np.log1p(_shift(own["width"], by, 0.0)) for by in (-3, *NEAR, 3)}
    columns |= {
        f"{name}{by:+}": _shift(own[name], by, -1.0) for name in NEIGHBOUR_MARKS for by in NEAR
    }
    prose = np.where(is_prose, own["width"], 0.0)
    short_date = (own["date"] > 0) & (own["width"] < SHORT_WIDTH)
    turns = np.append(False, is_prose[1:] != is_prose[:-1])
    furniture = (own["furniture"] > 0).astype(np.float64)
    summed = np.stack([np.ones(len(prose)), prose, own["width"], furniture])
    for reach in REACHES:
        lines, prose_around, width_around, furniture_around = _sum_around(summed, reach)
        columns |= {
            f"prose_within{reach}": np.log1p(prose_around),
            f"prose_share_within{reach}": prose_around / width_around,
            f"width_within{reach}": np.log1p(width_around / lines),
            f"furniture_within{reach}": furniture_around / lines,
            f"prose_above{reach}": np.log1p(_sum_above(prose, reach)),
            f"prose_below{reach}": np.log1p(_sum_above(prose[::-1], reach)[::-1]),
        }
    columns["dates_within10"] = _sum_around(short_date.astype(np.float64), 10)
    columns["turns_within5"] = _sum_around(turns.astype(np.float64), 5)
    columns["dates_above"] = np.minimum(20.0, np.cumsum(short_date & (np.cumsum(is_prose) > 0)))
    return columns


def _place(is_prose: NDArray[np.bool_], start: int, end: int) -> dict[str, Column]:
    """Where the line stands as seen from the main block, the first prose and the nearest prose."""
    at = np.arange(len(is_prose))
    prose_at = np.flatnonzero(is_prose)
    first = int(prose_at[0]) if len(prose_at) else 0
    return {
        "in_block": ((at >= start) & (at < end)).astype(np.float64),
        "from_block_start": np.clip(at - start, -FAR, FAR).astype(np.float64),
        "from_block_end": np.clip(at - end, -FAR, FAR).astype(np.float64),
        "block_share": np.full(len(at), float(is_prose[start:end].sum() / max(1, len(prose_at)))),
        "from_first_prose": np.clip(at - first, -FAR, FAR).astype(np.float64),
        "since_prose": _since(is_prose),
        "to_prose": _since(is_prose[::-1])[::-1],
    }


def _repetition(lines: Sequence[str]) -> dict[str, Column]:
    """How many lines are the same, or begin in the same way; and whether one of them stands
    above.
    """
    folded = [line.casefold() for line in lines]
    copies, beginnings = Counter(folded), Counter(line[:12] for line in folded)
    first = {line: at for at, line in reversed(list(enumerate(folded)))}
    return {
        "copies": np.array([min(5, copies[line]) for line in folded], dtype=np.float64),
        "beginnings": np.array(
            [min(9, beginnings[line[:12]]) for line in folded], dtype=np.float64
        ),
        "copy_above": np.array(
            [first[line] < at for at, line in enumerate(folded)], dtype=np.float64
        ),
    }


def _vocabulary(
    words: Sequence[Sequence[str]], is_prose: NDArray[np.bool_], start: int, end: int
) -> dict[str, Column]:
    """Shares of the line's words that are the topic of the main block: its long words but for those
    of a third of its lines.
    """
    long_words = list(map(_long_words, words))
    block = [set(long_words[at]) for at in range(start, end) if is_prose[at]]
    lines_with = Counter(chain.from_iterable(block))
    topic = {word for word, count in lines_with.items() if count < max(2, 0.3 * len(block))}
    counts = np.array([len(line) for line in words])
    return {
        "topic": _count_in(topic, long_words) / np.maximum(1, counts),
        "topic_within3": _topic_around(long_words, block[:OPENING]),
    }


def _long_words(line: Sequence[str]) -> list[str]:
    return [word for word in line if len(word) > SMALL_WORD]


def _count_in(known: set[str], lines: Sequence[Sequence[str]]) -> Column:
    """How many of each line's words are known."""
    return np.array([sum(map(known.__contains__, line)) for line in lines], dtype=np.float64)


def _used_again(lines: Sequence[set[str]]) -> set[str]:
    """The words that stand in two of the lines at least."""
    return {word for word, count in Counter(chain.from_iterable(lines)).items() if count > 1}


def _topic_around(lines: Sequence[Sequence[str]], opening: Sequence[set[str]]) -> Column:
    """Of the long words within three lines, the share that the opening of the main block uses at
    least twice: the next story's are not.
    """
    used = _count_in(_used_again(opening), lines)
    counts = np.array([len(line) for line in lines], dtype=np.float64)
    used_around, all_around = _sum_around(np.stack([used, counts]), 3)
    return np.asarray(used_around / np.maximum(1.0, all_around))


def _signposts(own: dict[str, Column]) -> dict[str, Column]:
    """How far above stands a short line with a word of each kind ("Leave a reply"), and how many of
    them stand above.
    """
    is_short = own["width"] < SHORT_WIDTH
    columns = {}
    for kind in SIGNPOSTS:
        is_sign = is_short & (own[kind] > 0)
        columns[f"since_{kind}"] = _since(is_sign)
        columns[f"{kind}_above"] = np.minimum(20.0, np.cumsum(is_sign) - is_sign)
    return columns


def _wording(wording: Column) -> dict[str, Column]:
    """What the words say of the line, of its neighbours, and of the lines within five."""
    return {
        "wording": wording,
        "wording-1": _shift(wording, -1, 0.0),
        "wording+1": _shift(wording, 1, 0.0),
        "wording_within5": _sum_around(wording, 5) / _sum_around(np.ones(len(wording)), 5),
    }


def _shift(column: Column, by: int, missing: float) -> Column:
    """The column of the lines `by` further down."""
    moved = np.full(len(column), missing)
    if abs(by) < len(column):
        moved[max(0, -by) : len(column) - max(0, by)] = column[
            max(0, by) : len(column) - max(0, -by)
        ]
    return moved


def _sum_around(columns: Column, reach: int) -> Column:
    """The sums over the lines within reach, of one column or of several, one a row."""
    *rest, count = columns.shape
    total = np.zeros((*rest, count + 1))
    columns.cumsum(axis=-1, out=total[..., 1:])
    at = np.arange(count)
    below, above = np.minimum(count, at + reach + 1), np.maximum(0, at - reach)
    return np.asarray(total[..., below] - total[..., above])


def _sum_above(column: Column, reach: int) -> Column:
    total = np.concatenate([[0.0], np.cumsum(column)])
    at = np.arange(len(column))
    return np.asarray(total[at] - total[np.maximum(0, at - reach)])


def _since(is_sign: NDArray[np.bool_]) -> Column:
    """Lines since the last one above that is a sign; FAR where there is none that near."""
    at = np.arange(len(is_sign))
    last = np.maximum.accumulate(np.where(is_sign, at, -FAR - 1))
    above = np.concatenate([[-FAR - 1], last[:-1]])
    return np.asarray(np.minimum(FAR, at - above), dtype=np.float64)
