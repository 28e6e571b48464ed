"""Nodes of persons -> clusters: blocked by the sound of the surname, then by the given name.

A name without a middle name, an initial or a lone surname joins the one bearer that it can only mean, or stays by itself. Bearers of
one name are two where middle names, suffixes, or nationality and role together contradict each other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from transforms.linking.cluster import DOMINANT, Cluster, choose_dominant, connect
from transforms.linking.node import Node
from transforms.linking.organisation import find_nations
from transforms.linking.person import PersonName, find_class, find_surname, first_key, is_initial, read_person
from transforms.linking.same_person import middles_agree
from transforms.world.words import split_words

Mark = tuple[tuple[str, ...], str]  # middle names and suffix
UNMARKED: Mark = ((), "")
FEW_BEARERS = 3  # given names beside one surname
MANY_MARKS = 300  # so many middle names beside one name are not compared with each other


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
    return [*clusters, *place_surnames(surname, clusters, bare)]


def place_surnames(surname: str, clusters: list[Cluster], bare: Sequence[Node]) -> list[Cluster]:
    """Lone surnames go to who writes the name so, where anybody does: "Gray" to Ada Gray, not to Milo Grey. The rest come back as one."""
    written: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters if bare else ():
        for word in sorted({find_surname(node.name) for node in cluster.nodes}):
            written[word].append(cluster)
    spellings = sorted({find_surname(node.name) for node in bare})
    bearers = {word: choose_dominant(written.get(word, clusters)) for word in spellings}
    left: list[Cluster] = []
    for node in bare:
        join(left, bearers[find_surname(node.name)], surname, [node])
    return left


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
    """Whether an initial with middle names contradicts no form of the cluster; "A." alone never does."""
    return len(name.given) == 1 or all(middles_agree(read_person(node.name), name) for node in cluster.nodes)


def join_second_names(groups: Mapping[str, list[Node]]) -> dict[str, list[Node]]:
    """People who go by their second name: a group in which all are "Willard Mitt" joins the group of "Mitt".

    Only where few bear the surname: a James Robert Brown is hardly the one Robert Brown.
    """
    joined = {key: list(group) for key, group in groups.items()}
    for key in sorted(groups) if len(groups) <= FEW_BEARERS else ():
        seconds = {find_second(node) for node in groups[key]}
        second = seconds.pop()
        if not seconds and second != key and second in joined:
            joined[second].extend(joined.pop(key))
    return joined


def find_second(node: Node) -> str | None:
    """The class of the second of exactly two given names."""
    given = read_person(node.name).given
    return find_class(given[1]) if len(given) == 2 and not is_initial(given[1]) else None


def split_bearers(key: str, nodes: list[Node]) -> Iterator[Cluster]:
    """The bearers of one given name and surname: mostly one."""
    marked: defaultdict[Mark, list[Node]] = defaultdict(list)
    for node in nodes:
        name = read_person(node.name)
        marked[name.given[1:], name.suffix].append(node)
    groups = join_agreeing(marked)
    if len(groups) == 1:
        yield from split_nations(key, nodes)
        return
    clusters = [Cluster("person", " ".join((key, *mark[0], mark[1])), group) for mark, group in groups.items() if mark != UNMARKED]
    join(clusters, choose_dominant(clusters), key, groups.get(UNMARKED, []))
    yield from clusters


def join_agreeing(marked: Mapping[Mark, list[Node]]) -> dict[Mark, list[Node]]:
    """Nodes by middle names and suffix, the most telling first; what agrees with one group only is in it."""
    groups: dict[Mark, list[Node]] = {}
    for mark in sorted(marked, key=lambda mark: (-sum(map(len, mark[0])), mark)):
        found = [other for other in groups if marks_agree(mark, other)] if len(marked) <= MANY_MARKS else []
        groups.setdefault(found[0] if len(found) == 1 else mark, []).extend(marked[mark])
    return groups


def marks_agree(one: Mark, other: Mark) -> bool:
    names = (PersonName("", ("x", *one[0])), PersonName("", ("x", *other[0])))
    return middles_agree(*names) and (not one[1] or not other[1] or one[1] == other[1])


def split_nations(key: str, nodes: list[Node]) -> Iterator[Cluster]:
    """Bearers of the very same name, where neither nationality nor role of one is the other's ("British actor", "American senator").

    A group far less written of than the first is the same person after all: somebody's slip, or an old role.
    """
    traits = [find_traits(node) for node in nodes]
    telling = [(node, found) for node, found in zip(nodes, traits, strict=True) if found]
    groups = connect([node for node, _ in telling], [found for _, found in telling])
    clusters = [Cluster("person", f"{key} {min(map(find_nation, group))}", group) for group in groups]
    most = max((cluster.weight for cluster in clusters), default=0)
    bearers = [cluster for cluster in clusters if cluster.weight * DOMINANT > most]
    if len(bearers) < 2:
        yield Cluster("person", key, nodes)
        return
    placed = {id(node) for cluster in bearers for node in cluster.nodes}
    join(bearers, choose_dominant(bearers), key, [node for node in nodes if id(node) not in placed])
    yield from bearers


def find_traits(node: Node) -> set[str]:
    """Nationality and role, where an article gives both: "British actor" -> {"gb~", "actor"}."""
    return {trait for role in node.roles if (nations := find_nations(role)) for trait in (*nations, split_words(role)[-1])}


def find_nation(node: Node) -> str:
    return min(nation for role in node.roles for nation in find_nations(role))
