"""Referents that are new, changed or gone -> who is who, written back: only what they have to do
with is linked again.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from expectations.sweeps import no_sweeps
from transforms.linking.bearer import Bearer, make_bearer, unite
from transforms.linking.cluster import Cluster, combine
from transforms.linking.corrections import (
    apply_corrections,
    list_parted,
    list_standing,
    retype_kinds,
)
from transforms.linking.entities import describe, find_entity_id
from transforms.linking.kinds import Kinds, Settled, settle_kinds
from transforms.linking.locate import (
    BEFORE,
    ROUNDS,
    choose_first,
    find_area,
    find_city,
    find_common_country,
    is_open,
)
from transforms.linking.lone import cluster_lone_names
from transforms.linking.marks import make_marks
from transforms.linking.node import (
    SORTS,
    Node,
    Sort,
    Sums,
    find_person_sort,
    find_sort,
    is_lone,
    list_keys,
    make_node,
    name_person_key,
    order,
)
from transforms.linking.organisations import cluster_organisations
from transforms.linking.own_list import apply_own_list
from transforms.linking.people import FEW_BEARERS, cluster_full_names, cluster_initials
from transforms.linking.person import read_person
from transforms.linking.places import cluster_places
from transforms.linking.rules import hash_rules
from transforms.linking.stories import DAYS, SHARED, tell
from transforms.records import Correction, EntityKind, OwnEntity, Referent
from transforms.world.words import fold
from warehouse.connect import transaction
from warehouse.linking import blocks, members, namesakes, sites, units, write
from warehouse.linking.stories import renew_stories

if TYPE_CHECKING:
    from warehouse.corrections import Connection


@no_sweeps()
def link_new(
    connection: "Connection", pending: Sequence[Correction] = (), *, everything: bool = False
) -> None:
    """Make entities of what changed. pending: corrections that are not written yet. everything:
    link all names anew.

    All or nothing; the same as linking everything, whatever came before.
    """
    from warehouse.corrections import read_corrections, read_own_entities

    corrections = list_standing([*read_corrections(connection), *pending])
    own_list = read_own_entities(connection)
    with transaction(connection):
        members.begin(connection, hash_rules(), everything=everything)
        renew_nodes(connection, retype_kinds(corrections), list_parted(corrections))
        renew_clusters(connection)
        renew_places(connection)
        renew_entities(connection, own_list, corrections)


def renew_nodes(connection: "Connection", corrected: Kinds, parted: frozenset[str]) -> None:
    """Put each referent that is new, changed or of another kind than before into its node."""
    members.leave(connection)
    members.start_names(connection)
    for names in members.list_names(connection):
        members.write_names(connection, [(name, fold(name)) for name in names])
    settled = settle(members.read_votes(connection, [name for _, name in corrected]), corrected)
    rows = [(name, raw, kind) for name, kinds in settled.items() for raw, kind in kinds.items()]
    members.move(connection, rows, parted)
    members.start_arrivals(connection)
    for referents in members.read_arriving(connection):
        arrive(
            connection,
            [(one, make_node(one, find_kind(one, settled), parted)) for one in referents],
            parted,
        )
    members.settle_members(connection)
    renew_stories(connection, DAYS, SHARED)


def arrive(
    connection: "Connection", arrived: Sequence[tuple[Referent, Node]], parted: frozenset[str]
) -> None:
    """Put referents into their nodes."""
    placed = [(one.referent_id, one.article_id, node.node_id) for one, node in arrived]
    nodes = {node.node_id: node for _, node in arrived}
    members.write_arrivals(
        connection, placed, [make_node_row(node, parted) for node in nodes.values()]
    )


def settle(votes: Iterable[tuple[str, EntityKind, int]], corrected: Kinds) -> dict[str, Settled]:
    """The kinds of names of which articles give several, or that people have given another."""
    counted: defaultdict[str, Counter[EntityKind]] = defaultdict(Counter)
    for name, kind, count in votes:
        counted[name][kind] = count
    return {name: settle_kinds(name, counts, corrected) for name, counts in counted.items()}


def find_kind(referent: Referent, settled: dict[str, Settled]) -> EntityKind:
    kinds = settled.get(fold(referent.name))
    return kinds[referent.kind] if kinds else referent.kind


def make_node_row(node: Node, parted: frozenset[str]) -> tuple[object, ...]:
    """As `warehouse.linking.members.NODE` names the columns."""
    sort, name = find_sort(node), read_person(node.name)
    said = (
        node.node_id,
        node.raw_kind,
        node.kind,
        sort,
        name.given[0] if sort == "initial" else None,
        node.name,
        node.country_code,
        node.acronyms,
        node.roles,
    )
    is_parted = node.article_id in parted and not is_lone(node.kind, node.name, node.country_code)
    return (*said, node.article_id, is_parted, fold(node.name), name.surname, list(list_keys(node)))


def renew_clusters(connection: "Connection") -> None:
    """Cluster all nodes that have to do with those that changed: of people full names first, then
    initials, then names that stand alone.
    """
    blocks.spread(connection, FEW_BEARERS)
    namesakes.start(connection)
    for sort in SORTS:
        portions = blocks.count_portions(connection, sort)
        for portion in range(portions):
            rows = blocks.read_nodes(connection, sort, portion, portions)
            nodes = list(map(make_known, rows))
            write_clusters(connection, sort, cluster(connection, sort, nodes))
        if sort == "name":
            namesakes.settle_full(connection)
        if sort == "initial":
            namesakes.settle_initials(connection)
    blocks.settle_clusters(connection)


def cluster(connection: "Connection", sort: Sort, nodes: Sequence[Node]) -> list[Cluster]:
    """By the rules of the sort."""
    if sort == "organisation":
        return combine(cluster_organisations(order(nodes)))
    if sort == "place":
        return combine(cluster_places(order(nodes)))
    return CLUSTER_PEOPLE[sort](connection, nodes)


def cluster_full(connection: "Connection", nodes: Sequence[Node]) -> list[Cluster]:
    common = frozenset(blocks.read_common(connection, FEW_BEARERS))
    return cluster_full_names(order(nodes), gather(blocks.read_beside(connection)), common)


def cluster_by_initials(connection: "Connection", nodes: Sequence[Node]) -> list[Cluster]:
    return cluster_initials(order(nodes), read_bearers(namesakes.read_full(connection)))


def cluster_lone(connection: "Connection", nodes: Sequence[Node]) -> list[Cluster]:
    bearers = read_bearers(namesakes.read_all(connection))
    return cluster_lone_names(nodes, bearers, tell(blocks.read_stories(connection)))


CLUSTER_PEOPLE: Mapping[Sort, Callable[["Connection", Sequence[Node]], list[Cluster]]] = {
    "name": cluster_full,
    "initial": cluster_by_initials,
    "surname": cluster_lone,
}


def read_bearers(rows: Iterable[namesakes.BearerRow]) -> dict[str, list[Bearer]]:
    """What the warehouse knows of bearers, by surname; the most written of first."""
    found: defaultdict[str, list[Bearer]] = defaultdict(list)
    for surname, key, weight, names, nations, words, roles in rows:
        marks = remember_marks(tuple(nations), tuple(words))
        found[surname].append(Bearer(key, weight, frozenset(names), marks, frozenset(roles)))
    return {surname: unite(bearers) for surname, bearers in found.items()}


remember_marks = lru_cache(maxsize=1 << 14)(make_marks)


def make_bearer_row(cluster_id: str, one: Cluster) -> tuple[object, ...]:
    """As `warehouse.linking.namesakes.BEARER` names the columns."""
    bearer, name = make_bearer(one), read_person(one.nodes[0].name)
    marks = (bearer.marks.nations, bearer.marks.words, bearer.roles, bearer.letters)
    said = (
        name_person_key(name),
        find_person_sort(name),
        name.surname,
        cluster_id,
        one.key,
        bearer.weight,
    )
    return (*said, sorted(bearer.names), *map(sorted, marks))


def make_known(row: Sequence[Any]) -> Node:
    """A node as the warehouse keeps it."""
    node_id, raw_kind, kind, name, code, acronyms, roles, article_id, weight = row
    return Node(
        node_id, raw_kind, kind, name, code, tuple(acronyms), tuple(roles), article_id, weight
    )


def gather(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """What each first is paired with."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return {one: frozenset(others) for one, others in found.items()}


