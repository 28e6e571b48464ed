"""A token's dependency is part of its form where a pattern of the rules asks for it, else not."""

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from transforms.grammar.dependencies import SEEN, Dependencies, asks_by_name, read_dependencies
from transforms.grammar.rows import list_numbers, list_rows

SUBJECT, OBJECT = "nsubj", "dobj"


@pytest.fixture
def nlp() -> Language:
    return spacy.blank("en")


@pytest.fixture
def ruler(nlp: Language) -> AttributeRuler:
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([[{"LOWER": "it", "DEP": {"IN": [SUBJECT]}}]], {"MORPH": "Case=Nom"})
    ruler.add([[{"DEP": "expl"}, {"LOWER": "is"}]], {"POS": "VERB"}, index=1)
    return ruler


def read(nlp: Language, *words: tuple[str, str]) -> list[tuple[int, ...]]:
    """The numbers of words with their dependencies."""
    doc = Doc(
        nlp.vocab,
        words=[word for word, _ in words],
        tags=["X" for _ in words],
        deps=[dependency for _, dependency in words],
        heads=[0 for _ in words],
    )
    return list_numbers(list_rows(doc, SEEN))


def forms_of(nlp: Language, ruler: AttributeRuler, *words: tuple[str, str]) -> set[tuple[int, ...]]:
    [forms] = read_dependencies(ruler).list_forms(nlp.vocab, [read(nlp, *words)])
    return set(forms)


def test_a_dependency_that_a_pattern_asks_for_tells_forms_apart(nlp, ruler) -> None:
    assert len(forms_of(nlp, ruler, ("it", SUBJECT), ("it", OBJECT))) == 2
    assert len(forms_of(nlp, ruler, ("there", "expl"), ("there", OBJECT))) == 2


def test_dependencies_that_no_pattern_asks_for_are_one(nlp, ruler) -> None:
    assert len(forms_of(nlp, ruler, ("it", OBJECT), ("it", "pobj"))) == 1
    assert len(forms_of(nlp, ruler, ("harbour", SUBJECT), ("harbour", OBJECT))) == 1


def test_a_word_is_known_by_what_was_learnt_of_it_before(nlp, ruler) -> None:
    dependencies = read_dependencies(ruler)
    rows = read(nlp, ("it", SUBJECT), ("sank", "ROOT"))
    first = dependencies.list_forms(nlp.vocab, [rows, rows])
    again = Dependencies(
        dependencies.asking, {}, dependencies.unasked, dependencies.known
    ).list_forms(nlp.vocab, [rows])
    assert first == again * 2


def test_patterns_that_ask_for_a_dependency_otherwise_than_by_name_are_told(nlp, ruler) -> None:
    assert asks_by_name(ruler)
    ruler.add([[{"DEP": {"REGEX": "^nsubj"}}]], {"POS": "NOUN"})
    assert not asks_by_name(ruler)
