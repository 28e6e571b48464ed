"""The lines of a dump, and which of them are its article -> the line that is its headline."""

from collections.abc import Mapping, Sequence

from transforms.clean.dump.features import PROSE_WIDTH
from transforms.clean.dump.marks import (
    BULLETS,
    CLOCK,
    DATE,
    MarkedLine,
    count_furniture,
    ends_sentence,
    is_paragraph,
)
from transforms.clean.dump.rules import find_rule, is_crumbs
from weights import read_weights

LINES_ABOVE = 60  # how far above the article a headline may stand
MAX_WORDS, MAX_COLUMNS = 40, 220
OPENING = 6  # lines that say what an article is about
NEAR = 4  # lines: where a byline follows a headline
ENOUGH = -3.0  # log odds: below, more answers are wrong than right
CONSTANT = 1.0  # the mark of every line
DOUBT = 1.0  # log odds that a line loses if it passes for the article's


def _read_weights() -> Mapping[str, float]:
    """Logistic regression over the marks of a candidate, made by `python -m
    training.dump_titles`.
    """
    weights: dict[str, float] = read_weights("titles", "weights.json")
    return weights


WEIGHTS = _read_weights()


def find_title_at(lines: Sequence[MarkedLine], kept: Sequence[bool]) -> int | None:
    """The index of the headline, None where no line is enough like one. `kept`: which lines pass
    for the article's; a headline may too.
    """
    candidates = describe_candidates(lines, kept)
    scores = {
        at: sum(WEIGHTS[name] * mark for name, mark in marks.items()) - (DOUBT if kept[at] else 0)
        for at, marks in candidates
    }
    best = max(scores, key=lambda at: scores[at], default=None)
    return best if best is not None and scores[best] >= ENOUGH else None


def describe_candidates(
    marked: Sequence[MarkedLine], kept: Sequence[bool]
) -> list[tuple[int, dict[str, float]]]:
    """The lines that may be a headline, from LINES_ABOVE above the article's first prose down to
    it, each with its marks.
    """
    lines = [line.text for line in marked]
    prose = [at for at, keep in enumerate(kept) if keep and len(lines[at]) >= PROSE_WIDTH]
    if not prose:
        return []
    first = next((at for at in prose if ends_sentence(lines[at])), prose[0])
    told = [line.words for line, keep in zip(marked, kept, strict=True) if keep]
    topics = set[str]().union(*told), set[str]().union(*told[:OPENING])
    above = range(max(0, first - LINES_ABOVE), first + 1)
    found = [
        (at, _describe(lines, marked[at].words, at, first, topics))
        for at in above
        if _may_be_headline(marked[at], kept[at])
    ]
    most = max((marks["shared"] for _, marks in found), default=0.0)
    return [(at, marks | {"most_shared": float(marks["shared"] == most)}) for at, marks in found]


def _may_be_headline(marked: MarkedLine, is_kept: bool) -> bool:
    line = marked.text
    if len(line) > MAX_COLUMNS or not 2 <= len(line.split()) <= MAX_WORDS:
        return False
    if is_kept and (ends_sentence(line) or is_paragraph(marked)):
        return False
    return find_rule(line) is None and not is_crumbs(line)


def _describe(
    lines: Sequence[str],
    words: Sequence[str],
    at: int,
    first: int,
    topics: tuple[set[str], set[str]],
) -> dict[str, float]:
    """The marks of line `at`, which has `words`. topics: the words of the article and of its
    opening.
    """
    line, (article, opening) = lines[at], topics
    words = words or (line,)
    telling = [word for word in words if len(word) > 3] or words
    below = lines[at + 1 : at + 1 + NEAR]
    distance = first - at
    return {
        "constant": CONSTANT,
        "in_article": sum(word in article for word in telling) / len(telling),
        "in_opening": sum(word in opening for word in telling) / len(telling),
        "words": min(len(words), 12) / 12,
        "long": max(0, len(words) - 16) / 10,
        "one_above": float(distance == 1),
        "distance": min(distance, 20) / 20,
        "far": max(0, distance - 20) / 20,
        "is_first_prose": float(distance == 0),
        "copies": float(lines.count(line) > 1),
        "copy_above": float(line in lines[:at]),
        "sentence": float(line.endswith((".", "。"))),
        "any_end": float(ends_sentence(line)),
        "colon": float(line[-1] in ":："),
        "bullet": float(line[0] in BULLETS),
        "dated": float(DATE.search(line) is not None or CLOCK.search(line) is not None),
        "date_below": float(any(len(near) < PROSE_WIDTH and DATE.search(near) for near in below)),
        "longer_below": float(
            any(len(line) < len(near) <= MAX_COLUMNS for near in lines[at + 1 : at + 3])
        ),
        "longer_above": float(
            any(len(line) < len(near) <= MAX_COLUMNS for near in lines[max(0, at - 2) : at])
        ),
        "furniture": sum(count_furniture(line, words, False)) / len(words),
        "top": float(at == 0),
        "shared": min(6, len({word for word in telling if word in opening})) / 6,
        "like_above": _likeness(lines, at, at - 1),
        "like_below": _likeness(lines, at, at + 1),
        "short_above": float(bool(at) and len(lines[at - 1]) < 25),
        "prose_below": float(at + 1 < len(lines) and len(lines[at + 1]) >= PROSE_WIDTH),
    }


def _likeness(lines: Sequence[str], at: int, other: int) -> float:
    """1 for a neighbour of the same length, as in a list of links; 0 for none."""
    if not 0 <= other < len(lines):
        return 0.0
    return min(len(lines[at]), len(lines[other])) / max(len(lines[at]), len(lines[other]))
