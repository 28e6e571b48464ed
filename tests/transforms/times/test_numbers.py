"""The numbers by which expressions of time are read: what is near or short enough is taken, what is
not is left, and either fails where the number is doubled or halved.
"""

from datetime import date, timedelta

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from tests.numbers import Number
from transforms.grammar.tokens import read_doc
from transforms.times import direction, find, written
from transforms.times.written import Written

NIGHT = " night"
PUBLISHED = date(2024, 5, 30)


def is_governed_from(steps: int) -> bool:
    heads = [*range(1, steps + 1), steps]
    words = read_doc(Doc(Vocab(), ["night"] * len(heads), heads=heads, deps=["dep"] * len(heads)))
    return words[steps] in direction.climb(words[0])


def is_dated_before(days: int) -> bool:
    on = PUBLISHED - timedelta(days=days)
    dateline = f"KYIV, May {on.day} (Reuters)"
    return written.read_dateline(dateline, Written(PUBLISHED, PUBLISHED)) is not None


CASES = [
    Number(direction, "CLIMB", is_governed_from, 7, 8),
    Number(find, "FEW_WORDS", find.compares_figures, NIGHT * 19, NIGHT * 20),
    Number(written, "DATELINE_LAG", is_dated_before, 14, 15),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)
