"""The folded name of a place in, the places of GeoNames that bear it out, areas before cities, the
larger before the smaller.

The table (`geonames.tsv`, made by `python -m training.geonames`) is read when the first place is
looked up.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from transforms.world.words import read_table, split_words

LONG_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
Point = tuple[float, float]
"""Degrees north, degrees east."""


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of GeoNames. key: its main name, folded. region: country ("UA"), state ("US-CA"), or
    "" where it lies in none.

    population: 0 where the table does not say. namesakes: the other countries that have a province
    or county of that name.
    """

    geonames_id: int
    key: str
    region: str
    population: int
    is_area: bool
    namesakes: frozenset[str]

    @property
    def country_code(self) -> str | None:
        return self.region[:2] or None


def fold_place(name: str) -> str:
    """The folded words of one name: "St. Petersburg" -> "saint petersburg", "the city of Odesa" ->
    "odesa".
    """
    words = [LONG_WORDS.get(word, word) for word in split_words(name)]
    if words[:2] == ["city", "of"] or words[:3] == ["the", "city", "of"]:
        words = words[words.index("of") + 1 :]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@lru_cache(maxsize=1 << 14)
def find_bearers(name: str) -> tuple[KnownPlace, ...]:
    found = map(make_place, index_names().get(name, ()))
    return tuple(
        sorted(found, key=lambda place: (not place.is_area, -place.population, place.geonames_id))
    )


def name_region(region: str) -> str | None:
    """ "US-OH" -> "Ohio"; None where the table has no such area."""
    return index_regions().get(region)


@cache
def index_regions() -> dict[str, str]:
    areas = (make_place(line) for line in read_places() if line[-1] == "area")
    return {area.region: area.key.title() for area in areas}


def find_point(geonames_id: int | None) -> Point | None:
    """Where a place lies; None for one that the table does not have."""
    return index_points().get(str(geonames_id))


@cache
def index_points() -> dict[str, Point]:
    return {
        line[0]: (float(line[4]), float(line[5]))
        for line in read_places()
        if len(line) > 5 and line[4]
    }


@cache
def read_places() -> list[list[str]]:
    return read_table("geonames.tsv")


@cache
def index_names() -> dict[str, list[list[str]]]:
    """Lines of the table by name."""
    index: defaultdict[str, list[list[str]]] = defaultdict(list)
    for line in read_places():
        for name in line[1].split("|"):
            index[name].append(line)
    return dict(index)


def make_place(line: list[str]) -> KnownPlace:
    geonames_id, names, region, population, _, _, kind = (*line, "", "", "")[:7]
    is_area = kind == "area"
    namesakes = frozenset() if is_area or not kind else frozenset(kind.split("|"))
    return KnownPlace(
        int(geonames_id), names.partition("|")[0], region, int(population), is_area, namesakes
    )
