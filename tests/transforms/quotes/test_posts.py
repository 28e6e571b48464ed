"""Posts that are set into an article, and samples that are only shown."""

import pytest
from spacy.language import Language

from tests.transforms.quotes.passages import quotes_of
from transforms.quotes.talk import LEAST_SURE


@pytest.mark.parametrize(
    "signature",
    [
        "— Ada Quill (@adaquill) November 18, 2019",
        "– Ada Quill (@ada_quill) May 3, 2020",
        "—Ada Quill (@aq7) 3 May 2020",
    ],
)
def test_a_post_is_its_authors(signature: str, nlp: Language) -> None:
    text = f"Fans were quick.\n\nThe quay looks lost. What a mess.\n\n{signature}\n\nThe club met."
    (quote,) = quotes_of(text, nlp)
    assert (quote.speaker_text, quote.text) == ("Ada Quill", "The quay looks lost. What a mess.")
    assert quote.kind == "direct"


@pytest.mark.parametrize(
    "line",
    ["— Ada Quill, harbour master", "Ada Quill (@adaquill) November 18, 2019", "— May 3, 2020"],
)
def test_a_paragraph_above_another_line_is_no_post(line: str, nlp: Language) -> None:
    assert quotes_of(f"The quay looks lost. What a mess.\n\n{line}\n\nThe club met.", nlp) == []


@pytest.mark.parametrize("shown", ["These are", "This is", "That is"])
def test_a_sample_is_shown_and_not_said(shown: str, nlp: Language) -> None:
    text = f"{shown} lovely, and rich: “A goatherd finds the remains of a fire,” for example."
    assert all(quote.confidence <= LEAST_SURE for quote in quotes_of(text, nlp))
