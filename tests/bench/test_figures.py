"""A figure stands with its spread, or is not told."""

import math

import pytest

from bench.day import Costs, simulate
from bench.figures import Figure, divide_figures, find_ratio, find_slope, tell, widen


def test_pages_that_all_cost_twice_as_much_give_a_ratio_without_spread() -> None:
    assert tell(find_ratio([0.2, 0.4, 0.6], [0.1, 0.2, 0.3])) == "2.00 (2.00 to 2.00)"


def test_pages_that_differ_give_a_spread_around_the_ratio_of_their_sums() -> None:
    ratio = find_ratio([0.1, 0.3, 0.2, 0.2, 0.25, 0.15] * 5, [0.1] * 30)
    assert math.isclose(ratio.value, 2.0)
    assert 1.7 < ratio.low < 2.0 < ratio.high < 2.3
    assert ratio.is_told


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (Figure(1.0, 0.8, 1.25), "1.00 (0.80 to 1.25)"),
        (Figure(1.0, 0.8, 1.4), "too wide to tell: 0.80 to 1.40"),
        (Figure(0.1, -0.056, 0.12), "too wide to tell: -0.06 to 0.12"),
    ],
)
def test_a_figure_is_told_where_its_spread_is_no_half_of_it_and_it_is_above_nothing(
    figure: Figure, told: str
) -> None:
    assert tell(figure) == told


def test_a_page_costs_what_more_pages_cost_more_and_a_busy_minute_moves_the_middle_little() -> None:
    slope = find_slope([5.0, 5.1, 9.0], [15.0, 15.1, 15.2], pages=100)
    assert math.isclose(slope.value, 0.1, abs_tol=0.002)


def test_a_ratio_to_what_noise_hides_is_hidden() -> None:
    hidden = divide_figures(Figure(0.1, 0.09, 0.11), Figure(0.02, -0.01, 0.05))
    assert not hidden.is_told
    assert tell(divide_figures(Figure(2.0, 2.0, 2.0), Figure(1.0, 1.0, 1.0))).startswith("2.00")


def test_a_figure_is_wider_by_what_noise_does_to_what_is_the_same() -> None:
    assert tell(widen(Figure(2.0, 1.9, 2.1), 0.1)) == "2.00 (1.71 to 2.31)"
    assert not widen(Figure(2.0, 1.9, 2.1), 0.3).is_told


def test_more_cores_help_until_the_one_that_loads_is_never_idle() -> None:
    costs = Costs(read=0.1, load=0.002, end=600)
    two, sixteen, many = (simulate(costs, cores, 300_000) for cores in (2, 16, 128))
    assert math.isclose(two.loaded, 300_000 * 0.102 / 2 / 3600, rel_tol=0.02)
    assert math.isclose(sixteen.read, 300_000 * 0.102 / 16 / 3600, rel_tol=0.1)
    assert many.loaded >= 300_000 * 0.002 / 3600
    assert math.isclose(many.published - many.loaded, 600 / 3600)
