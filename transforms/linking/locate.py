"""Clusters of places in, the same with their GeoNames keys and countries, where name and articles leave no doubt.

What an article names beside a place is the evidence: "Birmingham" where Britain is named, "Fayetteville" where North Carolina is. A name is
sure without it only where one large city is by far the largest of that name. What one round finds is evidence in the next.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from transforms.linking.cluster import Cluster
from transforms.linking.evidence import ORDINARY_WORDS, choose_largest, choose_supported
from transforms.linking.gazetteer import KnownPlace, find_bearers
from transforms.linking.place import find_place, join_words
from transforms.world.countries import SHARED_NAMES
from transforms.world.words import read_words

Named = Mapping[str, set[str]]  # article_id -> countries ("GB") and states ("US-NC") that it names

SHARED = read_words("shared_places")
SURE_IF_CODED = frozenset(map(find_place, SHARED_NAMES))  # the article gives the country of Georgia where it also writes "Georgian"
ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Site:
    """A cluster of places, what its name can mean, and the articles that speak of it."""

    cluster: Cluster
    name: str
    bearers: tuple[KnownPlace, ...]
    article_ids: frozenset[str]
    is_qualified: bool

    @property
    def is_told(self) -> bool:
        """Whether an article calls it something that is its own: "New York" is a state, too, "New York City" is none."""
        return any(join_words(node.name) not in SHARED for node in self.cluster.nodes)


def locate(clusters: Sequence[Cluster]) -> list[Cluster]:
    """geonames_id and country_code are set; clusters that turn out to be one place are one ("Khan Younis", "Khan Yunis")."""
    sites = [site for cluster in clusters if cluster.kind == "place" and (site := make_site(cluster)).bearers]
    named = read_codes(clusters)
    found = settle(sites, [choose_area(site) for site in sites], named)
    for _ in range(ROUNDS):
        found |= settle(sites, [choose_city(site, named) for site in sites], named)
    for site in sites:
        site.cluster.country_code = site.cluster.country_code or find_common_country(site, named)
    return unite(clusters, found)


def make_site(cluster: Cluster) -> Site:
    """ "moscow, idaho" is looked for in Idaho only."""
    name, _, where = cluster.key.partition(", ")
    bearers = find_bearers(name)
    if where:
        regions = {area.region for area in find_bearers(where) if area.is_area}
        bearers = tuple(place for place in bearers if place.region in regions)
    articles = frozenset(referent.article_id for node in cluster.nodes for referent in node.referents)
    return Site(cluster, name, bearers, articles, bool(where))


def read_codes(clusters: Iterable[Cluster]) -> defaultdict[str, set[str]]:
    """The countries that articles name by a body of theirs ("the White House")."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for node in (node for cluster in clusters if cluster.kind == "organisation" for node in cluster.nodes if node.country_code):
        for referent in node.referents:
            named[referent.article_id].add(node.country_code or "")
    return named


def settle(sites: Sequence[Site], chosen: Sequence[KnownPlace | None], named: defaultdict[str, set[str]]) -> dict[int, str]:
    """Give sites what was chosen for them, and name its region in their articles; the main names of the places, by GeoNames key."""
    found: dict[int, str] = {}
    for site, place in zip(sites, chosen, strict=True):
        if place and site.cluster.geonames_id is None:
            site.cluster.geonames_id, site.cluster.country_code = place.geonames_id, place.country_code
            found[place.geonames_id] = place.key
            for article_id in site.article_ids if place.region else ():
                named[article_id].add(place.region)
    return found


def choose_area(site: Site) -> KnownPlace | None:
    """What needs no other place beside it: a country, state or continent, and what the name itself or the article's code places."""
    if not site.is_told:
        return None
    if site.name in SURE_IF_CODED:
        codes = {node.country_code for node in site.cluster.nodes}
        return choose_largest([place for place in site.bearers if place.country_code in codes])
    return choose_largest(site.bearers) if site.is_qualified or site.bearers[0].is_area else None


def choose_city(site: Site, named: Named) -> KnownPlace | None:
    """The one bearer of the name that the articles allow."""
    if not site.is_told or site.name in SURE_IF_CODED or site.is_qualified or site.cluster.geonames_id:
        return None
    return choose_supported(site.name, site.bearers, [named.get(article_id, set()) for article_id in site.article_ids])


def find_common_country(site: Site, named: Named) -> str | None:
    """The country of all bearers of a name, where articles name it, too: Springfield lies in the United States, whichever it is."""
    (code, *others) = {place.country_code for place in site.bearers}
    if others or code is None or site.name in ORDINARY_WORDS or any(place.namesakes for place in site.bearers):
        return None
    support = sum(any(region[:2] == code for region in named.get(article_id, ())) for article_id in site.article_ids)
    return code if 2 * support >= len(site.article_ids) else None


def unite(clusters: Sequence[Cluster], main_names: Mapping[int, str]) -> list[Cluster]:
    """One cluster a place: that of its main name, else that of the first name."""
    first: dict[int, Cluster] = {}
    for cluster in sorted(clusters, key=lambda cluster: (cluster.key != main_names.get(cluster.geonames_id or 0), cluster.key)):
        if cluster.geonames_id and first.setdefault(cluster.geonames_id, cluster) is not cluster:
            first[cluster.geonames_id].nodes.extend(cluster.nodes)
    return [cluster for cluster in clusters if first.get(cluster.geonames_id or 0, cluster) is cluster]
