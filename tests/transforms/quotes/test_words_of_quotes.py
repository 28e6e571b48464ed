"""What quotes ask of characters and words alone: where a piece ends, which sources are one."""

import pytest

from transforms.quotes import content, sources
from transforms.records import SourceKind


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [
        ("the pier", "the pier"),
        (" , the pier. ", "the pier"),
        ("the pier in the U.S.", "the pier in the U.S."),
        ("the pier in the US.", "the pier in the US"),
        ("the pier of A.", "the pier of A."),
        ("the pier of b.", "the pier of b"),
        ("A.", "A"),
        (" ., ", ""),
    ],
)
def test_a_piece_has_no_marks_at_its_rim_but_the_stop_of_an_abbreviation(
    text: str, trimmed: str
) -> None:
    start, end = content.trim(text, (0, len(text)))
    assert text[start:end] == trimmed


@pytest.mark.parametrize(
    ("text", "end", "closed"),
    [
        ("the pier (shut) and more", 14, "the pier (shut)"),
        ("the pier (shut and more", 14, "the pier (shut"),
        ("the (old) pier) and more", 14, "the (old) pier"),
        ("the pier) and more", 8, "the pier"),
    ],
)
def test_a_bracket_that_is_open_at_the_end_of_a_piece_closes(
    text: str, end: int, closed: str
) -> None:
    start, end = content._close(text, (0, end))
    assert text[start:end] == closed


@pytest.mark.parametrize(
    ("pieces", "merged"),
    [
        ([(0, 4), (6, 9)], [(0, 4), (6, 9)]),
        ([(6, 9), (0, 4)], [(0, 4), (6, 9)]),
        ([(0, 6), (6, 9)], [(0, 9)]),
        ([(0, 9), (3, 5)], [(0, 9)]),
        ([(0, 5), (3, 9), (20, 21)], [(0, 9), (20, 21)]),
        ([], []),
    ],
)
def test_pieces_that_overlap_or_touch_are_one(
    pieces: list[tuple[int, int]], merged: list[tuple[int, int]]
) -> None:
    assert content.merge_pieces(pieces) == merged


@pytest.mark.parametrize(
    ("hops", "kept"),
    [
        ([("the agency Nordwire", "agency"), ("Nordwire", "agency")], ["the agency Nordwire"]),
        ([("Nordwire", "agency"), ("the agency Nordwire", "agency")], ["Nordwire"]),
        ([("Nordwire", "agency"), ("Sudwire", "agency")], ["Nordwire", "Sudwire"]),
        ([("Nordwire", "agency"), ("the agency", "agency")], ["Nordwire"]),
        ([("Nordwire", "agency"), ("the paper", "newspaper")], ["Nordwire", "the paper"]),
        ([("Nordwire", "agency"), ("The agency", "agency")], ["Nordwire", "The agency"]),
        ([("Ada Quill", "person"), ("her brother", "person")], ["Ada Quill", "her brother"]),
        ([("Nordwire", "agency"), ("Nordwire", "agency")], ["Nordwire"]),
        ([], []),
    ],
)
def test_each_source_is_told_once(hops: list[tuple[str, SourceKind]], kept: list[str]) -> None:
    assert [text for text, _ in sources.drop_repeated(hops)] == kept
