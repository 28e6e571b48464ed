"""What the language files say of speech: the marks that make a quotation, and the cues."""

import pytest

from transforms.grammar.cues import PARSED, Cue, list_cues
from transforms.grammar.marks import find_stretches
from transforms.world.languages import Language, SpeechWords, read_languages, words_of


@pytest.mark.parametrize("pair", words_of("speech", "marks"))
def test_the_marks_of_every_language_make_a_quotation(pair: str) -> None:
    opening, closing = pair
    text = f"Berg nodded. {opening}The pier stays shut{closing} was all."
    (stretch,) = find_stretches(text)
    assert text[stretch.inner_start : stretch.inner_end] == "The pier stays shut"


def test_the_cues_are_those_of_the_language_that_is_handed_in() -> None:
    words = SpeechWords(verb={"claim": {"brag": "clause of"}}, noun={"denial": {"no": "to"}})
    assert dict(list_cues(Language("xx", "Marlovian", speech=words))) == {
        ("verb", "brag"): Cue("brag", "claim", frozenset({"clause", "of"})),
        ("noun", "no"): Cue("no", "denial", frozenset({"to"})),
    }


def test_a_cue_stands_in_one_class_only() -> None:
    (english,) = [words for words in read_languages() if words.code == PARSED]
    keys = [key for key, _ in list_cues(english)]
    assert len(keys) == len(set(keys))
