"""Names that are decided for all tokens at once are those that the model's own recogniser finds step
by step.
"""

from itertools import takewhile

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from transforms.grammar.recogniser import NAME, RECOGNISER, quicken_names

TEXTS = (
    "Ines Duarte of the Skerry Harbour Authority met Olaf Brenn in New York on Monday, May 3.",
    "The second of 1,200 boats left. Nobody from the Bank of Norland had seen the 12 others",
    "Ada Quill\n\nPeter Hallam  \n the Democratic Republic of the Congo's \t National Assembly",
    "She paid $3 million, or 12 percent, to\nSaint Mary's Hospital for the Care of the Old and Ill",
    "",
    " ",
    "Skerry",
)


def read_before(nlp: Language, texts: tuple[str, ...]) -> list[Doc]:
    """The texts as the parts before the recogniser leave them."""
    docs = [nlp.make_doc(text) for text in texts]
    for name in takewhile(lambda name: name not in (NAME, RECOGNISER), nlp.pipe_names):
        docs = list(nlp.get_pipe(name).pipe(docs))  # type: ignore[attr-defined]
    return docs


def list_names(doc: Doc) -> list[tuple[str, str, int]]:
    return [(name.text, name.label_, name.start) for name in doc.ents]


def list_places(doc: Doc) -> list[tuple[str, str]]:
    return [(token.ent_iob_, token.ent_type_) for token in doc]


@pytest.mark.parametrize("texts", [TEXTS, TEXTS[::-1], *((text,) for text in TEXTS)])
def test_names_are_those_that_the_model_finds_step_by_step(
    texts: tuple[str, ...], nlp: Language
) -> None:
    step_by_step, at_once = read_before(nlp, texts), read_before(nlp, texts)
    list(nlp.get_pipe(RECOGNISER).pipe(step_by_step))  # type: ignore[attr-defined]
    list(nlp.get_pipe(NAME).pipe(at_once))  # type: ignore[attr-defined]
    assert list(map(list_names, at_once)) == list(map(list_names, step_by_step))
    assert list(map(list_places, at_once)) == list(map(list_places, step_by_step))


def test_the_pipeline_decides_at_once(nlp: Language) -> None:
    assert NAME in nlp.pipe_names
    assert RECOGNISER not in nlp.pipe_names


@pytest.mark.parametrize("parts", [[], ["beam_ner"]])
def test_a_pipeline_that_names_in_another_way_is_left_alone(parts: list[str]) -> None:
    nlp = spacy.blank("en")
    for part in parts:
        nlp.add_pipe(part, RECOGNISER)
    quicken_names(nlp)
    assert nlp.pipe_names == [RECOGNISER for _ in parts]
