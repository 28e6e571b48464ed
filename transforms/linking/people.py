"""Nodes of persons -> clusters: blocked by the sound of the surname, then by the given name.

A name without a middle name, an initial or a lone surname joins the one bearer that it can only mean, or stays by itself. Bearers of
one name are two where middle names, suffixes, or nationality and role together contradict each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from transforms.linking.cluster import DOMINANT, Cluster, choose_dominant, connect
from transforms.linking.node import Node
from transforms.linking.organisation import find_nations
from transforms.linking.person import PersonName, find_class, find_surname, first_key, is_initial, read_person
from transforms.linking.same_person import middles_agree
from transforms.linking.stories import Stories
from transforms.world.given_names import CLASS_OF
from transforms.world.lexicon import GIVEN_NAMES
from transforms.world.words import fold, read_spheres, split_words

Mark = tuple[tuple[str, ...], str]  # middle names and suffix
UNMARKED: Mark = ((), "")
FEW_BEARERS = 3  # given names beside one surname
WELL_KNOWN = 3  # articles that name somebody in full, so that the surname alone means him in others
NO_STORIES = Stories()
GIVEN = frozenset(map(fold, GIVEN_NAMES))
SPHERES = read_spheres()
MANY_MARKS = 300  # so many middle names beside one name are not compared with each other


def cluster_people(nodes: Sequence[Node], stories: Stories = NO_STORIES) -> list[Cluster]:
    blocks: defaultdict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        blocks[read_person(node.name).surname].append(node)
    return [cluster for surname, block in sorted(blocks.items()) for cluster in cluster_block(surname, block, stories)]


def cluster_block(surname: str, nodes: Sequence[Node], stories: Stories) -> list[Cluster]:
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
        candidates = [cluster for cluster in candidates if not are_apart(find_marks(cluster.nodes), find_marks(group))]
        join(clusters, choose_dominant(candidates), f"{'.'.join(given)} {surname}", group)
    return [*clusters, *place_surnames(clusters, bare, stories)]


def place_surnames(clusters: list[Cluster], bare: Sequence[Node], stories: Stories) -> list[Cluster]:
    """Lone surnames go to who writes them so, where anybody does: "Gray" to Ada Gray, not to Milo Grey. The rest come back.

    One that is only of the same sound, a given name, and one of somebody hardly written of wants a second sign. What may be several
    people's is one person in each article.
    """
    written: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters if bare else ():
        for word in sorted({find_surname(node.name) for node in cluster.nodes}):
            written[word].append(cluster)
    left: list[Cluster] = []
    for node in bare:
        word = find_surname(node.name)
        is_sure = word in written and not is_given_name(word) and not read_person(node.name).suffix
        bearers = written.get(word, []) if word in written or is_given_name(word) else clusters
        found = find_bearer(bearers, node, stories, is_sure=is_sure)
        if found or (word not in written and not is_given_name(word)):
            join(left, found, word, [node])
        else:
            left.extend(part_by_article(word, node))
    return left


def find_bearer(clusters: Iterable[Cluster], node: Node, stories: Stories, *, is_sure: bool) -> Cluster | None:
    """The only one, or the one by far the most written of, whom a lone name can mean."""
    fitting = [cluster for cluster in clusters if not are_apart(find_marks(cluster.nodes), find_marks([node]))]
    signed = [cluster for cluster in fitting if have_sign(cluster, node) or stories.are_one(cluster.nodes, [node])]
    found = choose_dominant(fitting if is_sure else signed)
    if found and (found in signed or found.weight >= WELL_KNOWN):
        return found
    return signed[0] if len(signed) == 1 else None


def is_given_name(word: str) -> bool:
    return word in GIVEN or word in CLASS_OF


def part_by_article(word: str, node: Node) -> Iterator[Cluster]:
    for referent in node.referents:
        yield Cluster("person", f"{word} {referent.article_id}", [replace(node, referents=[referent])])


def have_sign(cluster: Cluster, node: Node) -> bool:
    """Whether more than the name speaks for it: the same country, or a role of the same words."""
    one, other = find_marks(cluster.nodes), find_marks([node])
    roles = {fold(role) for member in cluster.nodes for role in member.roles}
    return bool(one.nations & other.nations) or not roles.isdisjoint(map(fold, node.roles))


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
    plain = groups.get(UNMARKED, [])
    join(clusters, choose_dominant(cluster for cluster in clusters if not share_article(cluster.nodes, plain)), key, plain)
    yield from clusters


def share_article(one: Iterable[Node], other: Iterable[Node]) -> bool:
    """Whether an article tells them apart: it knows both."""
    articles = {referent.article_id for node in one for referent in node.referents}
    return any(referent.article_id in articles for node in other for referent in node.referents)


def join_agreeing(marked: Mapping[Mark, list[Node]]) -> dict[Mark, list[Node]]:
    """Nodes by middle names and suffix, the most telling first; what agrees with one group only is in it."""
    groups: dict[Mark, list[Node]] = {}
    for mark in sorted(marked, key=lambda mark: (-sum(map(len, mark[0])), mark)):
        agreeing = (other for other in groups if marks_agree(mark, other)) if len(marked) <= MANY_MARKS else ()
        found = [other for other in agreeing if mark[1] == other[1] or not share_article(groups[other], marked[mark])]
        groups.setdefault(found[0] if len(found) == 1 else mark, []).extend(marked[mark])
    return groups


def marks_agree(one: Mark, other: Mark) -> bool:
    names = (PersonName("", ("x", *one[0])), PersonName("", ("x", *other[0])))
    return middles_agree(*names) and (not one[1] or not other[1] or one[1] == other[1])


@dataclass(frozen=True, slots=True)
class Marks:
    """What articles say of somebody. nations: "gb~"; words: last words of roles; spheres: of life, by the roles."""

    nations: frozenset[str]
    words: frozenset[str]
    spheres: frozenset[str]

    @property
    def is_telling(self) -> bool:
        return bool((self.nations and self.words) or self.spheres)


def find_marks(nodes: Iterable[Node]) -> Marks:
    nodes = list(nodes)
    roles = [role for node in nodes for role in node.roles]
    words = {split[-1] for role in roles if (split := split_words(role))}
    codes = {f"{node.country_code.lower()}~" for node in nodes if node.country_code}
    nations = {nation for role in roles for nation in find_nations(role)}
    return Marks(frozenset(nations | codes), frozenset(words), frozenset(SPHERES[word] for word in words if word in SPHERES))


def are_apart(one: Marks, other: Marks) -> bool:
    """Whether they contradict each other: other countries, or other spheres of life, and nothing in common."""
    if one.nations & other.nations or one.words & other.words:
        return False
    return bool((one.nations and other.nations) or (one.spheres and other.spheres and not one.spheres & other.spheres))


def split_nations(key: str, nodes: list[Node]) -> Iterator[Cluster]:
    """Bearers of the very same name, where nothing that is said of one is said of the other ("British actor", "American senator").

    A group far less written of than the first is the same person after all, somebody's slip or an old role, unless the spheres differ.
    """
    marks = [find_marks([node]) for node in nodes]
    telling = [(node, found) for node, found in zip(nodes, marks, strict=True) if found.is_telling]
    groups = connect([node for node, _ in telling], [found.nations | found.words | found.spheres for _, found in telling])
    clusters = [Cluster("person", f"{key} {name_group(group)}", group) for group in groups]
    first = max(clusters, key=lambda cluster: (cluster.weight, cluster.key), default=None)
    bearers = [cluster for cluster in clusters if first and stands_alone(cluster, first)]
    if len(bearers) < 2:
        yield Cluster("person", key, nodes)
        return
    placed = {id(node) for cluster in bearers for node in cluster.nodes}
    join(bearers, choose_dominant(bearers), key, [node for node in nodes if id(node) not in placed])
    yield from bearers


def stands_alone(cluster: Cluster, first: Cluster) -> bool:
    if cluster is first or cluster.weight * DOMINANT > first.weight:
        return True
    one, other = find_marks(cluster.nodes).spheres, find_marks(first.nodes).spheres
    return bool(one and other and not one & other)


def name_group(nodes: Sequence[Node]) -> str:
    """What the key of a bearer is told by: the first of the nations, else of the spheres."""
    marks = find_marks(nodes)
    return min(marks.nations or marks.spheres)
