"""The numbers of linking: what is enough evidence is taken, what is too little is not, and either
fails where the number is doubled or halved.
"""

import pytest

from tests.numbers import Number
from transforms.linking import evidence, organisation, same_person
from transforms.linking.gazetteer import KnownPlace


def place(population: int, region: str = "GB", key: str = "marlow quay") -> KnownPlace:
    return KnownPlace(population, key, region, population, is_area=False, namesakes=frozenset())


def is_larger(times: int) -> bool:
    return evidence.is_larger(place(times * 1_000), [place(1_000)])


def speaks_for_itself(people: int) -> bool:
    return evidence.speaks_for_itself(place(people), "marlow quay", [])


def has_a_telling_country(people: int) -> bool:
    return evidence.find_telling_country(place(people, "US-CA")) == "US"


def stays_though_a_word(people: int) -> bool:
    """Whether "reading" is that city where every article names its country."""
    word = next(iter(sorted(evidence.ORDINARY_WORDS)))
    city = place(people, key=word)
    return evidence.is_sure(city, word, [city], {frozenset({"GB"}): 9})


def tells_of_many(countries: int) -> bool:
    told = {frozenset(f"C{number}" for number in range(countries)): 1}
    return bool(evidence.keep_telling(place(90_000), [], told))


def tells_beside_another_at_home(countries: int) -> bool:
    told = {frozenset(f"C{number}" for number in range(countries)): 1}
    return bool(evidence.keep_telling(place(90_000), [place(80_000)], told))


CASES = [
    Number(evidence, "LARGER", is_larger, 12, 8),
    Number(evidence, "LARGE_CITY", speaks_for_itself, 500_000, 300_000),
    Number(evidence, "TOWN", has_a_telling_country, 60_000, 40_000),
    Number(evidence, "CITY", stays_though_a_word, 120_000, 80_000),
    Number(evidence, "MANY", tells_of_many, 7, 10),
    Number(evidence, "FEW", tells_beside_another_at_home, 2, 5),
]
SURE = [  # names, and how sure it is that they are one person's
    ("SHORT", "Quill", "Ada Quill", 0.9),
    ("SUFFIX_MISSING", "Hans Quill Jr.", "Hans Quill", 0.9),
    ("SECOND_SURNAME", "Nicolás Quill Moros", "Nicolás Quill", 0.7),
    ("OTHER_GIVEN", "Ada Quill", "Boris Quill", 0.3),
    ("OTHER_SUFFIX", "Hans Quill Jr.", "Hans Quill Sr.", 0.2),
    ("VOWELS_DIFFER", "Ada Barton", "Ada Burton", 0.6),
    ("OTHER_SURNAME", "Ada Quill", "Ada Berg", 0.1),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


@pytest.mark.parametrize(("number", "one", "other", "score"), SURE, ids=[case[0] for case in SURE])
def test_two_names_are_one_persons_as_surely_as_the_number_says(
    number: str, one: str, other: str, score: float
) -> None:
    assert same_person.score_people(one, other) == same_person.score_people(other, one) == score


def test_a_body_that_says_less_than_another_may_be_it() -> None:
    assert organisation.score_bodies("Ministry of Defence", "French Ministry of Defence") == 0.7
