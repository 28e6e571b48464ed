"""What a rule is: a name, a pattern, and how its match is read against the day on which the article
was written.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from transforms.times.calendar import Period

Direction = Literal["past", "present", "future"]
WordCue = Literal["month", "weekday", "year", "unit", "day_word", "season", "holiday"]
UnitCue = Literal["quarter", "weekend", "decade", "then", "ahead"]
Cue = WordCue | UnitCue


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression is read against.

    on: the day of writing. direction: where the verb of its clause points, None where it points
    nowhere or nobody parsed it.
    previous: the period named last before it in its paragraph. compares_figures: whether the text
    may be about sums and their changes
    ("profit fell 4%"), so that "a year earlier" means the same quarter of the year before.
    """

    on: date
    direction: Direction | None = None
    previous: Period | None = None
    compares_figures: bool = True


Read = Callable[[re.Match[str], Anchor], Period | None]
ReadAlone = Callable[[re.Match[str]], Period | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`read` gives None where the words leave the days open. asks_tense: whether the direction of
    the verb matters to it.

    cue: the kind of word that every match holds; a text without one need not be searched.
    """

    name: str
    cue: Cue
    pattern: re.Pattern[str]
    read: Read
    needs_anchor: bool = True
    asks_tense: bool = False


def make_rules(
    name: str, cue: Cue, read: Read, *patterns: str, asks_tense: bool = False
) -> tuple[Rule, ...]:
    """One rule in several wordings, read against the day of writing."""
    return tuple(
        Rule(name, cue, compile_pattern(pattern), read, asks_tense=asks_tense)
        for pattern in patterns
    )


def make_absolute_rules(name: str, cue: Cue, read: ReadAlone, *patterns: str) -> tuple[Rule, ...]:
    """One rule in several wordings that says the same on whatever day it was written."""
    return tuple(
        Rule(name, cue, compile_pattern(pattern), lambda match, _: read(match), needs_anchor=False)
        for pattern in patterns
    )


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The pattern, verbose (a space is \\s), from where a word begins to where one ends; never a
    part of a number or a sum of money.
    """
    return re.compile(rf"(?<![\w$€£#]) (?<!\d[.,/-]) (?:{pattern}) (?!\w)", re.VERBOSE)
