"""One word that the model of language takes for a name, though nothing in the article says so."""

import pytest
from spacy.language import Language

from tests.transforms.entities.test_kinds import mark
from transforms.entities.naming.candidates import find_candidates
from transforms.entities.naming.doubts import settle_doubtful
from transforms.entities.naming.kinds import vote_on_kinds
from transforms.records import Document


def kind_settled(text: str, label: str, name: str, nlp: Language) -> str | None:
    """What a name is in the end, None where it is none."""
    candidates = find_candidates(mark(nlp, text, label, name))
    document = Document(source_uri="page", content_sha256="0", title=None, text=text)
    kinds = vote_on_kinds(candidates, text)
    return {**kinds, **settle_doubtful(kinds, candidates, document)}.get(name)


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("The boy ate a bag of Lunitos.", "PERSON", "Lunitos"),
        ("The panel spoke about migration and Lunophobia.", "PERSON", "Lunophobia"),
        ("She bought the Quennish property in May.", "PERSON", "Quennish"),
        ("The talks ended in the style of the Lunist church.", "GPE", "Lunist"),
        ("He wrote a letter on a Quornex chair.", "GPE", "Quornex"),
        ("They signed the Essal.", "ORG", "Essal"),
        ("She wrote an SF novel.", "GPE", "SF"),
        ("He was, well, Quillian.", "ORG", "Quillian"),
        ("Many Lunites stayed. Lunites vote late.", "PERSON", "Lunites"),
    ],
)
def test_one_word_of_which_nothing_is_told_is_no_name(
    text: str, label: str, name: str, nlp: Language
) -> None:
    assert kind_settled(text, label, name, nlp) is None


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("Quornstad told reporters that the quay was safe.", "PERSON", "Quornstad"),
        ("The Quornstad administration raised the toll.", "PERSON", "Quornstad"),
        ("Quornstad's letter came late.", "PERSON", "Quornstad"),
        ("Quornstad was a guest of the queen.", "PERSON", "Quornstad"),
        ("The letter was read by Ms Quornstad.", "PERSON", "Quornstad"),
        ("Quornstad 00:12", "PERSON", "Quornstad"),
        ("It is late, according to the builders' lobby Quornex.", "ORG", "Quornex"),
        ("The toll rose, said an analyst at Quornex.", "ORG", "Quornex"),
        ("The figures come from Quornex columnist Ada Rook.", "ORG", "Quornex"),
        ("The ship is late, according to Quornex.", "ORG", "Quornex"),
        ("The ship is late, according to Quornex's letter.", "ORG", "Quornex"),
        ("Half of them agree, says a Quornex poll.", "ORG", "Quornex"),
        ("The figures are those of LuneWorks.", "ORG", "LuneWorks"),
        ("The film was shown on Quornex.", "ORG", "Quornex"),
        ("The ferry left the port of Quornstad, Norway.", "GPE", "Quornstad"),
        ("The toll was praised by the mayor of Quornstad.", "GPE", "Quornstad"),
        ("The ferry lay off Quornstad.", "GPE", "Quornstad"),
        ("May 4 - Quornstad, OH @ Lune Arena", "GPE", "Quornstad"),
        ("May 4 - Quornstad, N.H. @ Lune Arena", "GPE", "Quornstad"),
        (
            "The goalkeeper and the striker led twice, before the penalty, through Quornstad.",
            "PERSON",
            "Quornstad",
        ),
        ("She wrote a novel in SF.", "GPE", "SF"),
        ("Rain fell across the Quornmark.", "LOC", "Quornmark"),
        ("She read a paper on the wines of Lombardy.", "GPE", "Lombardy"),
    ],
)
def test_one_word_of_which_something_is_told_is_a_name(
    text: str, label: str, name: str, nlp: Language
) -> None:
    assert kind_settled(text, label, name, nlp) is not None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It was the second Benghazi attack.", "place"),
        ("She is an analyst at Benghazi.", "organisation"),
        ("The striker and the goalkeeper saw the penalty of the Benghazi match.", "organisation"),
    ],
)
def test_a_town_of_which_nothing_is_told_that_bodies_have_is_no_body(
    text: str, kind: str, nlp: Language
) -> None:
    assert kind_settled(text, "ORG", "Benghazi", nlp) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They mourned the deaths of Alton Quill and others.", "Alton Quill", "person"),
        ("The Alton Quill was closed.", "Alton Quill", "organisation"),
        ("She is an analyst at Alton Quill.", "Alton Quill", "organisation"),
        ("They mourned the end of Alton Bank.", "Alton Bank", "organisation"),
    ],
)
def test_a_first_name_before_a_surname_is_somebodys_where_nothing_is_told_that_bodies_have(
    text: str, name: str, kind: str, nlp: Language
) -> None:
    assert kind_settled(text, "ORG", name, nlp) == kind


def test_what_has_a_spokesman_is_a_body_whatever_the_model_takes_it_for(nlp: Language) -> None:
    text = "The Quornex spokesman was late. The Quornex lamp was free."
    assert kind_settled(text, "GPE", "Quornex", nlp) == "organisation"
