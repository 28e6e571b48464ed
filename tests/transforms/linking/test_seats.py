"""By which of the places that bodies of one name are "of" they may be one body."""

import pytest

from transforms.linking.seats import is_one


@pytest.mark.parametrize(
    "places", [{"oslo"}, {"bergen"}, {"oslo", "norway"}, {"washington", "united states"}]
)
def test_one_place_is_one_and_so_are_a_capital_and_its_country(places: set[str]) -> None:
    assert is_one(places)


@pytest.mark.parametrize(
    "places",
    [
        set(),
        {"oslo", "bergen"},
        {"bergen", "norway"},  # no capital
        {"oslo", "sweden"},
        {"oslo", "stockholm"},
        {"norway", "sweden"},
        {"denmark", "kingdom of denmark"},
        {"oslo", "norway", "sweden"},
    ],
)
def test_two_places_are_not(places: set[str]) -> None:
    assert not is_one(places)
