"""What those are who speak of themselves, or stand in a list with others."""

import pytest
from spacy.language import Language

from tests.transforms.entities.test_kinds import kind_of
from transforms.entities.naming.candidates import find_candidates
from transforms.entities.naming.kinds import vote_on_kinds
from transforms.grammar.parse import Paragraph, Parse
from transforms.grammar.tokens import read_doc


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("“I am calm,” Sturmack said. Sturmack wants a new vote.", "Sturmack", "person"),
        ("Sturmack said he would pay. Sturmack said he was calm.", "Sturmack", "person"),
        ("Sturmack said he would pay. Sturmack wants a new vote.", "Sturmack", "organisation"),
        ("Rosalie found that she was late.", "Rosalie", "person"),
        ("“We are calm,” Sturmack said. Sturmack wants a new vote.", "Sturmack", "organisation"),
        ("“I am calm,” Google said. Google wants a new vote.", "Google", "organisation"),
        ("“I am calm,” Sturmack said. The Sturmack wants a new vote.", "Sturmack", "organisation"),
    ],
)
def test_who_says_i_or_time_and_again_he_is_somebody(
    nlp: Language, text: str, name: str, kind: str
) -> None:
    assert kind_of(nlp, text, "ORG", name) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They came from Arusha, Ruvenga and Dodoma on foot.", "place"),
        ("They came from Arusha, Dodoma and Ruvenga on foot.", "place"),
        ("They came from Arusha with Ruvenga on foot.", "person"),
        ("It pleased Arusha, Ruvenga and Berg on foot.", "person"),
    ],
)
def test_one_word_in_a_list_with_two_places_is_a_place(nlp: Language, text: str, kind: str) -> None:
    labels = {"Arusha": "GPE", "Dodoma": "GPE", "Ruvenga": "PERSON", "Berg": "PERSON"}
    doc = nlp(text)
    doc.ents = tuple(
        doc.char_span(text.index(name), text.index(name) + len(name), label=label)
        for name, label in labels.items()
        if name in text
    )
    parse = Parse(None, (Paragraph(0, read_doc(doc)),))
    assert vote_on_kinds(find_candidates(parse), text)["Ruvenga"] == kind
