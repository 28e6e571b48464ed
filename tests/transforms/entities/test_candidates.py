"""Words in capitals that are no name: money, a member's party, many of a kind."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from transforms.entities.naming.candidates import are_many, is_currency, is_party


@pytest.mark.parametrize(
    ("words", "is_money"),
    [
        ("BGN 20", True),
        ("US $ 10", True),
        ("BGN rose", False),
        ("BGN", False),
        ("Quillport 20", False),
    ],
)
def test_three_capitals_before_a_figure_are_money_and_so_is_what_stands_before_a_dollar(
    words: str, is_money: bool
) -> None:
    assert is_currency(Doc(Vocab(), words.split()), 0, 1) == is_money


def test_a_party_and_a_state_are_no_name_and_many_of_a_kind_are_none() -> None:
    doc = Doc(Vocab(), ["Quill", ",", "D", "-", "Ohio"], spaces=[False, True, False, False, False])
    assert is_party(doc, 2, 5)
    assert is_party(doc, 4, 5)
    assert not is_party(doc, 0, 1)
    assert are_many(Doc(Vocab(), ["MEPs"]), 0, 1)
    assert not are_many(Doc(Vocab(), ["MEP"]), 0, 1)
