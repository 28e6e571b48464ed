"""Trees whose steps are weighed in all Docs at once are those that the model's own parser builds."""

from itertools import takewhile

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from transforms.grammar.trees import NAME, PARSER, quicken_trees

TEXTS = (
    "Ines Duarte of the harbour authority said on Monday that the boats, which nobody had seen, left.",
    "The second of 1,200 boats left. “Nobody,” said Olaf Brenn, “has seen the 12 others” Why",
    "What a report it is that she wrote about\n\nPeter Hallam  \n when he was \t in office",
    "",
    " ",
    "Skerry",
)


def read_before(nlp: Language, texts: tuple[str, ...]) -> list[Doc]:
    """The texts as the parts before the parser leave them."""
    docs = [nlp.make_doc(text) for text in texts]
    for name in takewhile(lambda name: name not in (NAME, PARSER), nlp.pipe_names):
        docs = list(nlp.get_pipe(name).pipe(docs))  # type: ignore[attr-defined]
    return docs


def list_arcs(doc: Doc) -> list[tuple[int, str, bool]]:
    return [(token.head.i, token.dep_, bool(token.is_sent_start)) for token in doc]


@pytest.mark.parametrize("texts", [TEXTS, TEXTS[::-1], *((text,) for text in TEXTS)])
def test_trees_are_those_that_the_model_builds(texts: tuple[str, ...], nlp: Language) -> None:
    by_the_model, at_once = read_before(nlp, texts), read_before(nlp, texts)
    list(nlp.get_pipe(PARSER).pipe(by_the_model))  # type: ignore[attr-defined]
    list(nlp.get_pipe(NAME).pipe(at_once))  # type: ignore[attr-defined]
    assert list(map(list_arcs, at_once)) == list(map(list_arcs, by_the_model))


def test_the_pipeline_weighs_all_docs_at_once(nlp: Language) -> None:
    assert NAME in nlp.pipe_names
    assert PARSER not in nlp.pipe_names


@pytest.mark.parametrize("parts", [[], ["beam_parser"]])
def test_a_pipeline_that_parses_in_another_way_is_left_alone(parts: list[str]) -> None:
    nlp = spacy.blank("en")
    for part in parts:
        nlp.add_pipe(part, PARSER)
    quicken_trees(nlp)
    assert nlp.pipe_names == [PARSER for _ in parts]
