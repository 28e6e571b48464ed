"""Nodes of organisations in, for each the one that it goes by out: "Halvorsen Group of Oslo" by "Halvorsen Group"."""

import re
from collections import defaultdict
from collections.abc import Sequence

from transforms.linking.gazetteer import find_bearers
from transforms.linking.node import Node
from transforms.linking.place import HOMES, find_code, find_name
from transforms.world.countries import FORMS
from transforms.world.words import fold, read_words, split_words

OF_PLACE = re.compile(
    r"(?:[Tt]he )?(?P<body>(?![Tt]he )\S+ .*\S) of (?:the )?(?P<place>[A-Z].*)"
)  # not "The Times of India": one word is no name
NAMED_BY_PLACE = read_words("named_by_place")


def find_leaders(nodes: Sequence[Node]) -> list[Node]:
    """The node of the name without its place, where there is one and only one place is known for it; else the node itself."""
    found = [OF_PLACE.fullmatch(node.name) for node in nodes]
    placed = [(fold(match["body"]), find_name(match["place"])) if match and is_told_by_body(match) else None for match in found]
    places: defaultdict[str, set[str]] = defaultdict(set)
    for body, place in filter(None, placed):
        places[body].add(place)
    plain = {body: node for node in reversed(nodes) if (body := fold(node.name).removeprefix("the ")) in places}
    return [
        plain[told[0]] if told and told[0] in plain and is_one(places[told[0]]) else node for node, told in zip(nodes, placed, strict=True)
    ]


def is_told_by_body(found: re.Match[str]) -> bool:
    """Whether the place is known, and the body no bank, party or university, of which each place has its own."""
    if not NAMED_BY_PLACE.isdisjoint(split_words(found["body"])):
        return False
    return found["place"] in FORMS or bool(find_bearers(find_name(found["place"])))


def is_one(places: set[str]) -> bool:
    """One place, or a capital and its country."""
    return len(places) == 1 or (len(places) == 2 and len(places & HOMES.keys()) == 1 and len(set(map(find_code, places))) == 1)
