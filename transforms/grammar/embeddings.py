"""The words of Docs -> the vectors by which a model sees them before it looks at their neighbours,
computed once for each word.

A text repeats its words: of 22,000 tokens of news 4,300 are different. The vector is a function of
(word, norm, blank after it), so a table keeps it. New words are computed in batches of one size, so
that a vector does not depend on what else stood in the text.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

SEEN = ("ORTH", "NORM", "SPACY")
TOGETHER = 32  # new words in a batch; a shorter batch is filled up
MOST = 30_000  # words kept for a model, some 15 MB
LAST_STEP = "ragged2list"  # of the part that sees each word alone
Word = tuple[int, ...]
Vectors = NDArray[np.float32]


class RememberedEmbedding:
    """`embed`: the part of a model that sees each word alone, Docs -> a vector a token."""

    def __init__(self, embed: Model[Any, Any]) -> None:
        self.embed = embed
        self.places: dict[Word, int] = {}
        self.vectors: Vectors = np.zeros((0, embed.get_dim("nO")), dtype=np.float32)

    def __call__(self, docs: Sequence[Doc]) -> list[Vectors]:
        """The vectors of each Doc's tokens."""
        words = [list_words(doc) for doc in docs]
        asked = dict.fromkeys(chain.from_iterable(words))
        self.make_room(asked)
        new = [word for word in asked if word not in self.places]
        if new:
            self.learn(docs[0], new)
        return [self.vectors[[self.places[word] for word in each]] for each in words]

    def make_room(self, asked: Mapping[Word, None]) -> None:
        """Forget all words where those asked for would be too many."""
        if len(self.places.keys() | asked.keys()) > MOST:
            self.places.clear()
            self.vectors = self.vectors[:0]

    def learn(self, doc: Doc, words: Sequence[Word]) -> None:
        """Compute and keep the vectors of words that are not known. `doc` lends its vocabulary."""
        computed = [self.compute(doc, batch) for batch in batched(words)]
        self.places.update((word, len(self.vectors) + number) for number, word in enumerate(words))
        self.vectors = np.concatenate([self.vectors, *computed])

    def compute(self, doc: Doc, words: Sequence[Word]) -> Vectors:
        filled = [*words, *repeat(words[0], TOGETHER - len(words))]
        made = Doc(
            doc.vocab,
            [doc.vocab.strings[word[0]] for word in filled],
            [bool(word[2]) for word in filled],
        )
        made = made.from_array(
            ["NORM"], cast("Any", np.array([[word[1]] for word in filled], dtype=np.uint64))
        )
        [vectors] = self.embed.predict([made])
        return cast("Vectors", vectors)[: len(words)]


def list_words(doc: Doc) -> list[Word]:
    return list(map(tuple, doc.to_array(list(SEEN)).tolist())) if len(doc) else []


def batched(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    return (words[start : start + TOGETHER] for start in range(0, len(words), TOGETHER))


def remember_embeddings(nlp: Language) -> None:
    """Let every model of the pipeline that sees words alone first look them up in a table of its
    own.
    """
    for name in nlp.pipe_names:
        model = getattr(nlp.get_pipe(name), "model", None)
        for part in list(model.walk()) if model else ():
            if part.layers and is_embedding(part.layers[0]):
                part.layers[0] = make_table(part.layers[0])


def is_embedding(part: Model[Any, Any]) -> bool:
    return bool(part.layers) and part.layers[-1].name == LAST_STEP and part.has_dim("nO") is True


def make_table(embed: Model[Any, Any]) -> Model[Any, Any]:
    """A part that gives what `embed` gives, for reading only: it cannot be trained."""
    remembered = RememberedEmbedding(embed)

    def look_up(
        model: Model[Any, Any],  # noqa: ARG001
        docs: Sequence[Doc],
        is_train: bool,  # noqa: ARG001
    ) -> tuple[list[Vectors], None]:
        return remembered(docs), None

    return Model("remembered_embedding", look_up, dims={"nO": embed.get_dim("nO")})
