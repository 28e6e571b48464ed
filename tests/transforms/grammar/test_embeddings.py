"""What a model sees of a word is computed once, and is the same whatever stood beside the word when
it was new.
"""

from collections.abc import Iterator

import numpy as np
import pytest
from spacy.language import Language

from transforms.grammar import embeddings
from transforms.grammar.embeddings import SEEN, TOGETHER, RememberedEmbedding
from transforms.grammar.rows import list_rows, read_rows

TEXT = "The pilot's log says that the ship, the Corvina, could not turn; she can't, the pilot says."
OTHER = "Bakers, fishers and pilots met in the harbour office on Tuesday, said its clerk, who could not say why they can not turn back."


class CountingPart:
    """Stands for the part of a model that sees words alone: a word's vector is its length; counts
    the Docs that it is asked for.
    """

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def get_dim(self, name: str) -> int:
        return 1

    def predict(self, docs):
        self.lengths += map(len, docs)
        return [np.array([[len(token.text)] for token in doc], dtype=np.float32) for doc in docs]


@pytest.fixture
def part() -> CountingPart:
    return CountingPart()


@pytest.fixture
def remembered(part) -> RememberedEmbedding:
    return RememberedEmbedding(part)


def test_every_token_gets_the_vector_of_its_word(nlp: Language, remembered) -> None:
    docs = [nlp.make_doc(TEXT), nlp.make_doc(""), nlp.make_doc(OTHER)]
    assert [list(vectors.ravel()) for vectors in remembered(docs)] == [
        [len(token.text) for token in doc] for doc in docs
    ]


def test_words_are_computed_once_and_in_batches_of_one_size(
    nlp: Language, remembered, part
) -> None:
    remembered([nlp.make_doc(TEXT)])
    remembered([nlp.make_doc(TEXT)])
    remembered([nlp.make_doc(TEXT + " " + OTHER)])
    assert set(part.lengths) == {TOGETHER}
    assert len(part.lengths) == 2


def test_a_word_with_another_blank_after_it_is_another_word(nlp: Language) -> None:
    rows = list_rows(nlp.make_doc("she, she said"), SEEN)
    before_a_comma, _, before_a_blank, *_ = rows
    assert before_a_comma != before_a_blank
    assert read_rows(rows)[0].tolist() == [*read_rows(rows)[2].tolist()[:2], False]


@pytest.fixture
def small_table(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(embeddings, "MOST", 20)
    yield


@pytest.mark.usefixtures("small_table")
def test_a_full_table_begins_anew(nlp: Language, remembered) -> None:
    for text in (TEXT, OTHER, TEXT):
        assert [vector[0] for vector in remembered([nlp.make_doc(text)])[0]] == [
            len(token.text) for token in nlp.make_doc(text)
        ]


def test_a_text_is_read_alike_whatever_was_read_before(nlp: Language) -> None:
    def read(text: str) -> list[tuple[str, ...]]:
        return [
            (token.text, token.tag_, token.dep_, token.ent_type_, token.head.text)
            for token in nlp(text)
        ]

    first = read(TEXT)
    read(OTHER)
    assert read(TEXT) == first
