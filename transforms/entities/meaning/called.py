"""A name in a text that is not parsed -> whether a noun that only people are called stands beside
it: "Sprecherin Xenia Lund", "le porte-parole du club, Lin Bao", "Xenia Lund, ancienne ministre".
"""

import re
from collections.abc import Callable

WORD = re.compile(r"[^\W\d_][\w’'-]*")
LONGEST_ROLE = 80  # characters before a comma and a name
CLAUSE = re.compile(r"[.,:;!?()«»“”„\"\n]")
AGE = re.compile(r"\s\(\d{1,2}\)")
BEHIND = re.compile(r"(?:\s\([^()\n]{1,20}\))?,\s(?=[^\W\d_])")
MOST_BEHIND = 3  # words from the comma to the role: "der frühere Leiter"


def is_called(text: str, start: int, end: int, is_person_noun: Callable[[str], bool]) -> bool:
    """Whether the name at a place is called so, or has an age behind it."""
    if AGE.match(text, end) or _is_behind(text, end, is_person_noun):
        return True
    before = text[max(0, start - LONGEST_ROLE) : start]
    if before.endswith(", "):
        return any(is_person_noun(word) for word in WORD.findall(_leave_clause(before[:-2])))
    words = WORD.findall(before)
    return (
        before.endswith(" ")
        and bool(words)
        and before.rstrip().endswith(words[-1])
        and is_person_noun(words[-1])
    )


def _leave_clause(before: str) -> str:
    """The words behind the last mark."""
    return CLAUSE.split(before)[-1]


def _is_behind(text: str, end: int, is_person_noun: Callable[[str], bool]) -> bool:
    comma = BEHIND.match(text, end)
    if comma is None:
        return False
    clause = CLAUSE.split(text[comma.end() : comma.end() + LONGEST_ROLE], maxsplit=1)[0]
    return any(is_person_noun(word) for word in WORD.findall(clause)[:MOST_BEHIND])
