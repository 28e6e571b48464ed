"""The numbers of names: what is near or short enough is taken, what is not is left, and either
fails where the number is doubled or halved.
"""

from collections import Counter

import pytest

from tests.numbers import Number
from transforms.entities.grouping import groups, people
from transforms.entities.meaning import countries
from transforms.entities.naming import kinds, own_readings, signs


def is_unshouted(word: str) -> bool:
    return groups.unshout(word) == word.title()


def keeps_honour(form: str) -> bool:
    return people.drop_honours(form.split(), frozenset({"MBE"})) == form.split()


def is_told_person(votes: int) -> bool:
    return kinds.is_told_person(["Serhii", "Radio"], Counter({"person": votes}))


def is_spelt_out(words: int) -> bool:
    return own_readings.spell_out("H" * words, "Harbour " * words) is not None


CASES = [
    Number(groups, "SHORT_WORD", is_unshouted, "NTL", "NT"),
    Number(people, "LEAST_HONOURED", keeps_honour, "Quill MBE", "Ada Quill MBE"),
    Number(signs, "LONGEST_PERSON", signs.may_be_person, "Ada van Quill", "Ada Mary Jane Quill Berg"),
    Number(kinds, "TOLD", is_told_person, 3, 1),
    Number(own_readings, "MOST_WORDS", is_spelt_out, 9, 12),
]  # fmt: skip


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


def test_a_country_of_four_words_is_read_at_the_head_of_a_name() -> None:
    assert countries.read_nation("United Arab Emirates Navy") == "AE"
