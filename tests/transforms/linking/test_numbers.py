"""The numbers of linking: what is enough evidence is taken, what is too little is not, and either
fails where the number is doubled or halved.
"""

from collections import Counter

import pytest

from tests.numbers import Number
from transforms.linking import (
    bearers,
    cluster,
    evidence,
    lone,
    organisation,
    organisations,
    people,
    same_person,
    stories,
)
from transforms.linking.bearer import make_bearer
from transforms.linking.cluster import Cluster
from transforms.linking.lone import find_known, index_namesakes
from transforms.linking.node import Node
from transforms.linking.stories import Telling
from transforms.world.gazetteer import KnownPlace


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


def make_node(name: str, weight: int = 1) -> Node:
    """A person named so in so many articles."""
    return Node(name, "person", "person", name, weight=weight)


def are_compared(middle_names: int) -> bool:
    """Whether "A." goes to "Ab" where so many bear one given name and surname."""
    marks = [((f"z{n}",), "") for n in range(middle_names - 2)]
    marked = {mark: [make_node(mark[0][0])] for mark in [*marks, (("ab",), ""), (("a",), "")]}
    return len(bearers.join_agreeing(marked, {})) < middle_names


def is_dominant(articles: int) -> bool:
    """Whether who is in so many articles is meant beside one who is in one."""
    many, one = make_node("Ada Quill", articles), make_node("Ben Quill", 1)
    return cluster.choose_dominant([make_cluster(many), make_cluster(one)]) is not None


def make_cluster(node: Node) -> Cluster:
    return Cluster(node.kind, node.name.lower(), [node])


def is_stated(articles: int) -> bool:
    """Whether "NPB" is the body of which so many articles state it."""
    board = make_cluster(Node("1", "organisation", "organisation", "Norland Pilot Board"))
    letters = make_cluster(Node("2", "organisation", "organisation", "NPB"))
    clusters = {one.key: one for one in (board, letters)}
    stated = {"npb": Counter({board.key: articles})}
    return organisations.find_stated(letters, clusters, stated) == board.key


def goes_by_second_name(groups: int) -> bool:
    """Whether Willard Mitt Quill is Mitt Quill where the surname has so many given names."""
    names = ["Willard Mitt Quill", "Mitt Quill", "Ada Quill", "Ben Quill", "Cy Quill"][:groups]
    nodes = [make_node(name) for name in names]
    return len(people.cluster_full_names(nodes, {}, people.find_common(nodes))) < groups


def is_well_known(articles: int) -> bool:
    """Whether Quill is Ada Quill, the only one, who is in so many articles."""
    ada, quill = make_node("Ada Quill", articles), make_node("Quill")
    namesakes = index_namesakes([make_bearer(make_cluster(ada))])
    return find_known(namesakes, quill) is not None


def are_one_story(names: int, days: int = 0) -> bool:
    """Whether two articles are that which both name so many others, so many days apart."""
    told = frozenset((f"ada quill{n}", f"quill{n}") for n in range(names))
    return stories.are_one(Telling("a", told, 0), Telling("b", told, days), "berg")


def are_near(days: int) -> bool:
    return are_one_story(5, days)


CASES = [
    Number(bearers, "MANY_MARKS", are_compared, 300, 301),
    Number(cluster, "DOMINANT", is_dominant, 4, 3),
    Number(organisations, "STATED_OFTEN", is_stated, 4, 3),
    Number(people, "FEW_BEARERS", goes_by_second_name, 3, 4),
    Number(lone, "WELL_KNOWN", is_well_known, 5, 4),
    Number(stories, "SHARED", are_one_story, 2, 1),
    Number(stories, "DAYS", are_near, 7, 8),
    Number(evidence, "LARGER", is_larger, 10, 9),
    Number(evidence, "LARGE_CITY", speaks_for_itself, 400000, 399999),
    Number(evidence, "TOWN", has_a_telling_country, 50000, 49999),
    Number(evidence, "CITY", stays_though_a_word, 100000, 99999),
    Number(evidence, "MANY", tells_of_many, 8, 9),
    Number(evidence, "FEW", tells_beside_another_at_home, 3, 4),
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
