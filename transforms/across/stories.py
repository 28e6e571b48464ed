"""Members with their pairs -> stories: events of articles, storylines of events; each member with
how well it fits.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from transforms.across.engine import Scores, split_large
from transforms.across.engine import link_on_average as link
from transforms.across.events import (
    EVENT_DAYS,
    EVENT_SCORE,
    LARGEST,
    STEP,
    STORYLINE_DAYS,
    STORYLINE_SCORE,
    Described,
    demand_of_events,
    score_all,
)
from transforms.across.twins import Look, Pairs, add_twins, drop_twins, find_twins, list_crowded
from transforms.keys import make_key


@dataclass(frozen=True, slots=True)
class Level:
    """How members are grouped. threshold: average score. fading: days. demand: what two groups ask
    of each other besides.
    """

    threshold: float
    fading: float
    demand: Callable[[Scores], Scores] | None = None


EVENT = Level(EVENT_SCORE, EVENT_DAYS, demand_of_events)
STORYLINE = Level(STORYLINE_SCORE, STORYLINE_DAYS)


@dataclass(frozen=True, slots=True)
class Group:
    """Members that belong together, sorted, with the average score of each with the others."""

    members: tuple[str, ...]
    scores: tuple[float, ...]


def group_events(
    members: Sequence[str],
    pairs: Pairs,
    describe: Callable[[Sequence[str]], Mapping[str, Described]],
) -> list[Group]:
    """The events of articles; describe: articles -> their vectors and days."""
    return group_members(members, pairs, describe, EVENT)


def group_storylines(
    members: Sequence[str],
    pairs: Pairs,
    describe: Callable[[Sequence[str]], Mapping[str, Described]],
) -> list[Group]:
    """The storylines of events, those of one event too."""
    return group_members(members, pairs, describe, STORYLINE)


def group_members(
    members: Sequence[str],
    pairs: Pairs,
    describe: Callable[[Sequence[str]], Mapping[str, Described]],
    level: Level,
) -> list[Group]:
    """Components of the pairs at the threshold, each grouped by average link."""
    crowded = describe(list_crowded(pairs, LARGEST))
    twins = find_twins(pairs, {member: look_at(own) for member, own in crowded.items()})
    groups = group_different(*drop_twins(members, pairs, twins), describe, level)
    return [Group(*add_twins(group.members, group.scores, twins)) for group in groups]


def look_at(described: Described) -> Look:
    vector = described.vector
    return Look((vector.terms.tobytes(), vector.weights.tobytes()), described.days)


def group_different(
    members: Sequence[str],
    pairs: Pairs,
    describe: Callable[[Sequence[str]], Mapping[str, Described]],
    level: Level,
) -> list[Group]:
    """The groups of members of which none is there twice in a crowd."""
    paired = sorted({member for one, other, _ in pairs for member in (one, other)})
    alone = sorted(set(members) - set(paired))
    groups = [Group((member,), (1.0,)) for member in alone]
    pieces = split_large(paired, pairs, level.threshold, STEP, LARGEST)
    described = describe([member for piece in pieces if len(piece) > 1 for member in piece])
    for piece in pieces:
        groups.extend(group_piece(piece, described, level))
    return groups


def group_piece(
    piece: Sequence[str], described: Mapping[str, Described], level: Level
) -> list[Group]:
    if len(piece) == 1:
        return [Group(tuple(piece), (1.0,))]
    scores = score_all(
        [described[member].vector for member in piece],
        [described[member].days for member in piece],
        level.fading,
    )
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, group in enumerate(link(scores, level.threshold, level.demand)):
        places[group].append(place)
    return [
        Group(tuple(piece[place] for place in own), average_scores(scores, own))
        for own in places.values()
    ]


def average_scores(scores: Scores, places: Sequence[int]) -> tuple[float, ...]:
    """The average score of each member with the other members."""
    if len(places) == 1:
        return (1.0,)
    inner = scores[np.ix_(places, places)]
    sums = inner.sum(axis=1) - np.diag(inner)
    return tuple(round(float(total) / (len(places) - 1), 4) for total in sums)


def make_event_id(articles: Sequence[str]) -> str:
    return make_key("story", "event", min(articles))


def make_storyline_id(articles: Sequence[str]) -> str:
    return make_key("story", "storyline", min(articles))
