"""How alike two articles are does not hang on which others are measured with them."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from transforms.across.vectors import Vector, measure_all, measure_pairs

words = st.dictionaries(st.integers(0, 12), st.integers(1, 4096), max_size=6)


@given(st.lists(words, min_size=1, max_size=5))
def test_all_pairs_at_once_are_as_alike_as_each_pair_alone(articles: list[dict[int, int]]) -> None:
    vectors = [
        Vector(
            np.array(sorted(one), np.uint32),
            np.array([one[word] for word in sorted(one)], np.int32),
        )
        for one in articles
    ]
    named = {str(place): vector for place, vector in enumerate(vectors)}
    assert measure_all(vectors).ravel().tolist() == measure_pairs(named, [*product(named, named)])
