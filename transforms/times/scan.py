"""Text -> the expressions of time in it, each with the rule that reads it."""

import re
from dataclasses import dataclass

from transforms.times import absolute, nearby, relative
from transforms.times.nearby import HOLIDAY
from transforms.times.rule import Cue, Rule
from transforms.times.words import FULL_MONTH, SEASON, SHORT_MONTHS, UNITS, WEEKDAY, either_case

RULES = (*absolute.RULES, *nearby.RULES, *relative.RULES)
CUES: dict[Cue, re.Pattern[str]] = {
    "month": re.compile(f"{FULL_MONTH}|{either_case(SHORT_MONTHS)}"),
    "weekday": re.compile(WEEKDAY),
    "year": re.compile(
        r"\d{4}|\d0s|\d(?:st|th)\s[Cc]|(?i:(?:eighteen|nineteen|twenty)\s|two\sthousand)"
    ),
    "unit": re.compile(
        "|".join(
            form for unit in (*UNITS, "period", "fortnight") for form in (unit, unit.capitalize())
        )
    ),
    "day_word": re.compile(
        r"(?i:today|tonight|yesterday|tomorrow|night|this\s(?:morning|afternoon|evening))"
    ),
    "season": re.compile(SEASON),
    "holiday": re.compile(HOLIDAY),
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
    cues = {cue for cue, pattern in CUES.items() if pattern.search(text)}
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
