"""Places and their GeoNames keys: given where name and articles leave no doubt, and never else."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.keys import make_key
from transforms.linking import link
from transforms.linking.place import find_name
from transforms.records import Entity, Linking, OwnEntity, Referent
from transforms.world.gazetteer import find_bearers, index_names
from transforms.world.words import read_words

CODES = {
    "Britain": "GB",
    "England": None,
    "France": "FR",
    "Georgia": "GE",
    "Italy": "IT",
    "Luxembourg": "LU",
    "Spain": "ES",
    "United States": "US",
}


def article(name: str, *places: str) -> list[Referent]:
    """What one article names; countries come with their code, as articles give it."""
    return [
        Referent(
            make_key(name, place), name, place, "place", ((place, "name", 1),), CODES.get(place)
        )
        for place in dict.fromkeys(places)
    ]


def entities(*referents: Referent) -> dict[str, Entity]:
    return {entity.name: entity for entity in link(referents).entities}


def located(name: str, *beside: str) -> tuple[int | None, str | None]:
    """GeoNames key and country of a place in the only article, which names other places, too."""
    entity = entities(*article("a", name, *beside))[name]
    return entity.geonames_id, entity.country_code


@pytest.mark.parametrize(
    ("name", "geonames_id", "code"),
    [
        ("France", 3017382, "FR"),
        ("Europe", 6255148, None),
        ("Scotland", 2638360, "GB"),
        ("California", 5332921, "US"),
        ("Kyiv", 703448, "UA"),
        ("Johannesburg", 993800, "ZA"),
        ("New York City", 5128581, "US"),
        ("Moscow, Russia", 524901, "RU"),
        ("Dayton, Ohio", 4509884, "US"),
    ],
)
def test_some_names_say_it_alone(name: str, geonames_id: int, code: str | None) -> None:
    (entity,) = link(article("a", name)).entities
    assert (entity.geonames_id, entity.country_code) == (geonames_id, code)


def test_a_place_that_is_known_has_its_degrees_and_a_country_the_middle_of_its_people() -> None:
    found = entities(*article("a", "Johannesburg", "France", "Springfield"))
    at = {name: (entity.latitude, entity.longitude) for name, entity in found.items()}
    assert at["Johannesburg"] == (-26.2, 28.04)
    north, east = at["France"]
    assert north is not None
    assert east is not None
    assert 45 < north < 50
    assert 0 < east < 5
    assert at["Springfield"] == (None, None)


@pytest.mark.parametrize(
    "name",
    [
        "Georgia",
        "New York",
        "Washington",
        "Luxembourg",
        "Quebec",
        "Victoria",
        "Springfield",
        "Birmingham",
        "Phoenix",
    ],
)
def test_names_that_several_places_share_are_nobodys(name: str) -> None:
    assert {
        entity.geonames_id for entity in link([Referent("r", "a", name, "place")]).entities
    } == {None}


@pytest.mark.parametrize(
    ("name", "beside", "geonames_id"),
    [
        ("Birmingham", ["Britain"], 2655603),
        ("Birmingham", ["England"], 2655603),
        ("Springfield", ["Missouri"], 4409896),
        ("Phoenix", ["Arizona"], 5308655),
        ("Nice", ["France"], 2990440),
        ("Walvis Bay", ["Windhoek"], None),
        ("Hartlepool", ["Britain"], 2647400),
    ],
)
def test_what_an_article_names_beside_a_place_is_evidence(
    name: str, beside: Sequence[str], geonames_id: int | None
) -> None:
    assert located(name, *beside)[0] == geonames_id


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("Birmingham", ["Britain", "Alabama"]),  # both could be meant
        ("Springfield", ["United States"]),  # there are many
        (
            "Boston",
            ["Britain"],
        ),  # the small one in England, in an article that only does not name Massachusetts
        ("Bali", ["Indonesia"]),  # an island; the city of that name lies in India
        ("Surprise", []),
        (
            "Mansfield",
            ["Texas", "Virginia", "Florida", "Ohio"],
        ),  # a list of states says nothing of one place
    ],
)
def test_weak_evidence_is_none(name: str, beside: Sequence[str]) -> None:
    assert located(name, *beside)[0] is None


def test_what_one_round_finds_is_evidence_in_the_next() -> None:
    assert located("Hartlepool", "Leeds") == (2647400, "GB")


def test_the_country_can_be_sure_where_the_place_is_not() -> None:
    assert located("Springfield", "United States") == (None, "US")


def test_most_articles_must_agree() -> None:
    british = [one for n in range(4) for one in article(f"b{n}", "Birmingham", "Britain")]
    american = article("a", "Birmingham", "Alabama")
    assert entities(*british, *american)["Birmingham"].geonames_id == 2655603
    assert entities(*british[:4], *american)["Birmingham"].geonames_id is None


def test_spellings_of_one_place_are_one_entity() -> None:
    linking = link(
        [
            *article("a", "Khan Younis", "Rafah", "Palestine"),
            *article("b", "Khan Yunis", "Palestine"),
        ]
    )
    (place,) = [entity for entity in linking.entities if entity.geonames_id == 281124]
    assert sum(entity_id == place.entity_id for entity_id in linking.entity_of.values()) == 2


def test_the_own_list_says_where_a_place_lies() -> None:
    own = OwnEntity("p1", "The Apple", "place", ("Chicago",), geonames_id=5128581)
    found = {
        entity.name: entity
        for entity in link(article("a", "Chicago", "New York City"), [own]).entities
    }
    assert found["The Apple"].geonames_id == 5128581
    assert found["New York City"].geonames_id is None, "a key is one entity's"


def test_people_and_bodies_have_none() -> None:
    assert {
        entity.geonames_id
        for entity in link(
            [Referent("r", "a", "Paris", "person"), Referent("s", "a", "Chicago", "organisation")]
        ).entities
    } == {None}


def test_names_of_the_table_are_as_linking_compares_them() -> None:
    """A stale table would be looked up in vain: `python -m training.geonames` makes it anew."""
    names = Random(3).sample(sorted(index_names()), 2000)
    assert [
        name
        for name in names
        if find_name(name) not in (name, *(bearer.key for bearer in find_bearers(name)))
    ] == []


def test_the_lists_of_names_name_places() -> None:
    unknown = {name for name in read_words("ordinary_places") if not find_bearers(name)}
    assert unknown == set()


PLACES = st.sampled_from(
    [
        "Birmingham",
        "Britain",
        "Alabama",
        "Khan Younis",
        "Khan Yunis",
        "Georgia",
        "France",
        "Paris",
        "Springfield",
        "Nice",
        "Leeds",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(PLACES, max_size=4), max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter_and_a_key_is_one_entitys(
    articles: list[list[str]], chance: Random
) -> None:
    referents = [
        one for number, places in enumerate(articles) for one in article(f"a{number}", *places)
    ]
    linking: Linking = link(referents)
    keys = [entity.geonames_id for entity in linking.entities if entity.geonames_id]
    assert len(keys) == len(set(keys))
    chance.shuffle(referents)
    assert link(referents) == linking
