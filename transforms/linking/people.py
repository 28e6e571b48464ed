"""Nodes of persons -> clusters: blocked by the sound of the surname, then by the given name.

An initial joins the one bearer that it can only mean. A lone name is looked at in each article by
itself: it joins a bearer who is well known and writes it so, or one that a second sign speaks for;
else the same lone name of other articles, with a sign, too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from transforms.linking.bearers import Together, join, split_bearers
from transforms.linking.cluster import Cluster, choose_dominant, connect
from transforms.linking.marks import Marks, are_apart, find_marks, fold_role
from transforms.linking.node import Node
from transforms.linking.person import (
    PersonName,
    find_class,
    find_surname,
    first_key,
    is_initial,
    read_person,
)
from transforms.linking.same_person import middles_agree
from transforms.linking.stories import Stories
from transforms.world.given_names import CLASS_OF
from transforms.world.lexicon import GIVEN_NAMES
from transforms.world.words import fold

FEW_BEARERS = 3  # given names beside one surname
WELL_KNOWN = 3  # articles that name somebody in full, so that the surname alone means him in others
GIVEN = frozenset(map(fold, GIVEN_NAMES))


@dataclass(frozen=True, slots=True)
class Bearer:
    """A cluster as it is before names that do not tell are given to it, and what is known of it."""

    cluster: Cluster
    weight: int
    marks: Marks
    names: frozenset[PersonName]
    spellings: frozenset[str]
    roles: frozenset[str]
    node_ids: frozenset[str]

    @property
    def key(self) -> str:
        return self.cluster.key


def make_bearer(cluster: Cluster) -> Bearer:
    """What its nodes say of it now."""
    names = {node.name for node in cluster.nodes}
    return Bearer(
        cluster,
        cluster.weight,
        find_marks(cluster.nodes),
        names=frozenset(map(read_person, names)),
        spellings=frozenset(map(find_surname, names)),
        roles=frozenset(fold_role(role) for node in cluster.nodes for role in node.roles),
        node_ids=frozenset(node.node_id for node in cluster.nodes),
    )


@dataclass(frozen=True, slots=True)
class Block:
    """All of one surname: who bears it, by a given name or an initial, and the names that stand
    alone.
    """

    clusters: list[Cluster]
    bearers: list[Bearer]
    lone: list[Node]

    def find_spelt(self, word: str) -> list[Bearer]:
        """The bearers who write it so; of a word that nobody writes so and that is no given name,
        all of its sound.
        """
        spelt = [bearer for bearer in self.bearers if word in bearer.spellings]
        return spelt if spelt or is_given_name(word) else self.bearers


def find_blocks(nodes: Iterable[Node], together: Together) -> list[Block]:
    """Full names and initials are put together; lone names wait for their signs."""
    blocks: defaultdict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        blocks[read_person(node.name).surname].append(node)
    return [make_block(surname, block, together) for surname, block in sorted(blocks.items())]


def make_block(surname: str, nodes: Iterable[Node], together: Together) -> Block:
    """The bearers of one surname: full names first, then initials."""
    full: defaultdict[str, list[Node]] = defaultdict(list)
    initials: defaultdict[tuple[str, ...], list[Node]] = defaultdict(list)
    lone: list[Node] = []
    for node in nodes:
        name = read_person(node.name)
        if not name.given:
            lone.append(node)
        elif is_initial(name.given[0]):
            initials[name.given].append(node)
        else:
            full[first_key(name)].append(node)
    groups = join_second_names(full).items()
    clusters = [
        cluster
        for key, group in groups
        for cluster in split_bearers(f"{key} {surname}", group, together)
    ]
    place_initials(clusters, initials, surname)
    return Block(clusters, list(map(make_bearer, clusters)) if lone else [], lone)


def join_second_names(groups: Mapping[str, list[Node]]) -> dict[str, list[Node]]:
    """People who go by their second name: a group in which all are "Willard Mitt" joins the group
    of "Mitt".

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


def place_initials(
    clusters: list[Cluster], initials: Mapping[tuple[str, ...], list[Node]], surname: str
) -> None:
    """An initial goes to the one bearer whom it can only mean."""
    by_letter = index_by_letter(map(make_bearer, clusters if initials else ()))
    for given, group in sorted(initials.items()):
        name, marks = read_person(group[0].name), find_marks(group)
        candidates = [bearer for bearer in by_letter[given[0]] if agrees(bearer, name)]
        found = choose_dominant(
            bearer for bearer in candidates if not are_apart(bearer.marks, marks)
        )
        join(clusters, found.cluster if found else None, f"{'.'.join(given)} {surname}", group)


