"""Components and average link: the same groups whatever the order."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from transforms.across.engine import Scores, find_components, link_on_average, split_large

names = st.lists(st.text("abcdef", min_size=1, max_size=2), unique=True, min_size=1, max_size=8)


def test_members_without_pairs_are_alone() -> None:
    assert find_components(["c", "a", "b"], [("c", "b")]) == [["a"], ["b", "c"]]


def test_a_bridge_does_not_join_groups_that_are_unlike_on_average() -> None:
    scores = np.array([[1, 0.9, 0.5, 0], [0.9, 1, 0, 0], [0.5, 0, 1, 0.9], [0, 0, 0.9, 1]])
    assert link_on_average(scores, 0.3) == [0, 0, 2, 2]
    assert link_on_average(scores, 0.1) == [0, 0, 0, 0]


def test_what_is_forbidden_is_never_joined() -> None:
    scores = np.array([[1, 0.9, -np.inf], [0.9, 1, 0.9], [-np.inf, 0.9, 1]])
    group = link_on_average(scores, 0.1)
    assert group[0] != group[2]


def test_a_component_that_is_too_large_falls_apart_at_its_weakest_pairs() -> None:
    pairs = [("a", "b", 0.9), ("b", "c", 0.2), ("c", "d", 0.8)]
    assert split_large("abcd", pairs, 0.1, 0.1, limit=4) == [["a", "b", "c", "d"]]
    assert split_large("abcd", pairs, 0.1, 0.1, limit=2) == [["a", "b"], ["c", "d"]]
    assert split_large("ab", pairs[:1], 0.9, 0.1, limit=2) == [["a", "b"]]
    assert split_large("abc", [("a", "b", 1.0)], 0.75, 0.25, limit=1) == [["a"], ["b"], ["c"]]


@given(members=names, data=st.data())
def test_components_do_not_hang_on_the_order(members: list[str], data: st.DataObject) -> None:
    pairs = data.draw(
        st.lists(st.tuples(st.sampled_from(members), st.sampled_from(members)), max_size=8)
    )
    shuffled = data.draw(st.permutations(pairs)), data.draw(st.permutations(members))
    assert find_components(members, pairs) == find_components(shuffled[1], shuffled[0])


def ask_most_of_tighter(tightness: Scores) -> Scores:
    return 0.6 * tightness


def test_two_groups_of_reports_that_are_each_tight_are_not_joined_by_what_they_share() -> None:
    scores = np.array(
        [[1, 0.5, 0.2, 0.2], [0.5, 1, 0.2, 0.2], [0.2, 0.2, 1, 0.4], [0.2, 0.2, 0.4, 1]]
    )
    assert link_on_average(scores, 0.1) == [0, 0, 0, 0]
    assert link_on_average(scores, 0.1, ask_most_of_tighter) == [0, 0, 2, 2]


def test_one_report_more_need_not_be_as_near_as_two_of_a_tight_group_are() -> None:
    scores = np.array([[1, 0.5, 0.2], [0.5, 1, 0.2], [0.2, 0.2, 1]])
    assert link_on_average(scores, 0.1, ask_most_of_tighter) == [0, 0, 0]


def test_copies_of_one_text_are_no_tight_group() -> None:
    scores = np.array(
        [[1, 0.99, 0.2, 0.2], [0.99, 1, 0.2, 0.2], [0.2, 0.2, 1, 0.98], [0.2, 0.2, 0.98, 1]]
    )
    assert link_on_average(scores, 0.1, ask_most_of_tighter) == [0, 0, 0, 0]


def test_a_single_report_joins_a_tight_group_that_it_is_a_little_like() -> None:
    scores = np.array([[1, 0.6, 0.2], [0.6, 1, 0.2], [0.2, 0.2, 1]])
    assert link_on_average(scores, 0.1, ask_most_of_tighter) == [0, 0, 0]
