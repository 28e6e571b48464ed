"""How many articles give a name each kind -> the kind that each referent of the name is settled to
be of.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import get_args

from transforms.linking.cluster import DOMINANT
from transforms.records import EntityKind, Referent
from transforms.world.words import fold

Kinds = Mapping[tuple[EntityKind, str], EntityKind]
# the kind that an article gives a name -> the kind that it is
Settled = dict[EntityKind, EntityKind]


def vote(referents: Iterable[Referent]) -> Mapping[str, Counter[EntityKind]]:
    """Folded names -> in how many articles each kind stands."""
    votes: defaultdict[str, Counter[EntityKind]] = defaultdict(Counter)
    for referent in referents:
        votes[fold(referent.name)][referent.kind] += 1
    return votes


def settle_kinds(name: str, votes: Mapping[EntityKind, int], corrected: Kinds) -> Settled:
    """Of a folded name. corrected: (kind, folded name) -> kind, as people want it; it has the last
    word.

    A name of several words is what `DOMINANT` times as many articles say as say anything else;
    "Jordan" is a place and a person.
    """
    winner = find_winner(votes) if " " in name else None
    voted: Settled = {kind: winner or kind for kind in get_args(EntityKind)}
    return {kind: corrected.get((found, name), found) for kind, found in voted.items()}


def find_winner(votes: Mapping[EntityKind, int]) -> EntityKind | None:
    """The kind that far more articles give than any other."""
    ranked = sorted(votes, key=lambda kind: (-votes[kind], kind))
    others = [votes[kind] for kind in ranked[1:]]
    return ranked[0] if others and votes[ranked[0]] >= DOMINANT * others[0] else None
