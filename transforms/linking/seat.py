"""The name of a body in, its name without its place and that place out: "Halvorsen Group of
Oslo".
"""

import re
from collections.abc import Iterator

from transforms.linking.place import find_name
from transforms.world.countries import FORMS
from transforms.world.gazetteer import find_bearers
from transforms.world.words import fold, read_words, split_words

OF_PLACE = re.compile(
    r"(?:[Tt]he )?(?P<body>(?![Tt]he )\S+ .*\S) of (?:the )?(?P<place>[A-Z].*)"
)  # not "The Times of India": one word is no name
NAMED_BY_PLACE = read_words("named_by_place")


def read_seat(name: str) -> tuple[str, str] | None:
    """The folded body and the key of its place; None where the place is unknown, or where each
    place has its own.
    """
    found = OF_PLACE.fullmatch(name)
    if not found or not NAMED_BY_PLACE.isdisjoint(split_words(found["body"])):
        return None
    place = find_name(found["place"])
    is_known = found["place"] in FORMS or find_bearers(place)
    return (fold(found["body"]), place) if is_known else None


def name_plainly(name: str) -> str:
    """What a body is called where it is called without its place."""
    return fold(name).removeprefix("the ")


def name_seats(name: str) -> Iterator[str]:
    """What a name shares with the names of the same body with and without a place."""
    yield name_plainly(name)
    if seat := read_seat(name):
        yield seat[0]
