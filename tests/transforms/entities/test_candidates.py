"""Words in capitals that are no name: money, a member's party, many of a kind."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from tests.transforms.entities.test_kinds import mark
from transforms.entities.naming.candidates import (
    are_many,
    find_candidates,
    is_currency,
    is_party,
)


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


@pytest.mark.parametrize(
    ("text", "label", "name", "forms"),
    [
        ("Quill beat Norplan 46 to 40 percent.", "ORG", "Norplan 46 to 40 percent", ["Norplan"]),
        ("Quornstad beat Lunedale 45-40 at home.", "ORG", "Lunedale 45-40", ["Lunedale"]),
        ("Follow her on Twitter @adaquill today.", "PERSON", "Twitter @adaquill", ["Twitter"]),
        ("He went to Lune University at Orrin.", "ORG", "Lune University at", ["Lune University"]),
        ("They set NPB for life.", "ORG", "NPB for", ["NPB"]),
        ("It is on Channel 4 tonight.", "ORG", "Channel 4", ["Channel 4"]),
        ("A photo: Norplan/Ada Quill.", "ORG", "Norplan/Ada Quill", ["Norplan", "Ada Quill"]),
        ("It was heard by Justice Rook in May.", "ORG", "Justice", []),
        ("It was heard by Justice in May.", "ORG", "Justice", ["Justice"]),
    ],
)
def test_a_score_a_handle_another_name_and_a_title_are_no_part_of_a_name(
    text: str, label: str, name: str, forms: list[str], nlp: Language
) -> None:
    found = find_candidates(mark(nlp, text, label, name))
    assert [candidate.form for candidate in found] == forms


@pytest.mark.parametrize(
    ("text", "label", "name", "forms"),
    [
        ("The suit was Quill v. Norplan.", "PERSON", "Quill v. Norplan", []),
        ("The winner was Ada Quill - won by far.", "PERSON", "Ada Quill - won", ["Ada Quill"]),
        ("(Photo Ada Quill - WPA Pool)", "PERSON", "Ada Quill - WPA", ["Ada Quill"]),
        ("It was said by Kim Jong - un.", "PERSON", "Kim Jong - un", ["Kim Jong - un"]),
        ("It was said in Parliament.", "ORG", "Parliament", ["Parliament"]),
    ],
)
def test_a_case_is_nobody_and_a_dash_ends_a_name(
    text: str, label: str, name: str, forms: list[str], nlp: Language
) -> None:
    found = find_candidates(mark(nlp, text, label, name))
    assert [candidate.form for candidate in found] == forms


def test_a_body_whose_name_the_model_ends_in_of_goes_on_to_the_next(nlp: Language) -> None:
    text = "He led the Conference of Berths of Major Lune Unions."
    found = find_candidates(mark(nlp, text, "ORG", "Conference of Berths of", "Major Lune Unions"))
    assert [candidate.form for candidate in found] == ["Conference of Berths of Major Lune Unions"]
