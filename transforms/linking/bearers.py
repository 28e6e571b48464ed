"""Nodes that bear one given name and surname -> clusters: mostly one person.

Bearers of one name are two where middle names, suffixes, or nationality and role together
contradict each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from transforms.linking.cluster import DOMINANT, Cluster, choose_dominant, connect
from transforms.linking.marks import find_marks
from transforms.linking.node import Node
from transforms.linking.person import PersonName, read_person
from transforms.linking.same_person import middles_agree

Mark = tuple[tuple[str, ...], str]  # middle names and suffix
Together = Mapping[str, frozenset[str]]  # node_id -> the nodes that an article has beside it
UNMARKED: Mark = ((), "")
MANY_MARKS = 300  # so many middle names beside one name are not compared with each other


def split_bearers(key: str, nodes: list[Node], together: Together) -> Iterator[Cluster]:
    """The bearers of one given name and surname."""
    marked: defaultdict[Mark, list[Node]] = defaultdict(list)
    for node in nodes:
        name = read_person(node.name)
        marked[name.given[1:], name.suffix].append(node)
    groups = join_agreeing(marked, together)
    if len(groups) == 1:
        yield from split_nations(key, nodes)
        return
    plain = groups.pop(UNMARKED, [])
    clusters = [
        Cluster("person", " ".join((key, *mark[0], mark[1])), group)
        for mark, group in groups.items()
    ]
    allowed = [cluster for cluster in clusters if may_hold(cluster.nodes, plain, together)]
    join(clusters, choose_dominant(allowed), key, plain)
    yield from clusters


def join(clusters: list[Cluster], found: Cluster | None, key: str, nodes: list[Node]) -> None:
    """Give nodes to the cluster found for them, else make one of their own."""
    if found:
        found.nodes.extend(nodes)
    elif nodes:
        clusters.append(Cluster("person", key, nodes))


def may_hold(nodes: Sequence[Node], plain: Sequence[Node], together: Together) -> bool:
    """Whether those of middle names or a suffix may be who goes without them elsewhere."""
    if all(read_person(node.name).suffix for node in nodes):
        return may_lack_suffix(nodes, plain, together)
    return not share_article(nodes, plain, together)


def may_lack_suffix(one: Sequence[Node], other: Sequence[Node], together: Together) -> bool:
    """Whether "Karl Berg" may be "Karl Berg Jr." and not his father: no article knows both, and
    both have a country or a role in common.
    """
    if share_article(one, other, together):
        return False
    a, b = find_marks(one), find_marks(other)
    return not (a.nations.isdisjoint(b.nations) and a.words.isdisjoint(b.words))


def share_article(one: Iterable[Node], other: Iterable[Node], together: Together) -> bool:
    """Whether an article tells them apart: it knows both."""
    others = {node.node_id for node in other}
    return any(
        not together[node.node_id].isdisjoint(others) for node in one if node.node_id in together
    )


def join_agreeing(marked: Mapping[Mark, list[Node]], together: Together) -> dict[Mark, list[Node]]:
    """Nodes by middle names and suffix, the most telling first; what agrees with one group only is
    in it.
    """
    groups: dict[Mark, list[Node]] = {}
    for mark in sorted(marked, key=lambda mark: (-sum(map(len, mark[0])), mark)):
        agreeing = (
            (other for other in groups if marks_agree(mark, other))
            if len(marked) <= MANY_MARKS
            else ()
        )
        found = [
            other
            for other in agreeing
            if mark[1] == other[1] or may_lack_suffix(groups[other], marked[mark], together)
        ]
        groups.setdefault(found[0] if len(found) == 1 else mark, []).extend(marked[mark])
    return groups


def marks_agree(one: Mark, other: Mark) -> bool:
    names = (PersonName("", ("x", *one[0])), PersonName("", ("x", *other[0])))
    return middles_agree(*names) and (not one[1] or not other[1] or one[1] == other[1])


def split_nations(key: str, nodes: list[Node]) -> Iterator[Cluster]:
    """Bearers of the very same name, where nothing that is said of one is said of the other
    ("British actor", "American senator").

    A group far less written of than the first is the same person after all, somebody's slip or an
    old role, unless the spheres differ.
    """
    clusters = [
        Cluster("person", f"{key} {name_group(group)}", group) for group in group_by_marks(nodes)
    ]
    first = max(clusters, key=lambda cluster: (cluster.weight, cluster.key), default=None)
    bearers = [cluster for cluster in clusters if first and stands_alone(cluster, first)]
    if len(bearers) < 2:
        yield Cluster("person", key, nodes)
        return
    placed = {node.node_id for cluster in bearers for node in cluster.nodes}
    join(
        bearers,
        choose_dominant(bearers),
        key,
        [node for node in nodes if node.node_id not in placed],
    )
    yield from bearers


def group_by_marks(nodes: Iterable[Node]) -> list[list[Node]]:
    """The nodes of which articles say enough, those together of which they say something in
    common.
    """
    marked = [(node, find_marks([node])) for node in nodes]
    telling = [(node, marks) for node, marks in marked if marks.is_telling]
    return connect(
        [node for node, _ in telling], [one.nations | one.words | one.spheres for _, one in telling]
    )


def stands_alone(cluster: Cluster, first: Cluster) -> bool:
    if cluster is first or cluster.weight * DOMINANT > first.weight:
        return True
    one, other = find_marks(cluster.nodes).spheres, find_marks(first.nodes).spheres
    return bool(one and other and not one & other)


def name_group(nodes: Sequence[Node]) -> str:
    """What the key of a bearer is told by: the first of the nations, else of the spheres."""
    marks = find_marks(nodes)
    return min(marks.nations or marks.spheres)
