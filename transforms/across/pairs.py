"""Two articles -> how they are related: copy, excerpt, rewrite, translation, the same event, or not
at all. From the two alone.
"""

from dataclasses import dataclass, replace
from typing import Literal

from transforms.across.copies import Overlap, is_another_issue, relate_texts
from transforms.across.events import EVENT_SCORE, Days, score_event
from transforms.across.names import Names, agree, is_told_alike

KEPT_LIKENESS = 0.08  # below it two articles have nothing to do with each other
# likeness at which one article tells the other in other words, sentence by sentence
TOLD_ANEW = 0.55
DRAWS_ON = 0.35  # likeness at which shared passages are the other's, not a formula's
NEAR_DAYS = 30  # an article told anew appears within so many days

Relation = Literal["exact", "near_dup", "rewrite", "excerpt", "translation", "same_event"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is known of two articles. likeness: of their words, 0 to 1. event_score: likeness less
    what the days between take from it.
    """

    likeness: float
    event_score: float
    relation: Relation | None = None
    score: float = 0.0
    method: str = "likeness"


def weigh_pair(
    likeness: float, one_days: Days, other_days: Days, overlap: Overlap | None
) -> Weighed:
    """The relation of two articles of such likeness. overlap: None where they share no words to
    speak of.
    """
    event_score = score_event(likeness, one_days, other_days)
    if (
        overlap
        and (relation := relate_texts(overlap))
        and (relation != "rewrite" or likeness >= DRAWS_ON)
    ):
        return Weighed(likeness, event_score, relation, overlap.containment, "words")
    if (
        overlap
        and likeness >= TOLD_ANEW
        and not is_another_issue(overlap)
        and are_near(one_days, other_days)
    ):
        return Weighed(likeness, event_score, "rewrite", likeness)
    if event_score >= EVENT_SCORE:
        return Weighed(likeness, event_score, "same_event", event_score)
    return Weighed(likeness, event_score)


def is_to_be_confirmed(weighed: Weighed) -> bool:
    """Whether two articles are alike enough to be one told anew, as far as their words go."""
    return weighed.relation == "rewrite" and weighed.method == "likeness"


def confirm_rewrite(one: Names, other: Names, weighed: Weighed) -> Weighed:
    """The same where one article tells the other anew, in the order of it; else two reports."""
    if is_told_alike(one, other):
        return weighed
    is_event = weighed.event_score >= EVENT_SCORE
    return replace(
        weighed,
        relation="same_event" if is_event else None,
        score=weighed.event_score if is_event else 0.0,
    )


def weigh_translation(one: Names, other: Names, weighed: Weighed) -> Weighed:
    """The same where two articles in two languages are one text, by their names: no relation that
    rests on words comes first.
    """
    if weighed.relation not in (None, "same_event") or not (agreement := agree(one, other)):
        return weighed
    method = f"names: {agreement.shared} of {agreement.of}"
    return replace(weighed, relation="translation", score=agreement.score, method=method)


def are_alike(weighed: Weighed) -> bool:
    """Whether two articles have something to do with each other, by their words."""
    return weighed.likeness >= KEPT_LIKENESS


def needs_words(likeness: float, shared_keys: int) -> bool:
    """Whether the texts themselves have to be compared."""
    return shared_keys > 1 or likeness >= TOLD_ANEW


def are_near(one: Days, other: Days) -> bool:
    return one is None or other is None or max(one[0] - other[1], other[0] - one[1]) <= NEAR_DAYS