def write_clusters(connection: "Connection", sort: Sort, clusters: Sequence[Cluster]) -> None:
    ids = [find_entity_id(one) for one in clusters]
    made = list(zip(ids, clusters, strict=True))
    placed = [(node.node_id, cluster_id) for cluster_id, one in made for node in one.nodes]
    rows = {cluster_id: make_cluster_row(cluster_id, one) for cluster_id, one in made}
    blocks.write_made(connection, placed, list(rows.values()))
    if sort in ("name", "initial"):
        namesakes.write(connection, [make_bearer_row(*one) for one in made])


def make_cluster_row(cluster_id: str, one: Cluster) -> tuple[object, ...]:
    """As `warehouse.linking.blocks.MADE_CLUSTER` names the columns."""
    said = (cluster_id, one.kind, one.key, one.name, fold(one.name) if one.name else None)
    if one.kind != "place":
        return (*said, False, None, None, None, None, None)
    location = find_area(one)
    common = None if location else find_common_country(one.key, {})
    where = (
        (location.geonames_id, location.country_code, location.region, BEFORE)
        if location
        else (None,) * 4
    )
    return (*said, is_open(one), common, *where)


def renew_places(connection: "Connection") -> None:
    """Find places by what articles name beside them, as far as that changed."""
    for found_in in ROUNDS:
        if asked := list(sites.ask_cities(connection, found_in)):
            sites.write_cities(connection, list(find_cities(asked, found_in)), found_in)
    if asked := list(sites.ask_countries(connection, ROUNDS[-1])):
        sites.write_countries(connection, list(find_countries(asked)))
    shared = units.read_shared_places(connection)
    units.unite(
        connection, [(geonames_id, choose_first(keys, geonames_id)) for geonames_id, keys in shared]
    )


