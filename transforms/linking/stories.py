"""Referents in, which articles tell of the same people and bodies out: a second sign for a lone surname."""

from collections import defaultdict
from collections.abc import Iterable

from transforms.linking.node import Node
from transforms.records import Referent
from transforms.world.words import fold

SHARED = 2  # people and bodies, named by several words, that two articles of one story both name


class Stories:
    """What each article names by several words. Places are left out: half of all articles name the same ones."""

    def __init__(self, referents: Iterable[Referent] = ()) -> None:
        self.names: defaultdict[str, set[str]] = defaultdict(set)
        for referent in referents:
            if referent.kind != "place" and " " in referent.name:
                self.names[referent.article_id].add(fold(referent.name))

    def are_one(self, one: Iterable[Node], other: Iterable[Node]) -> bool:
        """Whether articles of the one name what articles of the other name, beside the two themselves."""
        ones, others = list(one), list(other)
        own = {fold(node.name) for node in [*ones, *others]}
        return len((self._names_beside(ones) & self._names_beside(others)) - own) >= SHARED

    def _names_beside(self, nodes: Iterable[Node]) -> set[str]:
        articles = {referent.article_id for node in nodes for referent in node.referents}
        return set().union(*(self.names.get(article_id, ()) for article_id in sorted(articles)))
