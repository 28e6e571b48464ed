"""The words of Docs -> the vectors by which a model sees them before it looks at their neighbours,
computed once for each word.

A text repeats its words: of 22,000 tokens of news 4,300 are different. The vector is a function of
(word, norm, blank after it), so a table keeps it. New words are computed in batches of one size, so
that a vector does not depend on what else stood in the text.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, repeat
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

from transforms.grammar.rows import Row, list_rows, read_rows

SEEN = ("ORTH", "NORM", "SPACY")
TOGETHER = 64  # new words in a batch; a shorter batch is filled up
MOST = 30_000  # words kept for a model, some 15 MB
LAST_STEP = "ragged2list"  # of the part that sees each word alone
Word = Row  # of what is SEEN
Vectors = NDArray[np.float32]


class RememberedEmbedding:
    """`embed`: the part of a model that sees each word alone, Docs -> a vector a token."""

    def __init__(self, embed: Model[Any, Any]) -> None:
        self.embed = embed
        self.places: dict[Word, int] = {}
        self.vectors = self.make_table(MOST)

    def __call__(self, docs: Sequence[Doc]) -> list[Vectors]:
        """The vectors of each Doc's tokens."""
        words = [list_rows(doc, SEEN) for doc in docs]
        asked = list(chain.from_iterable(words))
        self.learn(docs[0], self.make_room(asked))
        found = self.vectors[list(map(self.places.__getitem__, asked))]
        ends = accumulate(map(len, words))
        return [found[end - len(each) : end] for each, end in zip(words, ends, strict=True)]

    def make_room(self, asked: Sequence[Word]) -> list[Word]:
        """Those of the words asked for that are not known; all, where they would be too many beside
        those known, which are then forgotten.
        """
        new = self.list_new(asked)
        if len(self.places) + len(new) > len(self.vectors):
            self.places.clear()
            new = self.list_new(asked)
            self.vectors = self.make_table(len(new))
        return new

    def list_new(self, asked: Iterable[Word]) -> list[Word]:
        return [word for word in dict.fromkeys(asked) if word not in self.places]

    def make_table(self, words: int) -> Vectors:
        """Room for MOST words, or for more where so many are asked for at once."""
        return np.empty((max(MOST, words), self.embed.get_dim("nO")), dtype=np.float32)

    def learn(self, doc: Doc, words: Sequence[Word]) -> None:
        """Compute and keep the vectors of words that are not known. `doc` lends its vocabulary."""
        for batch in batched(words):
            first = len(self.places)
            self.vectors[first : first + len(batch)] = self.compute(doc, batch)
            self.places.update((word, first + number) for number, word in enumerate(batch))

    def compute(self, doc: Doc, words: Sequence[Word]) -> Vectors:
        filled = [*words, *repeat(words[0], TOGETHER - len(words))]
        orths, norms, blanks = read_rows(filled).T
        made = Doc(
            doc.vocab,
            [doc.vocab.strings[orth] for orth in orths.tolist()],
            blanks.astype(bool).tolist(),
        )
        made = made.from_array(["NORM"], cast("Any", norms[:, None]))
        [vectors] = self.embed.predict([made])
        return cast("Vectors", vectors)[: len(words)]


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
