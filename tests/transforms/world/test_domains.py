"""The country of an address, and the order of dates that it tells."""

import pytest

from transforms.clean.dates.order import is_month_first
from transforms.world.domains import find_country_of, spell_country


@pytest.mark.parametrize(
    ("domain", "country"),
    [
        ("courier.de", "DE"),
        ("courier.co.uk", "GB"),
        ("courier.london", "GB"),
        ("courier.nyc", "US"),
        ("courier.io", None),
        ("courier.eu", None),
        ("courier.com", None),
        ("courier.online", None),
        ("courier.рф", None),
        ("", None),
        (None, None),
    ],
)
def test_an_ending_is_of_its_country_unless_the_world_uses_it(domain, country):
    assert find_country_of(domain) == country


def test_codes_are_spelt_as_iso_spells_them():
    assert [spell_country(code) for code in ("uk", "UK", "de")] == ["GB", "GB", "DE"]


@pytest.mark.parametrize(
    ("address", "order"),
    [
        ("https://courier.us/7", True),
        ("https://courier.edu/7", True),
        ("https://courier.boston/7", True),
        ("https://courier.ie/7", False),
        ("https://courier.wales/7", False),
        ("https://courier.com/7", None),
        ("https://courier.press/7", None),
        ("https://courier.online/7", None),
    ],
)
def test_english_alone_tells_no_order_but_the_country_of_the_address_does(address, order):
    assert is_month_first(["03/04/2024"], "en", address) == order
