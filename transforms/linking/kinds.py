"""Referents -> the same referents, each of the kind that people, or by far the most articles, give its name."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from transforms.linking.cluster import DOMINANT
from transforms.records import EntityKind, Referent
from transforms.world.words import fold

Kinds = Mapping[tuple[EntityKind, str], EntityKind]


def settle_kinds(referents: Sequence[Referent], corrected: Kinds) -> list[Referent]:
    """corrected: (kind, folded name) -> kind, as people want it; it has the last word."""
    voted = vote(referents)
    return [settle(referent, corrected, voted) for referent in referents]


def vote(referents: Sequence[Referent]) -> dict[str, EntityKind]:
    """Names of several words -> the kind that `DOMINANT` times as many articles give them as any other.

    Lone words are left out: "Jordan" is a place and a person.
    """
    votes: defaultdict[str, Counter[EntityKind]] = defaultdict(Counter)
    for referent in referents:
        if " " in referent.name:
            votes[fold(referent.name)][referent.kind] += 1
    return {name: first for name, kinds in votes.items() if (first := find_winner(kinds))}


def find_winner(kinds: Counter[EntityKind]) -> EntityKind | None:
    if len(kinds) == 1:
        return None
    (first, most), (_, next_most), *_ = kinds.most_common()
    return first if most >= DOMINANT * next_most else None


def settle(referent: Referent, corrected: Kinds, voted: Mapping[str, EntityKind]) -> Referent:
    name = fold(referent.name)
    kind = voted.get(name, referent.kind)
    kind = corrected.get((kind, name), kind)
    return referent if kind == referent.kind else replace(referent, kind=kind)
