"""The lines of an extracted text -> those that a reader would call the article, and each line left out with the rule that took it.

Rules look at the head (repeated title, byline, date), at the foot (further links, promotion, contact) and at lines that are the same on
any page (share, subscribe, advertisement). Each has a name that stays; docs/cleaning.md explains them.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from transforms.clean.extract import Line
from transforms.records import DroppedLine

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules know besides the lines."""

    titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


def apply_rules(lines: Sequence[Line], facts: Facts) -> tuple[list[Line], list[DroppedLine]]:
    """The lines kept and those dropped, both in order of the page."""
    rules: dict[int, str] = {}
    for name, find in RULES:
        remaining = [at for at in range(len(lines)) if at not in rules]
        for found in find([lines[at] for at in remaining], facts):
            rules[remaining[found]] = name
    kept = [line for at, line in enumerate(lines) if at not in rules]
    return kept, [DroppedLine(lines[at].text, rules[at]) for at in sorted(rules)]


def _repeated_titles(lines: Sequence[Line], facts: Facts) -> list[int]:
    titles = {_words(title) for title in facts.titles}
    return [at for at, line in enumerate(lines[:6]) if _words(line.text) in titles]


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))


RULES: tuple[tuple[str, Callable[[Sequence[Line], Facts], list[int]]], ...] = (("repeated_title", _repeated_titles),)