def find_cities(asked: Iterable[sites.Asked], found_in: int) -> Iterator[tuple[object, ...]]:
    for one in asked:
        if found := find_city(one.key, one.told, found_in):
            yield one.cluster_id, found.geonames_id, found.country_code, found.region, found_in


def find_countries(asked: Iterable[sites.Asked]) -> Iterator[tuple[str, str]]:
    for one in asked:
        if code := find_common_country(one.key, one.told):
            yield one.cluster_id, code


def renew_entities(
    connection: "Connection", own_list: Sequence[OwnEntity], corrections: Sequence[Correction]
) -> None:
    """Describe what changed, as lists and corrections want it, and write what differs."""
    given = [own.geonames_id for own in own_list if own.geonames_id]
    units.take_in_hand(
        connection, list_spoken_names(own_list, corrections), list_spoken_ids(corrections), given
    )
    write.start(connection)
    for portion in units.list_portions(connection):
        clusters = apply_own_list(read_units(connection, portion), own_list)
        told = describe(
            apply_corrections(clusters, corrections), sum_up(units.read_sums(connection))
        )
        write.write_described(connection, told.entities, told.aliases, told.joins, told.entity_of)
    write.finish(connection)


def read_units(connection: "Connection", portion: str) -> list[Cluster]:
    """The clusters of a portion, those that are one place as one."""
    rows = units.read_units(connection, portion)
    nodes: defaultdict[str, list[Node]] = defaultdict(list)
    for cluster_id, *row in units.read_nodes(connection):
        nodes[cluster_id].append(make_known(row))
    return [
        Cluster(
            kind, key, nodes[cluster_id], name, geonames_id=geonames_id, country_code=country_code
        )
        for cluster_id, kind, key, name, geonames_id, country_code in rows
    ]


def sum_up(rows: Iterable[tuple[str, Any, Any, int]]) -> dict[str, Sums]:
    """What the referents of nodes come to."""
    sums: defaultdict[str, Sums] = defaultdict(Sums)
    for node_id, form, alias_kind, count in rows:
        if alias_kind == "country":
            sums[node_id].evidences[form] = count
        else:
            sums[node_id].forms[form, alias_kind] = count
    return sums


def list_spoken_names(
    own_list: Iterable[OwnEntity], corrections: Iterable[Correction]
) -> Iterator[str]:
    """The folded names by which the list and corrections may mean somebody."""
    for own in own_list:
        yield from map(fold, (own.name, *own.aliases))
    for one in corrections:
        yield from map(
            fold, (one.name, *one.other_names, *one.names, *filter(None, [one.new_name]))
        )


def list_spoken_ids(corrections: Iterable[Correction]) -> Iterator[str]:
    for one in corrections:
        yield from (one.entity_id, *one.other_ids)
