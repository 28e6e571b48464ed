"""The network over the lines of a page: how far each line sees, and that pages read in pieces are
read the same.
"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.clean.models.networks import Layer, LineNet, Matrix, look_around, scale_rows

WIDTH = 3


def make_net(*distances: int) -> LineNet:
    chance = np.random.default_rng(4)

    def draw(*shape: int) -> Matrix:
        return chance.standard_normal(shape).astype(np.float32)

    first = Layer(0, draw(2, WIDTH), draw(WIDTH))
    others = (Layer(distance, draw(3 * WIDTH, WIDTH), draw(WIDTH)) for distance in distances)
    return LineNet(
        ("width", "stops"),
        np.zeros(2, dtype=np.float32),
        np.ones(2, dtype=np.float32),
        (first, *others),
        draw(WIDTH),
        draw(2),
        0.5,
    )


def test_a_line_sees_itself_and_the_lines_at_a_distance_and_nothing_beyond_the_page() -> None:
    seen = np.array([[1], [2], [3]], dtype=np.float32)
    assert look_around(seen, 2).tolist() == [[0, 1, 3], [0, 2, 0], [1, 3, 0]]
    assert look_around(seen, 9).tolist() == [[0, 1, 0], [0, 2, 0], [0, 3, 0]]


def test_no_line_beyond_its_reach_has_a_say_and_all_within_it_may() -> None:
    net = make_net(1, 2)
    rows = np.random.default_rng(5).standard_normal((9, 2))
    told = net.estimate(rows)
    for at in range(9):
        changed = rows.copy()
        changed[at] += 1
        differs = np.flatnonzero(net.estimate(changed) != told)
        assert np.all(abs(differs - at) <= net.reach)
        assert at in differs


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 40), st.integers(1, 12))
def test_a_page_read_in_pieces_is_read_as_a_whole(count: int, piece: int) -> None:
    net = make_net(1, 2, 4)
    rows = np.random.default_rng(count).standard_normal((count, 2))
    assert net.estimate(rows, piece) == pytest.approx(net.estimate(rows), abs=1e-4)


@pytest.mark.parametrize(("spreads", "counted"), [(3.0, 3.0), (6.0, 4.0), (-9.0, -4.0)])
def test_no_number_counts_for_more_than_four_spreads_from_its_mean(
    spreads: float, counted: float
) -> None:
    one, none = np.ones(1, dtype=np.float32), np.zeros(1, dtype=np.float32)
    assert scale_rows(np.array([[spreads]]), none, one).item() == counted
