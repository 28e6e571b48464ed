"""The marks of the lines above an article by which its headline is found."""

import pytest

from transforms.clean.dump.marks import mark_line
from transforms.clean.dump.title import describe_candidates, find_title_at

TOLD = (
    "The harbour master closed the old ferry pier on Tuesday after a diver had found that half of its"
    " piles were rotten."
)
PAGE = [
    "News from the harbour today",
    "Old ferry pier closed",
    "By our reporter, 12 May 2026",
    TOLD,
    "Boats leave from the mill quay until the piles have been renewed, which takes a year, she said.",
]
KEPT = [False, False, False, True, True]


@pytest.fixture
def marks() -> dict[int, dict[str, float]]:
    return dict(describe_candidates([mark_line(line) for line in PAGE], KEPT))


def test_the_headline_is_found_among_the_lines_above_the_article() -> None:
    assert find_title_at([mark_line(line) for line in PAGE], KEPT) == 1


@pytest.mark.parametrize(
    ("mark", "of_lines"),
    [
        ("top", {0: 1.0, 1: 0.0}),
        ("distance", {0: 3 / 20, 1: 2 / 20}),
        ("one_above", {0: 0.0, 1: 0.0}),
        ("in_opening", {0: 2 / 4, 1: 1.0}),  # from, harbour; all three of four letters and more
        ("most_shared", {0: 0.0, 1: 1.0}),
        ("date_below", {0: 1.0, 1: 1.0}),
        ("longer_above", {0: 0.0, 1: 1.0}),
        ("short_above", {0: 0.0, 1: 0.0}),
        ("prose_below", {0: 0.0, 1: 0.0}),
    ],
)
def test_a_line_has_the_marks_of_where_it_stands(
    marks: dict[int, dict[str, float]], mark: str, of_lines: dict[int, float]
) -> None:
    assert {at: marks[at][mark] for at in of_lines} == pytest.approx(of_lines)


def test_what_stands_right_above_the_first_prose_is_marked_so() -> None:
    lines = [mark_line(line) for line in ("Old ferry pier closed", TOLD)]
    [(at, marks)] = describe_candidates(lines, [False, True])
    assert (at, marks["one_above"], marks["prose_below"], marks["is_first_prose"]) == (0, 1, 1, 0)