def index_by_letter(bearers: Iterable[Bearer]) -> defaultdict[str, list[Bearer]]:
    """Bearers by the first letters of their given names: William is also under the B of Bill."""
    index: defaultdict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        for letter in sorted({name.given[0][0] for name in bearer.names}):
            index[letter].append(bearer)
    return index


def agrees(bearer: Bearer, name: PersonName) -> bool:
    """Whether an initial with middle names contradicts no form of the bearer; "A." alone never
    does.
    """
    return len(name.given) == 1 or all(middles_agree(own, name) for own in bearer.names)


def list_unsure(blocks: Iterable[Block]) -> list[Node]:
    """The lone names that a story may decide."""
    return [node for block in blocks for node in block.lone if not find_known(block, node)]


def place_lone_names(blocks: Iterable[Block], stories: Stories) -> list[Cluster]:
    """stories: for the lone names that were not sure."""
    return [cluster for block in blocks for cluster in place_in_block(block, stories)]


def place_in_block(block: Block, stories: Stories) -> Iterator[Cluster]:
    """All clusters of a surname."""
    left: defaultdict[str, list[Node]] = defaultdict(list)
    for node in block.lone:
        if found := find_known(block, node) or find_signed(block, node, stories):
            found.cluster.nodes.append(node)
        else:
            left[find_surname(node.name)].append(node)
    yield from block.clusters
    for word, nodes in sorted(left.items()):
        yield from join_lone(word, nodes, stories)


def find_known(block: Block, node: Node) -> Bearer | None:
    """The bearer by far the most written of, who writes the surname so and is well known, or of the
    same country or role.
    """
    word = find_surname(node.name)
    if is_given_name(word) or read_person(node.name).suffix:
        return None
    fitting = list_fitting([bearer for bearer in block.bearers if word in bearer.spellings], node)
    found = choose_dominant(fitting)
    return found if found and (found.weight >= WELL_KNOWN or has_sign(found, node)) else None


def find_signed(block: Block, node: Node, stories: Stories) -> Bearer | None:
    """The only one, or the one by far the most written of, whom a second sign speaks for."""
    told = stories.get(node.node_id, frozenset())
    fitting = list_fitting(block.find_spelt(find_surname(node.name)), node)
    return choose_dominant(
        bearer
        for bearer in fitting
        if has_sign(bearer, node) or not told.isdisjoint(bearer.node_ids)
    )


def list_fitting(bearers: Iterable[Bearer], node: Node) -> list[Bearer]:
    """Those whom nothing that the article says contradicts."""
    marks = find_marks([node])
    return [bearer for bearer in bearers if not are_apart(bearer.marks, marks)]


def has_sign(bearer: Bearer, node: Node) -> bool:
    """Whether more than the name speaks for it: the same country, or a role of the same words."""
    is_countryman = bool(bearer.marks.nations & find_marks([node]).nations)
    return is_countryman or not bearer.roles.isdisjoint(map(fold_role, node.roles))


def is_given_name(word: str) -> bool:
    return word in GIVEN or word in CLASS_OF


def join_lone(word: str, nodes: Sequence[Node], stories: Stories) -> Iterator[Cluster]:
    """Nobody's: the same lone name of two articles is one person where they tell one story, or give
    it one role.
    """
    by_id = {node.node_id: node for node in nodes}
    features = [list_features(node, by_id, stories, is_given=is_given_name(word)) for node in nodes]
    for group in connect(nodes, features):
        first = min(node.article_id or "" for node in group)
        yield Cluster("person", f"{word} {first}", group)


def list_features(
    node: Node, by_id: Mapping[str, Node], stories: Stories, *, is_given: bool
) -> Iterator[object]:
    """What ties a lone name to others: its article, its roles, and each article of the same
    story.
    """
    yield "article", node.article_id
    yield from (("role", fold_role(role)) for role in node.roles if not is_given)
    marks = find_marks([node])
    for other in sorted(stories.get(node.node_id, frozenset()) & by_id.keys()):
        if not are_apart(marks, find_marks([by_id[other]])):
            yield "story", *sorted((node.node_id, other))
