"""Whose the answers behind "A:" are, as the lead of the interview tells."""

import pytest
from spacy.language import Language

from tests.transforms.quotes.passages import quotes_of

TALK = "\n\nQ: Why do you stay?\n\nA: I like it here, and I know the people."


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("We spoke to Ada Quill about her rival Karl Berg.", "Ada Quill"),
        (
            "Q&A with Ada Quill.\n\nAda Quill was at the pier on Friday. She praised Karl Berg.",
            "Ada Quill",
        ),
        (
            "The storm hits Ada Quill.\n\nAda Quill grew up here. Karl Berg published her book.",
            "Ada Quill",
        ),
        (
            "Ada Quill leads the harbour now. Quill took over from Karl Berg in May.",
            "Ada Quill",
        ),
        ("Ada Quill leads the harbour now.", "Ada Quill"),
        # anybody's
        ("The book on Karl Berg is out. Its author, Ada Quill, answered our questions.", None),
        ("Ada Quill sat down with Tom Vance of the Courier.", None),
        (
            "Why Karl Berg left.\n\nAda Quill leads the harbour now. Karl Berg was there before.",
            None,
        ),
    ],
)
def test_who_is_only_named_before_the_first_question_has_no_answers(
    nlp: Language, lead: str, speaker: str | None
) -> None:
    answers = [one for one in quotes_of(lead + TALK, nlp) if one.text.startswith("I like")]
    assert [one.speaker_text for one in answers] == ([speaker] if speaker else [])
