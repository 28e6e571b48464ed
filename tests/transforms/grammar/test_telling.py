"""Whether a text explains things, or tells what happened."""

import pytest
from spacy.language import Language

from transforms.grammar.parse import parse_document
from transforms.grammar.telling import explains
from transforms.records import Document

ADVICE = "You can turn the shade, and your lamp lights the desk for years. "
HEADING = "Before You Buy\n\n"
EXPERT = "“Raise it,” says Ada Quill, a planner. "
TEST = "I turned the shade, it holds, and the lamp lights the desk as it does at home. "
REPORT = "The mayor said on Friday that the harbour was closed. Trucks turned back. "


def is_explained(text: str, nlp: Language) -> bool:
    document = Document(source_uri="page", content_sha256="0", title=None, text=text)
    return explains(parse_document(document, nlp).paragraphs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ADVICE * 24, True),
        (ADVICE * 12, False),  # too short to show its manner
        (ADVICE * 24 + REPORT, False),  # somebody is reported
        (ADVICE * 24 + "The trucks turned back. " * 9, False),  # much happened, and no heading
        (HEADING + ADVICE * 24 + "\n\n" + "The trucks turned back. " * 9, True),
        (HEADING + ADVICE * 24 + "\n\n" + "The trucks turned back. " * 30, False),
        ("The shade turns, and the lamp lights the desk for years. " * 30, False),
        (ADVICE * 24 + "The trucks turned back. " * 8, True),  # a little happened
        (ADVICE * 24 + "The trucks turned back. " * 10, False),
        (HEADING + ADVICE * 60 + REPORT, True),  # one report in a long guide
        (HEADING * 3 + "The shade turns, and it lights. " * 50 + "Trucks turned back. " * 20, True),
        (HEADING + "The shade turns, and the lamp lights the desk for years. " * 30, True),
        ("The shade turns, and the lamp lights the desk for years. " * 90, True),
        (HEADING * 4 + (ADVICE * 6 + EXPERT) * 5, True),  # those who know say in a guide
        ((ADVICE * 6 + EXPERT) * 5, False),
        (HEADING * 4 + (TEST + REPORT) * 9, False),  # much is said, and nobody is spoken to
        ((HEADING + TEST * 9 + ADVICE * 3) * 5, True),  # a test of a lamp tells how it went
        (TEST * 30 + ADVICE * 10, False),
    ],
)
def test_manner(text: str, expected: bool, nlp: Language) -> None:
    assert is_explained(text, nlp) is expected
