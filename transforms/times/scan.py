"""Text -> the expressions of time in it, each with the rule that reads it."""

import re
from dataclasses import dataclass

from transforms.times import absolute, nearby, relative
from transforms.times.calendar import SEASON_STARTS
from transforms.times.nearby import HOLIDAY
from transforms.times.rule import Cue, Rule, UnitCue, WordCue
from transforms.times.words import (
    FULL_MONTH,
    SHORT_MONTH,
    UNITS,
    WEEKDAY,
    WORDS,
    any_case,
)

RULES = (*absolute.RULES, *nearby.RULES, *relative.RULES)
# a pattern whose alternatives begin with a letter each is looked for some times as fast as others
CUES: tuple[tuple[WordCue, re.Pattern[str]], ...] = (
    ("month", re.compile(f"{FULL_MONTH}|{SHORT_MONTH}")),
    ("weekday", re.compile(WEEKDAY)),
    ("year", re.compile(r"\d(?:\d{3}|0s|(?:st|th)\s[Cc])")),
    ("year", re.compile(rf"(?:{any_case(('eighteen', 'nineteen', 'twenty'))})\s")),
    ("year", re.compile(r"(?:two|Two|TWO)\s[Tt](?:housand|HOUSAND)")),
    (
        "unit",
        re.compile(
            "|".join(
                form
                for unit in (*UNITS, "period", "fortnight")
                for form in (unit, unit.capitalize())
            )
        ),
    ),
    (
        "day_word",
        re.compile(
            any_case(tuple({day.split()[-1]: 0 for day in (*WORDS.days, *WORDS.days_alone)}))
        ),
    ),
    ("season", re.compile(any_case(tuple(SEASON_STARTS)))),
    ("holiday", re.compile(HOLIDAY)),
)
ANY_UNIT = f"(?:{'|'.join((*UNITS, 'fortnight'))})"
# of texts with a unit: "quarter", "weeks ago", "a year earlier", "days from now", "a week's time"
UNIT_CUES: dict[UnitCue, re.Pattern[str]] = {
    "quarter": re.compile(any_case(("quarter", "period"))),
    "weekend": re.compile(any_case(("weekend",))),
    "decade": re.compile(any_case(("decade",))),
    "then": re.compile(
        rf"(?i:{ANY_UNIT}s?[\s-](?:ago|previously|{'|'.join((*WORDS.earlier, *WORDS.later))}))"
    ),
    "ahead": re.compile(rf"(?i:{ANY_UNIT}s?(?:\sfrom\s(?:now|today)|['’]s?\stime))"),
}


@dataclass(frozen=True, slots=True)
class Hit:
    rule: Rule
    match: re.Match[str]

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()


def scan(text: str) -> list[Hit]:
    """The expressions in order, never overlapping: where several rules match, the one that begins
    first, then the longest.
    """
    cues = find_cues(text)
    hits = [
        Hit(rule, match)
        for rule in RULES
        if rule.cue in cues
        for match in rule.pattern.finditer(text)
    ]
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def find_cues(text: str) -> set[Cue]:
    """The kinds of words by which expressions are known that stand in a text."""
    cues: set[Cue] = {cue for cue, pattern in CUES if pattern.search(text)}
    if "unit" in cues:
        cues.update(cue for cue, pattern in UNIT_CUES.items() if pattern.search(text))
    return cues
