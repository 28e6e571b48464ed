"""The quick encoder gives what the model's own encoder gives, and sees no text in another."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import spacy
from numpy.testing import assert_allclose
from spacy.ml import MaxoutWindowEncoder, MishWindowEncoder
from thinc.api import Model

from transforms.grammar.embeddings import Vectors
from transforms.grammar.encoder import is_encoder, make_encoder, quicken_encoders

WIDTH = 8
CLOSE = 1e-5  # sums in another order


def draw_texts(*lengths: int) -> list[Vectors]:
    numbers = np.random.default_rng(len(lengths))
    return [numbers.standard_normal((length, WIDTH), dtype=np.float32) for length in lengths]


def draw_model(window: int, pieces: int, depth: int) -> Model[Any, Any]:
    """An encoder of spaCy's in which no number is what it is at the start."""
    model = MaxoutWindowEncoder(WIDTH, window, pieces, depth)
    model.initialize(X=draw_texts(3))
    numbers = np.random.default_rng(depth)
    for part in model.walk():
        for name in part.param_names:
            shape = part.get_param(name).shape
            part.set_param(name, numbers.standard_normal(shape, dtype=np.float32))
    return model


def assert_same(first: Sequence[Vectors], second: Sequence[Vectors]) -> None:
    for one, other in zip(first, second, strict=True):
        assert_allclose(one, other, rtol=CLOSE, atol=CLOSE)


@pytest.mark.parametrize(
    ("window", "pieces", "depth"), [(1, 3, 4), (1, 3, 1), (2, 2, 2), (1, 2, 3)]
)
@pytest.mark.parametrize("lengths", [(5,), (1,), (7, 1, 12), (0, 3), (4, 0, 0, 2), (40, 2, 9)])
def test_words_get_the_vectors_that_the_model_gives_them(
    window: int, pieces: int, depth: int, lengths: tuple[int, ...]
) -> None:
    model, texts = draw_model(window, pieces, depth), draw_texts(*lengths)
    assert is_encoder(model)
    assert_same(make_encoder(model).predict(texts), model.predict(texts))


def test_a_text_gets_the_same_vectors_whatever_stands_beside_it() -> None:
    encoder, texts = make_encoder(draw_model(1, 3, 4)), draw_texts(6, 3, 20)
    alone = [encoder.predict([text])[0] for text in texts]
    assert_same(encoder.predict(texts), alone)
    assert_same(encoder.predict(texts[::-1]), alone[::-1])


def test_texts_are_left_as_they_were() -> None:
    texts = draw_texts(6, 3)
    make_encoder(draw_model(1, 3, 2)).predict(texts)
    assert_same(texts, draw_texts(6, 3))


def test_texts_without_words_have_no_vectors() -> None:
    encoder = make_encoder(draw_model(1, 3, 2))
    assert [len(vectors) for vectors in encoder.predict(draw_texts(0, 0))] == [0, 0]


def test_an_encoder_of_another_kind_is_left_alone() -> None:
    other = MishWindowEncoder(WIDTH, 1, 2)
    assert not is_encoder(other)
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    quicken_encoders(nlp)
    assert nlp.pipe_names == ["sentencizer"]
