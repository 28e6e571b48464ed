"""Articles that tell one event, and events of one storyline: likeness of words, the less the more
days lie between.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from transforms.across.engine import Scores
from transforms.across.vectors import Vector, measure_all

# days after which likeness counts for 1/e; average score of one event
EVENT_DAYS, EVENT_SCORE = 5.0, 0.1
# two groups of reports in which the tighter is at least so alike are two events, unless they are
# alike by this share of that; what is alike beyond the last asks for no more
TIGHT, SHARE_OF_TIGHT, TIGHTEST = 0.3, 0.6, 0.45
STORYLINE_DAYS, STORYLINE_SCORE = 300.0, 0.12
UNKNOWN_DAY = 0.55  # likeness counts for so much where the day of one article is not known
# members of a component that are grouped at once; by how much the threshold rises where there are
# more
LARGEST, STEP = 300, 0.03

Days = tuple[int, int] | None  # first and last day on which it may have been, as ordinals


@dataclass(frozen=True, slots=True)
class Described:
    """What is compared: an article, or an event."""

    vector: Vector
    days: Days


def fade(one: Days, other: Days, days: float) -> float:
    """The factor for the days between: 1 on the same day."""
    if one is None or other is None:
        return UNKNOWN_DAY
    return exp(-max(0, one[0] - other[1], other[0] - one[1]) / days)


def score_event(likeness: float, one_days: Days, other_days: Days) -> float:
    """How much two articles of such likeness tell the same event, 0 to 1: from the two alone."""
    return round(likeness * fade(one_days, other_days, EVENT_DAYS), 6)


def demand_of_events(tightness: Scores) -> Scores:
    """The average score that two groups of reports must have to be one event, by how tight the
    tighter is.
    """
    demand: Scores = np.where(
        tightness >= TIGHT, SHARE_OF_TIGHT * np.minimum(tightness, TIGHTEST), 0.0
    )
    return demand


def score_storyline(likeness: float, one_days: Days, other_days: Days) -> float:
    """How much two events belong to one storyline, 0 to 1."""
    return round(likeness * fade(one_days, other_days, STORYLINE_DAYS), 6)


def score_all(vectors: Sequence[Vector], days: Sequence[Days], fading: float) -> Scores:
    """The scores of all pairs."""
    factors = np.array([[fade(one, other, fading) for other in days] for one in days])
    scores: Scores = np.round(measure_all(vectors) * factors, 6)
    return scores
