"""What is remembered of a form is what the model's own rules say of it, to the last attribute."""

from collections.abc import Iterator

import pytest
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from transforms.grammar.forms import NAME, RULES, RememberedForms

TEXTS = (
    "There is no harbour without a dog, and there are two dogs in ours.",
    "“I ain't gonna sell her,” the skipper said. “Let's see who has got to.”",
    "Y'all gotta go, she's told them; c'm on, the men said, and left the ships that they had been leaving for years.",
    "The mayor's better plans are known: he knows the best men, and they have known him.",
    "  Two  blanks, and a number: 1,200.50 euros.",
    "",
)


def read_so_far(nlp: Language, text: str) -> Doc:
    """The text as the parts before the rules leave it."""
    doc = nlp.make_doc(text)
    for name in nlp.pipe_names[: nlp.pipe_names.index(NAME)]:
        doc = nlp.get_pipe(name)(doc)
    return doc


def list_attributes(doc: Doc) -> list[tuple[str, ...]]:
    return [
        (token.text, token.pos_, str(token.morph), token.lemma_, token.tag_, token.dep_)
        for token in doc
    ]


def read_by_rules(nlp: Language, text: str) -> list[tuple[str, ...]]:
    doc = read_so_far(nlp, text)
    for rule in RULES:
        doc = nlp.get_pipe(rule)(doc)
    return list_attributes(doc)


@pytest.fixture
def memory(nlp: Language) -> Iterator[RememberedForms]:
    """The pipeline's memory, empty."""
    part = nlp.get_pipe(NAME)
    assert isinstance(part, RememberedForms)
    part.known.clear()
    part.opens.clear()
    part.alone.clear()
    part.dependencies.known.clear()
    yield part


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_read_alike_by_the_rules_at_first_sight_and_from_memory(
    text: str, nlp: Language, memory: RememberedForms
) -> None:
    by_rules = read_by_rules(nlp, text)
    for _ in range(3):
        assert list_attributes(memory(read_so_far(nlp, text))) == by_rules


def test_texts_are_read_alike_in_whatever_order_they_came_before(
    nlp: Language, memory: RememberedForms
) -> None:
    by_rules = {text: read_by_rules(nlp, text) for text in TEXTS}
    for text in (*TEXTS, *reversed(TEXTS), *TEXTS):
        assert list_attributes(memory(read_so_far(nlp, text))) == by_rules[text]


def test_a_text_that_is_known_is_not_read_by_the_rules(
    nlp: Language, memory: RememberedForms
) -> None:
    memory(read_so_far(nlp, TEXTS[0]))
    known = dict(memory.known)
    doc = RememberedForms((), memory.openings, memory.dependencies, memory.opens, known)(
        read_so_far(nlp, TEXTS[0])
    )
    assert list_attributes(doc) == read_by_rules(nlp, TEXTS[0])


def test_texts_read_together_are_read_as_each_alone(nlp: Language, memory: RememberedForms) -> None:
    by_rules = [read_by_rules(nlp, text) for text in TEXTS]
    docs = [read_so_far(nlp, text) for text in TEXTS]
    assert [list_attributes(doc) for doc in memory.pipe(docs, batch_size=4)] == by_rules


def test_lemmas_are_looked_up_and_not_read_through(nlp: Language) -> None:
    lemmatizer = nlp.get_pipe(RULES[1])
    assert isinstance(lemmatizer, Lemmatizer)
    known = lemmatizer.lookups.get_table("lemma_index")
    assert all(isinstance(lemmas, frozenset) for lemmas in known.values())
    assert "harbour" in known["noun"]


def test_words_that_report_speech_have_their_lemmas(nlp: Language) -> None:
    doc = nlp(
        "Anna Berg retweeted it. Marco Duarte texted that it was late, Donna Kell harrumphed."
    )
    lemmas = {token.lemma_ for token in doc if token.pos_ == "VERB"}
    assert lemmas == {"retweet", "text", "harrumph"}
