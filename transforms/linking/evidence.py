"""The bearers of a name and what articles name beside it in, the bearer that is surely meant out.

Evidence is a country ("GB") or a state of the United States ("US-NC"). A bearer speaks for itself
where it is by far the largest.
"""

from collections.abc import Iterable, Mapping, Sequence

from transforms.linking.cluster import DOMINANT
from transforms.world.gazetteer import KnownPlace
from transforms.world.words import read_words

ORDINARY_WORDS = read_words("ordinary_places")
# countries and states that an article names -> articles that have a place and name just these
Told = Mapping[frozenset[str], int]
LARGER = 10  # times as many people as the next of its name, to be meant where nothing is said
TOWN = 50_000  # people: what the country alone can be evidence for, in the United States
CITY = 100_000  # people: what a name can mean that is a word or a region's, too
LARGE_CITY = 400_000  # people: what a main name can mean without evidence
MANY = 8  # countries and states: an article that names more of them says nothing of a place by it;
FEW = 3  # where others of the name lie in the same country, one that names more than this


def choose_largest(places: Sequence[KnownPlace]) -> KnownPlace | None:
    """An area, or the city that is by far the largest."""
    if places and (places[0].is_area or is_larger(places[0], places[1:])):
        return places[0]
    return None


def is_larger(place: KnownPlace, others: Iterable[KnownPlace]) -> bool:
    return all(place.population >= LARGER * other.population for other in others)


def choose_supported(name: str, bearers: Sequence[KnownPlace], told: Told) -> KnownPlace | None:
    """told: of the articles that have the name."""
    return next((place for place in bearers if is_sure(place, name, bearers, told)), None)


def is_sure(place: KnownPlace, name: str, bearers: Sequence[KnownPlace], told: Told) -> bool:
    others = [other for other in bearers if other is not place]
    if any(other.population > DOMINANT * place.population for other in others):
        return False
    is_word = is_ordinary(place, name)
    evidence = list_evidence(place, others, is_word=is_word)
    support, against = weigh(
        evidence, list_rivals(place, others), keep_telling(place, others, told)
    )
    articles = sum(told.values())
    if not is_word and speaks_for_itself(place, name, others):
        return DOMINANT * against <= articles
    is_supported = 2 * support >= articles and support >= DOMINANT * against
    return is_supported and (place.population >= CITY or not is_word)


def is_ordinary(place: KnownPlace, name: str) -> bool:
    """Whether the name may mean no such place at all: it is a word, or a region's too."""
    return bool(place.namesakes) or name in ORDINARY_WORDS


def speaks_for_itself(place: KnownPlace, name: str, others: Iterable[KnownPlace]) -> bool:
    """Whether a main name means the place where nothing is said."""
    is_large = name == place.key and place.population >= LARGE_CITY
    return is_large and is_larger(place, others)


def list_evidence(place: KnownPlace, others: Sequence[KnownPlace], *, is_word: bool) -> list[str]:
    """What an article can name that speaks for the place: its state, then its country, where it is
    by far the largest there.
    """
    in_region = [other for other in others if other.region == place.region]
    evidence = [place.region] if is_larger(place, in_region) else []
    code = find_telling_country(place)
    if is_word or code is None:
        return evidence
    in_country = [other for other in others if other.country_code == code]
    return [*evidence, code] if is_larger(place, in_country) else evidence


def find_telling_country(place: KnownPlace) -> str | None:
    """The country that can be evidence for a place beside its state: None of a small town, and
    where states are not told apart.
    """
    code = place.country_code
    return code if code and code != place.region and place.population >= TOWN else None


def list_rivals(place: KnownPlace, others: Iterable[KnownPlace]) -> set[str]:
    """What speaks for others of the name: their states, and countries that are not the place's
    own.
    """
    regions = {
        region for other in others for region in (other.region, other.region[:2])
    } | place.namesakes
    return regions - {place.region, place.region[:2]}


def keep_telling(place: KnownPlace, others: Iterable[KnownPlace], told: Told) -> Told:
    """Those that name so little that it tells."""
    at_home = [other for other in others if other.country_code == place.country_code]
    most = MANY if is_larger(place, at_home) else FEW
    return {regions: count for regions, count in told.items() if len(regions) <= most}


def weigh(evidence: Sequence[str], rivals: set[str], told: Told) -> tuple[int, int]:
    """In how many articles something speaks for a place and nothing for another, and the reverse.
    The first evidence says most.
    """
    support = against = 0
    for regions, count in told.items():
        is_rivalled = not rivals.isdisjoint(regions)
        if not is_rivalled and not regions.isdisjoint(evidence):
            support += count
        elif is_rivalled and regions.isdisjoint(evidence[:1]):
            against += count
    return support, against
