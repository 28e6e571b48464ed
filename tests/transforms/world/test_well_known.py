"""Given names that tell a person with a surname behind them."""

import pytest

from transforms.world.lexicon import MEN, WOMEN
from transforms.world.well_known import FIRST_NAMES
from transforms.world.words import fold


@pytest.mark.parametrize("name", ["Ada", "Karsten", "André", "Антип", "Tonje", "Camila"])
def test_given_names_of_many_countries_are_known(name):
    assert name in FIRST_NAMES


@pytest.mark.parametrize(
    "word", ["Edit", "Love", "Job", "Wolf", "Pier", "Berlin", "Alexa", "Cruz", "Reyes"]
)
def test_words_places_and_things_are_no_given_names(word):
    assert word not in FIRST_NAMES


def test_each_given_name_is_one_word_with_a_capital():
    assert all(name[0].isupper() and fold(name) and " " not in name for name in FIRST_NAMES)


def test_a_name_that_men_and_women_bear_tells_neither():
    assert not MEN & WOMEN
    assert not {"Andrea", "Jean", "Leslie"} & (MEN | WOMEN)


@pytest.mark.parametrize(("names", "told"), [(MEN, "Morton Bernd"), (WOMEN, "Becky Ricarda")])
def test_most_given_names_tell_a_man_or_a_woman(names, told):
    assert names >= set(told.split())
