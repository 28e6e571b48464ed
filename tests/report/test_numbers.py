"""The numbers of the report: how large its drawings are, and how much its pages show; each fails
where it is doubled or halved.
"""

import re
from collections import defaultdict
from datetime import date

import pytest

from report import map as world
from report import site, strands
from report.charts import draw_ties
from report.links import Links
from report.map import Spot
from tests.numbers import Number

TIES = [{"source": "Nordwire", "outlet": outlet, "count": 2} for outlet in ("Post", "Tribuna")]
STEP = {"giver": "Ada Quill", "giver_place": 0, "taker": "Post", "taker_place": 4, "quote_count": 1}


def spots(count: int, *, apart: float = 3.0) -> list[Spot]:
    """Places of one size in rows of ten, from the equator northwards."""
    return [
        Spot("Io", number // 10 * apart, number % 10 * apart, 0.1, "") for number in range(count)
    ]


def are_all_named(places: int) -> bool:
    some = spots(places)
    return len(list(world.draw_names(some, world.find_frame(some)))) == places


def is_free_to_be_named(share: float) -> bool:
    """Whether a name may begin so far from the middle of a disc, as a share of its radius."""
    [spot] = some = spots(1)
    frame = world.find_frame(some)
    x, y = frame.find(spot)
    left = x + world.find_radius(spot) * share
    return world.is_free((left, y - 1, left + 20, y + 1), [world.find_core(spot, frame)], frame)


def fits(name: str) -> bool:
    return f">{name}</text>" in strands.draw_chains([STEP | {"giver": name}], "Ways")


def is_shown_whole(characters: int) -> bool:
    article = defaultdict(str, {"text": "x" * characters})
    found = dict.fromkeys(("quotes", "spans", "referents", "origin"), ())
    return "x" * characters in site.build_article(article, found, Links())


def have_all_pages(articles: int) -> bool:
    answers = iter([[{"article_id": f"a{number}"} for number in range(articles)]])
    found = site.gather(lambda statement, variables: next(answers, []))
    return len(found.links.articles) == articles


CASES = [
    Number(world, "MOST_NAMES", are_all_named, 24, 25),
    Number(world, "CORE", is_free_to_be_named, 0.8, 0.5),
    Number(strands, "MOST_LETTERS", fits, "The old Harbour Post", "The old weekly Harbour Times"),
    Number(site, "LONGEST_TEXT", is_shown_whole, 200000, 200001),
    Number(site, "MOST_ARTICLES", have_all_pages, 3000, 3001),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_there_is_room_for_is_shown_and_what_there_is_not_is_cut_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


def test_ties_have_a_line_for_each_name_and_room_for_the_names_beside_them() -> None:
    drawn = draw_ties(TIES, "source", "outlet", "count", "Ties")
    assert 'viewBox="0 0 720 56"' in drawn
    assert '<text x="242" y="32" text-anchor="end">Nordwire</text>' in drawn
    assert 'd="M250 28.0C' in drawn


def test_ways_have_a_line_for_each_name_and_room_for_the_names_at_their_ends() -> None:
    drawn = strands.draw_chains([STEP], "Ways")
    assert 'viewBox="0 0 720 52"' in drawn
    assert 'd="M170.0 41.0C' in drawn


def test_lines_over_months_are_drawn_on_a_band_of_the_page() -> None:
    row = {"place": "Kyiv", "spelling": "Kiev", "month": date(2024, 1, 1), "share": 1.0}
    drawn = strands.draw_lines([row], "place", "spelling", "month", "share")
    assert 'viewBox="0 0 720 150"' in drawn


def test_a_map_shows_a_region_round_one_place_and_a_margin_round_several() -> None:
    one = world.find_frame(spots(1))
    assert one.north - one.south == pytest.approx(24)
    several = world.find_frame([*spots(1), Spot("Io", 40.0, 0.0, 0.1, "")])
    assert several.north == pytest.approx(44)


def test_the_shores_are_drawn_in_tenths_of_a_degree() -> None:
    frame = world.find_frame(spots(1))
    [scale] = re.findall(r"scale\(([\d.]+) ", world.draw_land(frame))
    assert float(scale) * 10 == pytest.approx(frame.east_scale, rel=0.01)
