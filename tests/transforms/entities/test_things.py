"""Programs, drugs, models and headings that the model of language takes for bodies or towns."""

import pytest
from spacy.language import Language

from tests.transforms.entities.test_kinds import candidate_of
from transforms.entities import find_names
from transforms.entities.naming.things import is_heading
from transforms.grammar.parse import parse_document
from transforms.records import Article, Document


def names_of(text: str, nlp: Language) -> set[str]:
    document = Document(source_uri="page", content_sha256="0", title=None, text=text)
    article = Article("aaaaaaaaaaaaaaaa", document, 0)
    return {name.text for name in find_names(article, parse_document(document, nlp))}


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("You can watch the harbour with the SmartQuay app on your phone.", "SmartQuay"),
        ("The team tried tools such as QuayFlow, Lumen Studio and paper.", "Lumen Studio"),
        ("The team exported the charts via Lumen Studio on Friday.", "Lumen Studio"),
        ("The hybrid Quantum™ mattress is soft.", "Quantum"),
        ("In our testing the WH46DBH500EVA3 was outstanding.", "WH46DBH500EVA3"),
        ("Technical & Integration Barriers\n\nThe harbour was closed.", "Technical & Integration"),
        ("Innovation Enablement: it supports new quays.", "Innovation Enablement"),
    ],
)
def test_a_thing_is_no_body(text: str, thing: str, nlp: Language) -> None:
    assert not any(thing in name for name in names_of(text, nlp))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Norplan spokesman said it was late. The Norplan app was free.", "Norplan"),
        ("Lumen Studio announced that the Lumen Studio app was free.", "Lumen Studio"),
        ("The app was built by Lumen Studio. It was sold via Lumen Studio.", "Lumen Studio"),
        ("Firms such as BlackRock and Vanguard are large.", "Vanguard"),
        ("Garmin watches are dear, and Garmin makes many.", "Garmin"),
    ],
)
def test_who_makes_things_is_a_body(text: str, body: str, nlp: Language) -> None:
    assert body in names_of(text, nlp)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lumen Works: it supports new quays in Odenhall.", True),
        ("Lumen Works opened new quays in Odenhall.", False),
        ("The quays are those of Lumen Works: they are long.", False),
    ],
)
def test_what_opens_a_paragraph_before_a_colon_is_a_heading(
    text: str, expected: bool, nlp: Language
) -> None:
    assert is_heading(candidate_of(nlp, text, "ORG", "Lumen Works")) == expected
