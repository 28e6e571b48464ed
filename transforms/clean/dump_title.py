"""The lines of a dump, and which of them are its article -> the line that is its headline."""

from collections.abc import Sequence

from transforms.clean.dump_features import PROSE_WIDTH
from transforms.clean.dump_marks import CLOCK, DATE, count_furniture, read_words
from transforms.clean.dump_rules import find_rule, is_crumbs

LINES_ABOVE = 40  # how far above the article a headline may stand
MIN_WORDS, MAX_WORDS = 2, 40
MIN_COLUMNS, MAX_COLUMNS = 10, 220
ENOUGH = 1.0


def find_title_at(lines: Sequence[str], kept: Sequence[bool]) -> int | None:
    """The index of the headline: the line above the article whose words the article uses most; None where no line is like one."""
    first = next((at for at, keep in enumerate(kept) if keep and len(lines[at]) >= PROSE_WIDTH), None)
    if first is None:
        return None
    article = {word for line, keep in zip(lines, kept, strict=True) if keep for word in read_words(line) if len(word) > 3}
    article |= set(read_words(lines[first]))
    scores = {at: _score(lines, at, first, article) for at in range(max(0, first - LINES_ABOVE), first)}
    best = max(scores, key=lambda at: scores[at], default=None)
    return best if best is not None and scores[best] >= ENOUGH else None


def _score(lines: Sequence[str], at: int, first: int, article: set[str]) -> float:
    line = lines[at]
    words = read_words(line)
    if not MIN_COLUMNS <= len(line) <= MAX_COLUMNS or not MIN_WORDS <= len(words) <= MAX_WORDS or find_rule(line) or is_crumbs(line):
        return 0.0
    telling = [word for word in words if len(word) > 3] or words
    shared = sum(word in article for word in telling) / len(telling)
    return (
        2.0 * shared
        + 0.5 * (len(words) >= 5)
        + 0.5 * (lines.count(line) > 1)
        + 0.3 * (line not in lines[:at])
        - 0.02 * (first - at)
        - 0.5 * line.endswith(".")
        - 0.5 * (DATE.search(line) is not None or CLOCK.search(line) is not None)
        - 1.0 * sum(count_furniture(line, words, False)) / len(words)
    )
