"""A line of a page -> whether it begins with a clock or a weekday, as what stands in a programme, in
opening hours or over the entries of a live blog does.
"""

import re

from transforms.world.calendar import find_weekday

FIGURES = r"\d{1,2}[.:h]\d\d\b"  # "17.40", "9h05"
CLOCK = rf"(?:{FIGURES}|\d{{1,2}}\s?[ap]\.?m\b)"  # and "9 am"
CLOCK_FIRST = re.compile(rf"\W{{0,3}}{CLOCK}", re.IGNORECASE)
# "17.15 Uhr", which stands over an entry of a live blog
CLOCK_ALONE = re.compile(rf"\W{{0,3}}{CLOCK}\W{{0,3}}(?:Uhr|h|[ap]\.?m)?\W{{0,3}}", re.IGNORECASE)
CLOCKS = re.compile(rf"(?:\W{{0,3}}{FIGURES}){{1,20}}\W{{0,3}}")  # "6:12", "6:12 | 6:42"
STAMP = re.compile(rf"\W{{0,3}}{FIGURES}.{{0,6}}")
FIRST_WORD = re.compile(r"\W{0,3}([^\W\d_]+)")


def opens_with_clock(line: str) -> bool:
    """ "17.15 The garden", "9 am: soup"."""
    return CLOCK_FIRST.match(line) is not None


def is_clock(line: str) -> bool:
    """ "17.15 Uhr", "9:05 am", "9 am"."""
    return CLOCK_ALONE.fullmatch(line) is not None


def is_clocks(line: str) -> bool:
    """ "6:12", "6:12 | 6:42"."""
    return CLOCKS.fullmatch(line) is not None


def is_stamp(line: str) -> bool:
    """A clock and a few signs more: "17.15 Uhr", "21:40 CEST"."""
    return STAMP.fullmatch(line) is not None


def opens_with_weekday(line: str) -> bool:
    """ "Mon: soup", "Segunda a sexta: 18h30"."""
    first = FIRST_WORD.match(line)
    return first is not None and find_weekday(first[1]) is not None
