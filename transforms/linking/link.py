"""The referents of all articles -> the entities that they are: a function of the whole set, whatever its order."""

from collections.abc import Iterable, Sequence

from transforms.linking.cluster import combine
from transforms.linking.corrections import apply_corrections, list_standing, retype_kinds
from transforms.linking.entities import make_linking
from transforms.linking.kinds import settle_kinds
from transforms.linking.locate import locate
from transforms.linking.node import make_nodes
from transforms.linking.organisations import cluster_organisations
from transforms.linking.own_list import apply_own_list
from transforms.linking.people import cluster_people
from transforms.linking.places import cluster_places
from transforms.linking.stories import Stories
from transforms.records import Correction, Linking, OwnEntity, Referent


def link(referents: Iterable[Referent], own_list: Sequence[OwnEntity] = (), corrections: Iterable[Correction] = ()) -> Linking:
    """Who is who. The user's list wins over the rules, and corrections over both.

    entity_id is a hash of the kind and the normalised name, never of a run. Cost grows about as fast as the number of distinct names.
    """
    standing = list_standing(corrections)
    settled = settle_kinds(list(referents), retype_kinds(standing))
    nodes = make_nodes(settled)
    clusters = combine(
        [
            *cluster_organisations([node for node in nodes if node.kind == "organisation"]),
            *cluster_people([node for node in nodes if node.kind == "person"], Stories(settled)),
            *cluster_places([node for node in nodes if node.kind == "place"]),
        ]
    )
    return make_linking(apply_corrections(apply_own_list(locate(clusters), own_list), standing))
