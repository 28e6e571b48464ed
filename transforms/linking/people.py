"""Nodes of persons -> clusters: blocked by the sound of the surname, then by the given name.

A name without a middle name, an initial or a lone surname joins the one bearer that it can only mean, or stays by itself. Bearers of
one name are two where middle names, suffixes, or nationality and role together contradict each other.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from transforms.linking.cluster import Cluster, choose_dominant, connect
from transforms.linking.node import Node
from transforms.linking.organisation import find_nations
from transforms.linking.person import PersonName, find_class, first_key, is_initial, read_person
from transforms.linking.same_person import middles_agree
from transforms.linking.words import split_words


def cluster_people(nodes: Sequence[Node]) -> list[Cluster]:
    blocks: defaultdict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        blocks[read_person(node.name).surname].append(node)
    return [cluster for surname, block in sorted(blocks.items()) for cluster in cluster_block(surname, block)]


def cluster_block(surname: str, nodes: Sequence[Node]) -> list[Cluster]:
    """The bearers of one surname: full names first, then initials, then the lone surname."""
    full: defaultdict[str, list[Node]] = defaultdict(list)
    initials: defaultdict[tuple[str, ...], list[Node]] = defaultdict(list)
    bare: list[Node] = []
    for node in nodes:
        name = read_person(node.name)
        if not name.given:
            bare.append(node)
        elif is_initial(name.given[0]):
            initials[name.given].append(node)
        else:
            full[first_key(name)].append(node)
    clusters = [cluster for key, group in join_second_names(full).items() for cluster in split_bearers(f"{key} {surname}", group)]
    by_letter = index_by_letter(clusters)
    for given, group in sorted(initials.items()):
        candidates = [cluster for cluster in by_letter[given[0]] if agrees(cluster, read_person(group[0].name))]
        join(clusters, choose_dominant(candidates), f"{'.'.join(given)} {surname}", group)
    join(clusters, choose_dominant(clusters), surname, bare)
    return clusters


def join(clusters: list[Cluster], found: Cluster | None, key: str, nodes: list[Node]) -> None:
    """Give nodes to the cluster found for them, else make one of their own."""
    if found:
        found.nodes.extend(nodes)
    elif nodes:
        clusters.append(Cluster("person", key, nodes))


def index_by_letter(clusters: Sequence[Cluster]) -> defaultdict[str, list[Cluster]]:
    """Clusters by the first letters of their given names: William is also under the B of Bill."""
    index: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for letter in sorted({read_person(node.name).given[0][0] for node in cluster.nodes}):
            index[letter].append(cluster)
    return index


def agrees(cluster: Cluster, name: PersonName) -> bool:
    return all(middles_agree(read_person(node.name), name) for node in cluster.nodes)


def join_second_names(groups: dict[str, list[Node]]) -> dict[str, list[Node]]:
    """People who go by their second name: a group in which all are "Willard Mitt" joins the group of "Mitt"."""
    joined = dict(groups)
    for key in sorted(groups):
        seconds = {find_class(name.given[1]) if len(name.given) == 2 else "" for name in (read_person(node.name) for node in groups[key])}
        second = next(iter(seconds))
        if len(seconds) == 1 and second != key and len(second) > 1 and second in joined:
            joined[second] = [*joined[second], *joined.pop(key)]
    return joined


def split_bearers(key: str, nodes: list[Node]) -> Iterator[Cluster]:
    """The bearers of one given name and surname: mostly one."""
    marked: defaultdict[tuple[tuple[str, ...], str], list[Node]] = defaultdict(list)
    for node in nodes:
        name = read_person(node.name)
        marked[name.given[1:], name.suffix].append(node)
    groups = join_agreeing(marked)
    if len(groups) == 1:
        yield from split_nations(key, nodes)
        return
    clusters = [Cluster("person", " ".join((key, *mark[0], mark[1])), group) for mark, group in groups.items() if any(mark)]
    join(clusters, choose_dominant(clusters), key, groups.get(((), ""), []))
    yield from clusters


def join_agreeing(marked: dict[tuple[tuple[str, ...], str], list[Node]]) -> dict[tuple[tuple[str, ...], str], list[Node]]:
    """Nodes by middle names and suffix; those that agree with all the others of a group are in it, the most telling first."""
    groups: dict[tuple[tuple[str, ...], str], list[Node]] = {}
    for mark in sorted(marked, key=lambda mark: (-sum(map(len, mark[0])), mark)):
        found = [other for other in groups if marks_agree(mark, other)]
        if len(found) == 1 or (found and len(groups) == 1):
            groups[found[0]] = [*groups[found[0]], *marked[mark]]
        else:
            groups[mark] = list(marked[mark])
    return groups


def marks_agree(one: tuple[tuple[str, ...], str], other: tuple[tuple[str, ...], str]) -> bool:
    names = (PersonName("", ("x", *one[0])), PersonName("", ("x", *other[0])))
    return middles_agree(*names) and (not one[1] or not other[1] or one[1] == other[1])


def split_nations(key: str, nodes: list[Node]) -> Iterator[Cluster]:
    """Two bearers of the very same name, where neither nationality nor role of one is the other's ("British actor", "American senator")."""
    telling = [node for node in nodes if find_traits(node)]
    groups = connect(telling, [find_traits(node) for node in telling])
    nations = [{trait for node in group for trait in find_traits(node) if trait.endswith("~")} for group in groups]
    if len(groups) < 2 or not all(nations):
        yield Cluster("person", key, nodes)
        return
    clusters = [Cluster("person", f"{key} {min(nation)}", group) for group, nation in zip(groups, nations, strict=True)]
    silent = [node for node in nodes if not find_traits(node)]
    join(clusters, choose_dominant(clusters), key, silent)
    yield from clusters


def find_traits(node: Node) -> set[str]:
    """Nationality and role, where an article gives both: "British actor" -> {"gb~", "actor"}."""
    return {trait for role in node.roles if (nations := find_nations(role)) for trait in (*nations, split_words(role)[-1])}
