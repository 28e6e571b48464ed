"""The line model: trees and nets read from files, and what they are asked."""

import numpy as np
import pytest

from transforms.clean.dump.features import describe_lines, find_main_block
from transforms.clean.dump.marks import MarkedLine, count_furniture, mark_line, read_words
from transforms.clean.dump.model import MODEL, NETS, estimate_lines
from transforms.clean.models.trees import Trees
from weights import find_weights

SENTENCE = "The bridge over the river was closed on Monday, the mayor said, because its cables had rusted through in the wet winter."


def mark(*lines: str) -> list[MarkedLine]:
    return [mark_line(line) for line in lines]


def test_a_tree_asks_one_question_a_level_and_adds_the_value_of_its_leaf() -> None:
    model = Trees(
        ("width",),
        0.0,
        2,
        np.array([[0, 0, 0]]),
        np.array([[5.0, 2.0, 8.0]]),
        np.array([[-1.0, 0.0, 1.0, 2.0]]),
    )
    shares = model.estimate(np.array([[1.0], [3.0], [6.0], [9.0]]))
    assert shares == pytest.approx([1 / (1 + np.exp(-score)) for score in (-1.0, 0.0, 1.0, 2.0)])


def test_the_weights_are_small_readable_files_that_ask_for_known_features_only() -> None:
    names, rows = describe_lines(mark(SENTENCE))
    assert all(set(model.features) <= set(names) for model in (MODEL, *NETS))
    assert rows.shape == (1, len(names))
    for name in ("trees.json", "networks.json"):
        assert len(find_weights("lines", name).read_bytes()) < 200_000


def test_a_sentence_among_sentences_is_likelier_than_a_menu() -> None:
    shares = estimate_lines(
        mark(
            "Home",
            "World",
            "Sign in",
            *[f"{SENTENCE} ({at})" for at in range(5)],
            "Most read",
            "Contact",
        )
    )
    assert min(shares[3:8]) > max(*shares[:3], *shares[8:])


def test_no_line_has_no_estimate() -> None:
    assert estimate_lines([]) == []


@pytest.mark.parametrize("rows_at_once", [1, 3, 100])
def test_a_dump_that_is_read_in_pieces_is_read_as_a_whole(rows_at_once: int) -> None:
    _, rows = describe_lines(mark("Home", *[f"{SENTENCE} ({at})" for at in range(5)], "Contact"))
    columns = rows[:, : len(MODEL.features)]
    pieces = MODEL.estimate_odds(columns, rows_at_once * len(MODEL.feature))
    assert pieces.tolist() == MODEL.estimate_odds(columns).tolist()


def test_the_main_block_is_the_stretch_with_most_prose() -> None:
    width = np.array([90.0, 10.0, 10.0, 200.0, 10.0, 200.0, 10.0])
    assert find_main_block(width, width > 80) == (3, 6)
    assert find_main_block(width, width > 1000) == (0, 0)


def test_furniture_is_counted_by_kind_also_as_pairs_of_words_and_in_scripts_without_spaces() -> (
    None
):
    def count(line: str) -> int:
        return sum(count_furniture(line, read_words(line), not line.isascii()))

    assert count("Sign up for the newsletter") >= 2
    assert count("コメントを見る") == 1
    assert count("The river rose by a metre overnight") <= 1


@pytest.mark.parametrize(
    ("width", "block"),
    [
        ((90, 10, 10, 90), (0, 1)),  # of two as good the first
        ((120, 10, 10, 150), (3, 4)),  # what has cost all that it brought is left behind
        ((120, 10, 150), (0, 3)),
        ((10, 10), (0, 0)),
    ],
)
def test_the_main_block_is_where_most_prose_stands_and_the_fewest_short_lines(
    width: tuple[int, ...], block: tuple[int, int]
) -> None:
    columns = np.array(width, dtype=np.float64)
    assert find_main_block(columns, columns > 80) == block
