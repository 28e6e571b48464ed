"""A sentence in a script without capitals -> who speaks in it, before the particle of a topic:
田村氏は「…」と, 이 후보는 "…"고. Never a name that is looked up: nothing shows where it begins.
"""

import re

from transforms.grammar.passage import Range
from transforms.quotes.marked.subject import Subject
from transforms.quotes.marked.words import SaidWords

STOP = re.compile(r"[。」』\n]|[.!?…][\"”]?\s")  # behind which another sentence begins
LONGEST_LEAD = 160  # characters between a topic and what is said


def read_topic(text: str, opens: int, start: int, words: SaidWords) -> Subject | None:
    """The only one who speaks or is spoken of before what is said at `start`, in its sentence."""
    begin = max([opens, start - LONGEST_LEAD, *_list_stops(text, (opens, start))])
    found = list(words.topical.finditer(text, begin, start))
    if len(found) != 1:
        return None
    if found[0]["he"]:
        return Subject(found[0].span("he"), "pronoun")
    return Subject(found[0].span("who"), "role")


def _list_stops(text: str, place: Range) -> list[int]:
    return [stop.end() for stop in STOP.finditer(text, *place)]
