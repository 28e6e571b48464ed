"""Pairs of names, both ways round."""

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.linking import score_pair
from transforms.linking.organisation import find_nations
from transforms.linking.person import find_surname
from transforms.records import EntityKind

LINES = (Path(__file__).parent / "alias_pairs.tsv").read_text(encoding="utf-8").splitlines()
PAIRS = [line.split("\t") for line in LINES if not line.startswith("#")]
SAME = 0.8  # from here on two names are held to be one's


def test_there_are_enough_pairs_to_mean_something() -> None:
    assert len(PAIRS) >= 150


@pytest.mark.parametrize(
    ("kind", "one", "other", "verdict"),
    PAIRS,
    ids=[f"{one} / {other}" for _, one, other, _ in PAIRS],
)
def test_a_pair_is_judged_right_both_ways(
    kind: EntityKind, one: str, other: str, verdict: str
) -> None:
    assert score_pair(one, other, kind) == score_pair(other, one, kind)
    assert (score_pair(one, other, kind) >= SAME) == (verdict == "same")


def test_names_of_unknown_kind_are_never_sure() -> None:
    assert score_pair("Lincoln", "Lincoln Center", None) == 0
    assert score_pair("Lincoln", "Lincoln", None) < SAME


NAMES = st.one_of(
    st.text(max_size=30),
    st.sampled_from([name for _, one, other, _ in PAIRS for name in (one, other)]),
)


@settings(deadline=None, max_examples=200)
@given(NAMES, NAMES, st.sampled_from(get_args(EntityKind)))
def test_scores_are_symmetric_and_a_name_is_itself(one: str, other: str, kind: EntityKind) -> None:
    assert 0 <= score_pair(one, other, kind) == score_pair(other, one, kind) <= 1
    assert score_pair(one, one, kind) == 1


def test_the_adjective_of_a_continent_is_no_nations() -> None:
    assert find_nations("European lawmaker of British birth") == {"gb~"}


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Dr. Rolf King", "king"),
        ("King", "king"),
        ("King Olav", "olav"),
        ("Quill, Hans", "quill"),
        ("Hans Quill, Jr.", "quill"),
    ],
)
def test_a_surname_is_told_without_titles_and_suffixes(name: str, surname: str) -> None:
    assert find_surname(name) == surname


def test_a_title_that_is_all_of_a_name_is_a_surname() -> None:
    assert score_pair("King", "Rolf King", "person") >= SAME
