"""The lines of a dump, or the blocks of a page, and the article -> which are the article's, and
what a mistake in each costs.
"""

import re
from collections.abc import Sequence

WORD = re.compile(r"\w+")
LONG = 7  # words: a line as long as that is told by itself, a shorter one by what stands beside it
GRAM = 4
REACH = 2  # lines: how near a neighbour of the article must be
ROUNDS = 30
HEAVIEST, LIGHTEST = 0.5, 0.002  # what one line weighs, as a share of its article
SMALLEST_ARTICLE = 40  # words


def label_lines(lines: Sequence[str], article: str) -> list[bool]:
    """True for each line of the article. A line that stands in the dump more often than in the
    article counts where its neighbours do.
    """
    texts = [" ".join(WORD.findall(line.lower())) for line in lines]
    gold = f" {' '.join(WORD.findall(article.lower()))} "
    paragraphs = {" ".join(WORD.findall(line.lower())) for line in article.split("\n")}
    grams = _grams(gold.split())
    kept = [_is_told_by_itself(text.split(), grams) for text in texts]
    _keep_what_goes_on(texts, kept, gold)
    _keep_paragraphs(texts, kept, paragraphs)
    return _without_copies(texts, kept, gold)


def _keep_what_goes_on(texts: Sequence[str], kept: list[bool], gold: str) -> None:
    """Mark short lines that go on from kept ones as the article does, round by round."""
    for _ in range(ROUNDS):
        asked = (at for at, text in enumerate(texts) if not kept[at] and _is_short(text))
        found = [at for at in asked if _goes_on(texts, kept, at, gold)]
        if not found:
            return
        for at in found:
            kept[at] = True


def _keep_paragraphs(texts: Sequence[str], kept: list[bool], paragraphs: set[str]) -> None:
    """Mark short lines that are a paragraph of the article and stand near what is kept."""
    for at, text in enumerate(texts):
        if not kept[at] and _is_short(text) and text.count(" ") >= 2 and text in paragraphs:
            kept[at] = any(kept[max(0, at - REACH) : at + REACH + 1])


def _grams(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + GRAM]) for at in range(len(words) - GRAM + 1)}


def _is_short(text: str) -> bool:
    return bool(text) and text.count(" ") + 1 < LONG


def _is_told_by_itself(words: Sequence[str], grams: set[tuple[str, ...]]) -> bool:
    """True for a long line of which half or more stands in the article."""
    if len(words) < LONG:
        return False
    own = _grams(words)
    return 2 * len(own & grams) >= len(own)


def _goes_on(texts: Sequence[str], kept: Sequence[bool], at: int, gold: str) -> bool:
    """True where the article has the line just after the end, or just before the beginning, of a
    line that is kept.
    """
    above = (
        f" {_end_of(texts[other])} {texts[at]} "
        for other in range(max(0, at - REACH), at)
        if kept[other]
    )
    below = (
        f" {texts[at]} {_beginning_of(texts[other])} "
        for other in range(at + 1, min(len(texts), at + 1 + REACH))
        if kept[other]
    )
    return any(joint in gold for joint in (*above, *below))


def _end_of(text: str) -> str:
    return " ".join(text.split()[-3:])


def _beginning_of(text: str) -> str:
    return " ".join(text.split()[:3])


def _without_copies(texts: Sequence[str], kept: Sequence[bool], gold: str) -> list[bool]:
    """Of the copies of one line, as many as the article has stay: those with most of the article
    around them.
    """
    final = list(kept)
    places: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        if kept[at] and text.count(" ") >= 3:
            places.setdefault(text, []).append(at)
    for text, copies in places.items():
        wanted = max(1, gold.count(f" {text} "))
        copies.sort(
            key=lambda at: sum(kept[max(0, at - 4) : at + 5]) + 2 * _goes_on(texts, kept, at, gold)
        )
        for at in copies[: max(0, len(copies) - wanted)]:
            final[at] = False
    return final


def weigh_lines(lines: Sequence[str], labels: Sequence[bool]) -> list[float]:
    """What a mistake in each line costs: its words as a share of the article's, within limits."""
    words = [len(line.split()) for line in lines]
    article = max(
        SMALLEST_ARTICLE, sum(count for count, label in zip(words, labels, strict=True) if label)
    )
    return [min(HEAVIEST, count / article) + LIGHTEST for count in words]
