"""A draft -> the words that report, as they stand ("has repeatedly said"), their lemma and class,
and the day that stands beside them.
"""

import calendar
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from operator import attrgetter

from transforms.grammar.cues import find_cue
from transforms.grammar.media import name_medium
from transforms.grammar.owner import UTTERANCES
from transforms.grammar.passage import Passage, Range
from transforms.grammar.tokens import Token
from transforms.quotes.draft import Draft
from transforms.records import Published, TimeMention
from transforms.world.words import read_labels

HELPERS = frozenset({"aux", "auxpass", "neg"})
CARRIED_BY = {"according": "to", "words": "of"}  # "according to", "in the words of"
LONGEST_IN_CAPITALS = 4  # characters: "JULY"; "FRIDAY" is a name's, as in "BLACK FRIDAY"
MOST_LINKS = 5  # from a time to the verb that it belongs to
TOPICS = frozenset({"of", "about", "over", "since"})
LINKED_NOUNS = read_labels("nouns_of_times")
WEEKDAYS = tuple(calendar.day_name)
FARTHEST_TIME = 120  # characters between the cue and the day it was uttered on


def find_cue_range(draft: Draft) -> Range | None:
    """Characters of the cue with its helping verbs before and its particle or preposition behind;
    None for a colon.
    """
    if draft.cue is None:
        return None
    first = last = draft.cue.i
    for token in draft.cue.lefts:
        if token.dep_ in HELPERS and all(
            _helps(between, draft.cue) for between in draft.cue.doc[token.i : draft.cue.i]
        ):
            first = min(first, token.i)
    behind = (
        CARRIED_BY[draft.cue.lower_] if draft.construction == "according" else draft.introduced_by
    )
    if any(
        token.dep_ == "prt" or token.lower_ == behind
        for token in draft.cue.doc[last + 1 : last + 2]
    ):
        last += 1
    return draft.passage.characters(first, last)


def _helps(token: Token, verb: Token) -> bool:
    return token.head.i == verb.i and token.dep_ in HELPERS | {"advmod"}


def name_lemma(draft: Draft) -> str | None:
    """The dictionary form of the cue: `say`, `call for`, `according to`; None where no word
    reports.
    """
    if draft.cue is None:
        return None
    lemma = (
        f"{draft.cue.lower_} {CARRIED_BY[draft.cue.lower_]}"
        if draft.construction == "according"
        else draft.cue.lemma_.lower()
    )
    return f"{lemma} {draft.introduced_by}".strip()


def name_class(draft: Draft) -> str | None:
    """The class of the cue; "according to" and a colon are neutral, a quotation without a cue has
    none.
    """
    if draft.construction in {"according", "headline"}:
        return "neutral"
    entry = (
        None
        if draft.cue is None
        else find_cue(draft.cue, "as" if draft.construction == "as" else "")
    )
    return None if entry is None else entry.cue_class


def _tells(passage: Passage, cue: Token, time: TimeMention) -> bool:
    """Whether a time says when the cue was: no part of a name in capitals, and not the day of
    something else ("the raid on Friday").
    """
    if time.text.isupper() and len(time.text) > LONGEST_IN_CAPITALS:
        return False
    token = passage.paragraph.doc[passage.token_at(time.char_start - passage.paragraph.char_start)]
    for _ in range(MOST_LINKS):
        if token.head.i == cue.i or _dates_noun(token, cue):
            break
        token = token.head
    return not _dates_noun(token, cue)


def _dates_noun(token: Token, cue: Token) -> bool:
    """Whether a phrase says when something was that a noun names, other than what somebody issued
    ("in a statement on Friday").
    """
    noun = token.head
    if token.dep_ == "relcl" and token.i < cue.i:
        return True  # "Lind, who waved her anonymity in September, said"
    if token.dep_ != "prep" or noun.pos_ != "NOUN" or noun.dep_ not in LINKED_NOUNS:
        return False
    # "said at a rally on Friday"
    is_occasion = (
        noun.dep_ == "pobj" and noun.head.head.i == cue.i and noun.head.lower_ not in TOPICS
    )
    return not is_occasion and name_medium(noun) is None and noun.lemma_.lower() not in UTTERANCES


def find_day(time: TimeMention | None, published: Published) -> date | None:
    """The day that a time mention tells, None where it tells none, or one after the page.

    Of a page that states no day a weekday is the first one after the earliest day that it can be
    of, as long as the page can be so late.
    """
    if time is None:
        return None
    is_open = time.date_from is None and published.source == "inferred"
    day = _next_weekday(time, published) if is_open else time.date_from
    if day is None or (not is_open and day != time.date_to):
        return None
    return None if _comes_after(day, time, published) else day


def _comes_after(day: date, time: TimeMention, published: Published) -> bool:
    """Whether a day is later than the page; a weekday may be the next one, where the page states
    its own by another clock.
    """
    if published.on is None:
        return published.latest is not None and day > published.latest
    slack = 1 if time.text in WEEKDAYS else 0
    return day > published.on + timedelta(days=slack)


def _next_weekday(time: TimeMention, published: Published) -> date | None:
    if time.text not in WEEKDAYS or published.earliest is None:
        return None
    days = WEEKDAYS.index(time.text) - published.earliest.weekday()
    return published.earliest + timedelta(days=days % 7)


def find_time(draft: Draft, times: Sequence[TimeMention]) -> TimeMention | None:
    """The time mention nearest to the cue in its sentence, outside what is said: "on Sunday", "in a
    statement on Thursday".

    times: those of the text that the draft is of, in order.
    """
    if draft.cue is None:
        return None
    passage = draft.passage
    low, high = passage.characters(draft.cue.sent.start, draft.cue.sent.end - 1)
    cue = passage.characters(draft.cue.i, draft.cue.i)[0]
    first = bisect_left(times, max(low, cue - FARTHEST_TIME), key=attrgetter("char_start"))
    last = bisect_left(times, min(high, cue + FARTHEST_TIME), key=attrgetter("char_start"))
    near = [
        time
        for time in times[first:last]
        if time.char_end <= high
        and not draft.touches(time.char_start, time.char_end)
        and _tells(passage, draft.cue, time)
    ]
    return min(near, key=lambda time: abs(time.char_start - cue), default=None)
