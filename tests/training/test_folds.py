"""Models are measured on hosts, articles or words that they were not made of."""

import numpy as np
import pytest

from training.folds import FOLDS, Numbers, Places, ask_by_folds, score_f1
from training.rarity import cover

HOSTS = [f"{number % 7}.example" for number in range(30)]


def test_nothing_is_asked_of_a_model_that_was_made_of_its_host() -> None:
    asked_of: list[int] = []

    def ask(known: Places, asked: Places) -> Numbers:
        assert {HOSTS[at] for at in known}.isdisjoint(HOSTS[at] for at in asked)
        asked_of.extend(asked)
        return np.array(asked, dtype=float)

    assert ask_by_folds(HOSTS, ask, processes=1).tolist() == list(range(30))
    assert sorted(asked_of) == list(range(30))


@pytest.mark.parametrize(
    ("told", "score"),
    [
        ([0.5, 0.1, 0.9], 1.0),  # the three rows weigh 1, 2, 1; the first and last are right
        ([0.4, 0.1, 0.9], 0.667),
        ([0.5, 0.5, 0.9], 0.667),
        ([0.1, 0.1, 0.1], 0.0),
    ],
)
def test_a_row_counts_by_its_weight(told: list[float], score: float) -> None:
    assert score_f1(np.array(told), [True, False, True], [1.0, 2.0, 1.0]) == score


def test_a_word_is_known_where_two_of_the_other_articles_have_it() -> None:
    shared = [{"harbour", f"own{number}"} for number in range(2 * FOLDS)]
    assert cover(shared) == 0.5
    assert cover([{f"own{number}"} for number in range(2 * FOLDS)]) == 0.0
