"""Two names and their kind -> how sure it is that they name the same thing, by the rules of that
kind.
"""

from transforms.linking.organisation import score_bodies
from transforms.linking.place import score_places
from transforms.linking.same_person import score_people
from transforms.records import EntityKind
from transforms.world.words import fold

SCORES = {"person": score_people, "organisation": score_bodies, "place": score_places}


def score_pair(name_a: str, name_b: str, kind: EntityKind | None) -> float:
    """0 to 1, the same in both directions. kind None: the two are not known to be of one kind; then
    only one form is one thing.
    """
    if kind is None:
        return 0.5 if fold(name_a) == fold(name_b) else 0.0
    return SCORES[kind](name_a, name_b)
