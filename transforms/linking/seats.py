"""Nodes of organisations in, for each the one that it goes by out: "Halvorsen Group of Oslo" by
"Halvorsen Group".
"""

from collections import defaultdict
from collections.abc import Sequence

from transforms.linking.node import Node
from transforms.linking.place import HOMES, find_code
from transforms.linking.seat import name_plainly, read_seat


def find_leaders(nodes: Sequence[Node]) -> list[Node]:
    """The node of the name without its place, where there is one and only one place is known for
    it; else the node itself.
    """
    seats = [read_seat(node.name) for node in nodes]
    places: defaultdict[str, set[str]] = defaultdict(set)
    for body, place in filter(None, seats):
        places[body].add(place)
    plain = {body: node for node in reversed(nodes) if (body := name_plainly(node.name)) in places}
    return [
        plain.get(seat[0], node) if seat and is_one(places[seat[0]]) else node
        for node, seat in zip(nodes, seats, strict=True)
    ]


def is_one(places: set[str]) -> bool:
    """One place, or a capital and its country."""
    if len(places) == 2:
        return len(places & HOMES.keys()) == 1 and len(set(map(find_code, places))) == 1
    return len(places) == 1
