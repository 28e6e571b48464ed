"""Clusters of places in, where they lie out: their GeoNames keys and countries, where name and
articles leave no doubt.

What an article names beside a place is the evidence: "Birmingham" where Britain is named,
"Fayetteville" where North Carolina is. A name is sure without it only where one large city is by
far the largest of that name. What one round finds is evidence in the next.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from transforms.linking.cluster import Cluster
from transforms.linking.evidence import ORDINARY_WORDS, Told, choose_largest, choose_supported
from transforms.linking.place import find_place
from transforms.world.countries import SHARED_NAMES
from transforms.world.gazetteer import KnownPlace, find_bearers, fold_place
from transforms.world.words import read_words

SHARED = read_words("shared_places")
# the article gives the country of Georgia where it also writes "Georgian"
SURE_IF_CODED = frozenset(map(find_place, SHARED_NAMES))
ROUNDS = (1, 2)
BEFORE = 0  # the round in which areas are found, without any evidence


@dataclass(frozen=True, slots=True)
class Location:
    """Where a place lies. region: that its articles name by naming it; "" where it lies in none.
    found_in: the round.
    """

    geonames_id: int
    country_code: str | None
    region: str
    found_in: int


def locate(found: KnownPlace | None, found_in: int) -> Location | None:
    return (
        Location(found.geonames_id, found.country_code, found.region, found_in) if found else None
    )


@dataclass(frozen=True, slots=True)
class Site:
    """What is known of a cluster of places by its names alone. bearers: what its name can mean."""

    name: str
    bearers: tuple[KnownPlace, ...]
    is_qualified: bool


def make_site(key: str) -> Site:
    """ "moscow, idaho" is looked for in Idaho only."""
    name, _, where = key.partition(", ")
    bearers = find_bearers(name)
    if where:
        regions = {area.region for area in find_bearers(where) if area.is_area}
        bearers = tuple(place for place in bearers if place.region in regions)
    return Site(name, bearers, bool(where))


def is_told(cluster: Cluster) -> bool:
    """Whether an article calls it something that is its own: "New York" is a state, too, "New York
    City" is none.
    """
    return any(fold_place(node.name) not in SHARED for node in cluster.nodes)


def find_area(cluster: Cluster) -> Location | None:
    """What needs no other place beside it: a country, state or continent, and what the name itself
    or the article's code places.
    """
    site = make_site(cluster.key)
    if not site.bearers or not is_told(cluster):
        return None
    if site.name in SURE_IF_CODED:
        codes = {node.country_code for node in cluster.nodes}
        return locate(
            choose_largest([place for place in site.bearers if place.country_code in codes]), BEFORE
        )
    is_plain = site.is_qualified or site.bearers[0].is_area
    return locate(choose_largest(site.bearers), BEFORE) if is_plain else None


def is_open(cluster: Cluster) -> bool:
    """Whether articles can tell which city it is."""
    site = make_site(cluster.key)
    if not site.bearers or site.name in SURE_IF_CODED or site.is_qualified:
        return False
    return is_told(cluster) and find_area(cluster) is None


def find_city(key: str, told: Told, found_in: int) -> Location | None:
    """The one bearer of the name that the articles allow."""
    site = make_site(key)
    return locate(choose_supported(site.name, site.bearers, told), found_in)


def find_common_country(key: str, told: Told) -> str | None:
    """The country of all bearers of a name, where articles name it, too: Springfield lies in the
    United States, whichever it is.
    """
    code = name_common_country(make_site(key))
    support = sum(
        count for regions, count in told.items() if code in {region[:2] for region in regions}
    )
    return code if 2 * support >= sum(told.values()) else None


def name_common_country(site: Site) -> str | None:
    """The one country of all bearers of a name that is nothing else's."""
    codes = {place.country_code for place in site.bearers}
    is_shared = site.name in ORDINARY_WORDS or any(place.namesakes for place in site.bearers)
    return codes.pop() if len(codes) == 1 and not is_shared else None


