"""The map shows where places lie among the shores, names them where there is room, and says what
the rows say.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.charts import WIDTH
from report.map import draw_map, find_frame, is_free, overlap, read_outlines, read_spots

PORTS = [
    {"place": "Gdynia", "latitude": 54.52, "longitude": 18.53, "article_count": 8},
    {"place": "Visby <b>", "latitude": 57.64, "longitude": 18.30, "article_count": 2},
    {"place": "Nowhere", "latitude": None, "longitude": None, "article_count": 9},
]


def draw(rows: list[dict[str, object]]) -> str:
    return draw_map(rows, "place", "article_count", "Ports")


def test_a_place_with_degrees_is_a_disc_whose_area_is_its_count_and_one_without_is_not_on_the_map() -> (
    None
):
    drawn = draw(PORTS)
    discs = re.findall(
        r'<circle class="disc" cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"><title>(.*?)</title>', drawn
    )
    assert [told for *_, told in discs] == ["Gdynia: 8", "Visby &lt;b&gt;: 2"]
    (gdynia_x, gdynia_y, gdynia_r, _), (visby_x, visby_y, visby_r, _) = discs
    assert float(gdynia_y) > float(visby_y)  # south of it
    assert abs(float(gdynia_x) - float(visby_x)) < 10
    assert float(gdynia_r) - 3 == 2 * (float(visby_r) - 3)
    assert 'role="img" aria-label="Ports"' in drawn
    assert re.findall("<text[^>]*>(.*?)</text>", drawn) == ["Gdynia", "Visby &lt;b&gt;"]


def test_names_do_not_lie_on_each_other() -> None:
    crowd = [
        {"place": f"Port {number}", "latitude": 54.0, "longitude": 18.0, "article_count": number}
        for number in range(1, 9)
    ]
    assert re.findall("<text[^>]*>(.*?)</text>", draw(crowd)) == [
        "Port 8",
        "Port 7",
        "Port 6",
        "Port 5",
    ]  # to the right, to the left, below and above


def test_a_name_does_not_cover_another_disc() -> None:
    """A port lies where the name of Visby would stand."""
    neighbours = [
        {"place": "Visby", "latitude": 57.64, "longitude": 18.30, "article_count": 9},
        {"place": "Ventspils", "latitude": 57.40, "longitude": 20.60, "article_count": 1},
    ]
    named = re.findall(r'text-anchor="(\w+)">(\w+)<', draw(neighbours))
    assert named == [("end", "Visby"), ("start", "Ventspils")]


@pytest.mark.parametrize(
    ("beside", "is_over"),
    [
        ((10.0, 0.0, 20.0, 10.0), False),  # edge to edge
        ((0.0, 10.0, 10.0, 20.0), False),
        ((9.0, 0.0, 20.0, 10.0), True),
        ((0.0, 9.0, 10.0, 20.0), True),
        ((9.0, 20.0, 20.0, 30.0), False),  # over it, and far below
        ((20.0, 9.0, 30.0, 20.0), False),
    ],
)
def test_two_that_only_touch_do_not_overlap(
    beside: tuple[float, float, float, float], is_over: bool
) -> None:
    first = (0.0, 0.0, 10.0, 10.0)
    assert overlap(first, beside) == overlap(beside, first) == is_over


def test_a_name_may_reach_to_every_edge_and_beyond_none() -> None:
    frame = find_frame(read_spots(PORTS, "place", "article_count"))
    whole = (0, 0, WIDTH, frame.height)
    assert is_free(whole, [], frame)
    for edge, step in enumerate((-1, -1, 1, 1)):
        beyond = [place + step * (at == edge) for at, place in enumerate(whole)]
        assert not is_free(tuple(beyond), [], frame)


def test_without_a_place_that_is_known_nothing_is_drawn() -> None:
    assert draw([]) == draw(PORTS[2:]) == ""


def test_the_map_of_a_region_brings_only_its_own_shores() -> None:
    of_all = sum(len(outline.path) for outline in read_outlines())
    assert len(draw(PORTS)) < of_all / 2
    assert {outline.kind for outline in read_outlines()} == {"land", "border"}


degrees = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(st.lists(degrees, min_size=1, max_size=8))
def test_the_frame_holds_every_place_between_the_ice(points: list[tuple[float, float]]) -> None:
    rows = [
        {"place": "p", "latitude": north, "longitude": east, "article_count": 1}
        for north, east in points
    ]
    frame = find_frame(read_spots(rows, "place", "article_count"))
    assert 0 < frame.height <= 420
    for spot in read_spots(rows, "place", "article_count"):
        x, y = frame.find(spot)
        assert -1 <= x <= 721
        assert (-1 <= y <= frame.height + 1) or not -60 <= spot.north <= 84
