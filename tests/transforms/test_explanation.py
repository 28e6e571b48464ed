"""Why a quote stands as it does: every quote has a trace, its rivals their fate, a pronoun its
candidates.
"""

import pytest
from spacy.language import Language

from tests.transforms.quotes.passages import read
from transforms.entities.meaning.scene import SIGNS
from transforms.explanation import Explained, explain_quotes

TEXT = (
    "Anna Berg, who runs the port, met Clara Voss, a teacher, on Monday.\n\n"
    "She said that the harbour was closed, which surprised the crews, and warned that it would stay so.\n\n"
    "“We will open in May,” Marco Duarte told reporters. “Nobody will be turned away.”\n\n"
    "Officials rejected the plan on Friday."
)


@pytest.fixture(scope="module")
def explained(nlp: Language) -> list[Explained]:
    return explain_quotes(*read(TEXT, nlp))


def of(explained: list[Explained], words: str) -> Explained:
    return next(one for one in explained if words in one.quote.text)


def test_every_quote_has_its_draft_and_reaches_its_bar(explained: list[Explained]) -> None:
    assert explained
    for one in explained:
        assert one.trace.verdict.fate == "chosen"
        assert one.trace.verdict.weight >= one.trace.verdict.bar.least
        assert one.trace.verdict.draft.rule == one.quote.rule


def test_what_competed_for_its_words_gave_way_with_a_reason(explained: list[Explained]) -> None:
    rivals = of(explained, "that the harbour was closed").trace.rivals
    assert rivals
    assert all(rival.fate != "chosen" or rival.draft.cue is not None for rival in rivals)
    weights = [rival.weight for rival in rivals]
    assert weights == sorted(weights, reverse=True)


def test_a_quote_that_nobody_competes_with_has_no_rivals(nlp: Language) -> None:
    assert [
        one.trace.rivals
        for one in explain_quotes(*read("“The port is shut,” Anna Berg said.", nlp))
    ] == [()]


def test_a_pronoun_tells_whom_it_might_have_meant(explained: list[Explained]) -> None:
    said = of(explained, "that the harbour was closed")
    assert said.speaker == "Anna Berg"
    assert [candidate.name for candidate in said.candidates] == ["Anna Berg", "Clara Voss"]
    assert [candidate.is_chosen for candidate in said.candidates] == [True, False]
    assert said.candidates[0].score > said.candidates[1].score
    assert {sign for candidate in said.candidates for sign, _ in candidate.signs} <= set(SIGNS)


def test_the_signs_add_up_to_the_score(explained: list[Explained]) -> None:
    for candidate in of(explained, "that the harbour was closed").candidates:
        assert sum(value for _, value in candidate.signs) == candidate.score


def test_a_name_needs_no_candidates(explained: list[Explained]) -> None:
    told = of(explained, "We will open in May")
    assert (told.speaker, told.how, told.candidates) == (
        "Marco Duarte",
        "the words hold the name",
        (),
    )


def test_who_is_named_by_nobody_is_nobody(explained: list[Explained]) -> None:
    officials = of(explained, "the plan")
    assert officials.speaker is None
    assert officials.quote.speaker_text == "Officials"
    assert "several people" in officials.how


def test_an_open_pronoun_says_so(nlp: Language) -> None:
    said = explain_quotes(*read("Two cranes fell. She said that nobody was hurt.", nlp))
    assert [(one.speaker, one.how) for one in said] == [
        (None, "nobody in the article fits, or two fit alike")
    ]
