"""A draft -> the words that report, as they stand ("has repeatedly said"), their lemma and class, and the day that stands beside them."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from spacy.tokens import Token

from transforms.grammar.cues import find_cue
from transforms.grammar.passage import Range
from transforms.quotes.draft import Draft
from transforms.records import TimeMention

HELPERS = frozenset({"aux", "auxpass", "neg"})
CARRIED_BY = {"according": "to", "words": "of"}  # "according to", "in the words of"
FARTHEST_TIME = 120  # characters between the cue and the day it was uttered on


def find_cue_range(draft: Draft) -> Range | None:
    """Characters of the cue with its helping verbs before and its particle or preposition behind; None for a colon."""
    if draft.cue is None:
        return None
    first = last = draft.cue.i
    for token in draft.cue.lefts:
        if token.dep_ in HELPERS and all(_helps(between, draft.cue) for between in draft.cue.doc[token.i : draft.cue.i]):
            first = min(first, token.i)
    behind = CARRIED_BY[draft.cue.lower_] if draft.construction == "according" else draft.introduced_by
    if any(token.dep_ == "prt" or token.lower_ == behind for token in draft.cue.doc[last + 1 : last + 2]):
        last += 1
    return draft.passage.characters(first, last)


def _helps(token: Token, verb: Token) -> bool:
    return token.head.i == verb.i and token.dep_ in HELPERS | {"advmod"}


def name_lemma(draft: Draft) -> str | None:
    """The dictionary form of the cue: `say`, `call for`, `according to`; None where no word reports."""
    if draft.cue is None:
        return None
    lemma = f"{draft.cue.lower_} {CARRIED_BY[draft.cue.lower_]}" if draft.construction == "according" else draft.cue.lemma_.lower()
    return f"{lemma} {draft.introduced_by}".strip()


def name_class(draft: Draft) -> str | None:
    """The class of the cue; "according to" and a colon are neutral, a quotation without a cue has none."""
    if draft.construction in {"according", "headline"}:
        return "neutral"
    entry = None if draft.cue is None else find_cue(draft.cue, "as" if draft.construction == "as" else "")
    return None if entry is None else entry.cue_class


def find_time(draft: Draft, times: Sequence[TimeMention]) -> TimeMention | None:
    """The time mention nearest to the cue in its sentence, outside what is said: "on Sunday", "in a statement on Thursday".

    times: those of the text that the draft is of, in order.
    """
    if draft.cue is None:
        return None
    passage = draft.passage
    low, high = passage.characters(draft.cue.sent.start, draft.cue.sent.end - 1)
    cue = passage.characters(draft.cue.i, draft.cue.i)[0]
    first = bisect_left(times, max(low, cue - FARTHEST_TIME), key=attrgetter("char_start"))
    last = bisect_left(times, min(high, cue + FARTHEST_TIME), key=attrgetter("char_start"))
    near = [time for time in times[first:last] if time.char_end <= high and not draft.touches(time.char_start, time.char_end)]
    return min(near, key=lambda time: abs(time.char_start - cue), default=None)
