"""Sentences in, whose words they hold out: kinds.toml has some of each kind of quotation that was
read wrongly once, and of what only looks like one. Only rows that are shown by default count.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from tests.transforms.quotes.found import check
from tests.transforms.quotes.passages import read
from transforms.findings import find_all
from transforms.records import Findings

DEFAULT_BAR = 0.5
KINDS = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8"))["kind"]
CASES = [(kind["name"], number, case) for kind in KINDS for number, case in enumerate(kind["case"])]


def list_said(findings: Findings) -> list[tuple[str, str | None]]:
    """The words of each row, and by its name who says them."""
    names = {referent.referent_id: referent.name for referent in findings.referents}
    return [
        (quote.text, names.get(quote.speaker_referent_id or "", quote.speaker_text))
        for quote in findings.quotes
        if quote.confidence >= DEFAULT_BAR
    ]


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{name} {number}") for name, number, case in CASES]
)
def test_what_a_sentence_says_is_its_speakers(case: dict[str, Any], nlp: Language) -> None:
    said = list_said(find_all(*read(case["text"], nlp, case.get("title"))))
    for words, speaker in case.get("said", []):
        assert [who for text, who in said if words in text] == [speaker], words
    for words in case.get("unsaid", []):
        assert not [text for text, _ in said if words in text], words
    for words, speaker in case.get("unsaid_by", []):
        assert not [text for text, who in said if words in text and who == speaker], words
    assert len(said) <= case.get("most", len(said))


def test_nothing_else_is_found_in_sentences_than_was_accepted(nlp: Language) -> None:
    check("kinds", nlp)


def test_each_quote_is_chosen_from_the_readings_that_were_accepted(nlp: Language) -> None:
    check("traces/kinds", nlp)
