"""What the words of a line alone say of it."""

import pytest

from transforms.clean.dump.marks import read_words
from transforms.clean.dump.wording import WEIGHTS, list_signs, weigh_wording
from weights import find_weights


def test_each_word_counts_once_the_first_and_last_and_pairs_at_the_beginning_besides() -> None:
    assert list_signs(["read", "more", "more"]) == {
        "read",
        "more",
        "^read",
        "more$",
        "read more",
        "more more",
    }
    assert list_signs([]) == set()


def test_pairs_count_within_the_first_five_words_only() -> None:
    assert {
        sign for sign in list_signs(["one", "two", "three", "four", "five", "six"]) if " " in sign
    } == {
        "one two",
        "two three",
        "three four",
        "four five",
    }


@pytest.mark.parametrize(
    ("furniture", "prose"),
    [
        ("Sign up for our newsletter", "The mayor said that the bridge would be closed"),
        ("Read more", "He told them so"),
        ("Mehr zum Thema", "Das sagte er am Montag"),
    ],
)
def test_prose_sounds_more_like_an_article_than_furniture(furniture: str, prose: str) -> None:
    assert weigh_wording(read_words(furniture)) < weigh_wording(read_words(prose))


def test_unknown_words_say_nothing() -> None:
    assert weigh_wording(["xqzzy"]) == 0


def test_the_weights_are_a_small_file_that_can_be_read_by_eye() -> None:
    written = find_weights("lines", "wording.json").read_text(encoding="utf-8")
    assert len(written.encode()) < 200_000
    assert len(written.splitlines()) == len(WEIGHTS) + 2
