"""Names that stand alone, and what is known of those who bear the surname, in; whose they are out.

A lone name is looked at in each article by itself: it joins a bearer who is well known and writes
it so, or one that a second sign speaks for; else the same lone name of other articles, with a sign,
too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from transforms.linking.bearer import WELL_KNOWN, Bearer, list_signs
from transforms.linking.cluster import DOMINANT, Cluster, choose_dominant, connect
from transforms.linking.marks import are_apart, find_marks, fold_role
from transforms.linking.node import Node
from transforms.linking.people import BearersOf, split_by_surname
from transforms.linking.person import find_surname, read_person
from transforms.linking.stories import NOTHING, Stories, Told
from transforms.world.given_names import CLASS_OF
from transforms.world.lexicon import GIVEN_NAMES
from transforms.world.words import fold

GIVEN = frozenset(map(fold, GIVEN_NAMES))
Sign = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Who bears a surname, the most written of first: by key, by a spelling, and by a sign."""

    by_key: Mapping[str, Bearer]
    by_word: Mapping[str, Sequence[Bearer]]
    by_sign: Mapping[Sign, Sequence[Bearer]]

    def wants_spelling(self, word: str) -> bool:
        """Whether only those who write it so can be meant; of a word that nobody writes so and that
        is no given name, it may be all of its sound.
        """
        return word in self.by_word or is_given_name(word)


def index_namesakes(bearers: Iterable[Bearer]) -> Namesakes:
    """bearers: the most written of first, one of each key."""
    by_key = {bearer.key: bearer for bearer in bearers}
    by_word: defaultdict[str, list[Bearer]] = defaultdict(list)
    by_sign: defaultdict[Sign, list[Bearer]] = defaultdict(list)
    for bearer in by_key.values():
        for word in bearer.spellings:
            by_word[word].append(bearer)
        for sign in list_signs(bearer.marks.nations, bearer.roles):
            by_sign[sign].append(bearer)
    return Namesakes(by_key, by_word, by_sign)


def cluster_lone_names(
    nodes: Iterable[Node], bearers: BearersOf, stories: Stories
) -> list[Cluster]:
    """nodes: all that stand alone, of a surname. bearers: all of the surname, by a full name or an
    initial, the most written of first.
    """
    return [
        cluster
        for surname, block in split_by_surname(nodes)
        for cluster in place_lone_names(block, index_namesakes(bearers.get(surname, ())), stories)
    ]


def place_lone_names(
    nodes: Iterable[Node], namesakes: Namesakes, stories: Stories
) -> Iterator[Cluster]:
    """All lone names of a surname."""
    left: defaultdict[str, list[Node]] = defaultdict(list)
    for alike in group_alike(nodes, stories):
        told = stories.get(alike[0].node_id, NOTHING)
        found = find_known(namesakes, alike[0]) or find_signed(namesakes, alike[0], told)
        if found:
            yield Cluster("person", found.key, alike)
        else:
            left[find_surname(alike[0].name)].extend(alike)
    for word, own in sorted(left.items()):
        yield from join_lone(word, own, stories)


def group_alike(nodes: Iterable[Node], stories: Stories) -> Iterable[list[Node]]:
    """Those together of which articles say the same, and none tells a story that others tell."""
    groups: defaultdict[tuple[object, ...], list[Node]] = defaultdict(list)
    for node in nodes:
        told = stories.get(node.node_id, NOTHING).bearers
        groups[node.name, node.country_code, node.roles, told].append(node)
    return groups.values()


def find_known(namesakes: Namesakes, node: Node) -> Bearer | None:
    """The bearer by far the most written of, who writes the surname so and is well known, or of the
    same country or role.
    """
    word = find_surname(node.name)
    if is_given_name(word) or read_person(node.name).suffix:
        return None
    marks = find_marks([node])
    fitting = (
        bearer for bearer in namesakes.by_word.get(word, ()) if not are_apart(bearer.marks, marks)
    )
    found = choose_dominant(islice(fitting, 2))
    return found if found and (is_well_known(found, node) or has_sign(found, node)) else None


def find_signed(namesakes: Namesakes, node: Node, told: Told) -> Bearer | None:
    """The only one, or the one by far the most written of, whom a second sign speaks for."""
    marks = find_marks([node])
    signed = {key: namesakes.by_key[key] for key in told.bearers if key in namesakes.by_key}
    for sign in list_signs(marks.nations, map(fold_role, node.roles)):
        signed |= {bearer.key: bearer for bearer in namesakes.by_sign.get(sign, ())}
    sounding = (one for one in signed.values() if sounds_so(namesakes, one, node, told))
    return choose_dominant(one for one in sounding if not are_apart(one.marks, marks))


def sounds_so(namesakes: Namesakes, bearer: Bearer, node: Node, told: Told) -> bool:
    """Whether somebody writes the surname so, or only sounds so and is meant all the same: a role
    of one word ("chief") many have.
    """
    word = find_surname(node.name)
    if word in bearer.spellings or namesakes.wants_spelling(word):
        return word in bearer.spellings
    roles = (role for role in map(fold_role, node.roles) if " " in role)
    is_countryman = not bearer.marks.nations.isdisjoint(find_marks([node]).nations)
    return bearer.key in told.bearers or is_countryman or not bearer.roles.isdisjoint(roles)


def is_well_known(bearer: Bearer, node: Node) -> bool:
    """Whether the surname alone means somebody: one of whom an article says nothing that others say
    ("the Persian king Cyrus") must be better known.
    """
    own = find_marks([node]).words
    is_strange = bool(own) and own.isdisjoint(bearer.marks.words)
    return bearer.weight >= (WELL_KNOWN * DOMINANT if is_strange else WELL_KNOWN)


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
    told = stories.get(node.node_id, NOTHING).lone
    if not told:
        return
    marks = find_marks([node])
    for other in sorted(told & by_id.keys()):
        if not are_apart(marks, find_marks([by_id[other]])):
            yield "story", *sorted((node.node_id, other))