def find_main_name(key: str, geonames_id: int) -> str | None:
    """The key of the place's main name, by any key of it."""
    return next(
        (place.key for place in make_site(key).bearers if place.geonames_id == geonames_id), None
    )


def choose_first(keys: Iterable[tuple[str, str]], geonames_id: int) -> str:
    """Of clusters of one place, as (key, id), the id of that of the main name, else of the first
    name.
    """
    ranked = sorted(keys)
    main_names = {find_main_name(key, geonames_id) for key, _ in ranked}
    return min(ranked, key=lambda one: (one[0] not in main_names, one))[1]


# ---- of all places at once -----------------------------------------------------------------------


Articles = Mapping[str, frozenset[str]]  # node_id -> its articles


def locate_all(clusters: Sequence[Cluster], articles_of: Articles) -> list[Cluster]:
    """geonames_id and country_code are set; clusters that turn out to be one place are one ("Khan
    Younis", "Khan Yunis").
    """
    atlas = Atlas([cluster for cluster in clusters if cluster.kind == "place"], articles_of)
    atlas.name_codes(clusters)
    atlas.settle([(cluster, find_area(cluster)) for cluster in atlas.places])
    for found_in in ROUNDS:
        atlas.settle(
            [
                (one, find_city(one.key, atlas.list_told(one), found_in))
                for one in atlas.list_waiting()
            ]
        )
    for cluster in atlas.places:
        cluster.country_code = cluster.country_code or find_common_country(
            cluster.key, atlas.list_told(cluster)
        )
    return unite(clusters)


class Atlas:
    """Clusters of places, and the countries and states that articles name."""

    def __init__(self, places: Sequence[Cluster], articles_of: Articles) -> None:
        self.places = places
        self.articles_of = articles_of
        self.named: defaultdict[str, set[str]] = defaultdict(set)

    def name_codes(self, clusters: Iterable[Cluster]) -> None:
        """The countries that articles name by a body of theirs ("the White House")."""
        bodies = (cluster for cluster in clusters if cluster.kind == "organisation")
        for node in (node for cluster in bodies for node in cluster.nodes if node.country_code):
            for article_id in self.articles_of[node.node_id]:
                self.named[article_id].add(node.country_code or "")

    def list_waiting(self) -> list[Cluster]:
        """Those that articles can tell, and have not."""
        return [cluster for cluster in self.places if is_open(cluster) and not cluster.geonames_id]

    def list_articles(self, cluster: Cluster) -> set[str]:
        return {article for node in cluster.nodes for article in self.articles_of[node.node_id]}

    def list_told(self, cluster: Cluster) -> Told:
        told: defaultdict[frozenset[str], int] = defaultdict(int)
        for article_id in self.list_articles(cluster):
            told[frozenset(self.named.get(article_id, ()))] += 1
        return told

    def settle(self, found: Iterable[tuple[Cluster, Location | None]]) -> None:
        """Give places what was found for them, and name its region in their articles."""
        for cluster, location in found:
            if location:
                cluster.geonames_id, cluster.country_code = (
                    location.geonames_id,
                    location.country_code,
                )
                for article_id in self.list_articles(cluster) if location.region else ():
                    self.named[article_id].add(location.region)


def unite(clusters: Sequence[Cluster]) -> list[Cluster]:
    """One cluster a place."""
    groups: defaultdict[int, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.geonames_id:
            groups[cluster.geonames_id].append(cluster)
    swallowed: set[int] = set()
    for geonames_id, group in groups.items():
        place = int(choose_first([(one.key, str(n)) for n, one in enumerate(group)], geonames_id))
        for other in (*group[:place], *group[place + 1 :]):
            group[place].nodes.extend(other.nodes)
            swallowed.add(id(other))
    return [cluster for cluster in clusters if id(cluster) not in swallowed]
