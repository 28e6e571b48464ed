"""A model of spaCy that reads from left to right, each step by a few tokens -> how well each of its
moves suits at a step.

What a token adds to a step, by the place that it has there, is computed once for all tokens.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from typing import Any, Self, cast

import numpy as np
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc
from thinc.api import Model

from transforms.grammar.embeddings import Vectors


@dataclass(frozen=True, slots=True)
class Steps:
    """places: tokens that a step looks at. encode: Docs -> what each token adds to a step, by its
    place and piece; before the first stands what adds where no token is. What is added at every step
    is in what the first place adds.
    """

    places: int
    encode: Callable[[Sequence[Doc]], Vectors]
    upper: Vectors
    upper_bias: Vectors

    @classmethod
    def read(cls, model: Model[Any, Any]) -> Self:
        """The steps of a model that `is_greedy`."""
        tokens, lower, upper = model.layers
        bias = cast("Vectors", lower.get_param("b"))

        def encode(docs: Sequence[Doc]) -> Vectors:
            added = cast("Vectors", lower.predict(tokens.predict(docs)))
            added[:, 0] += bias
            return added

        return cls(
            lower.get_dim("nF"),
            encode,
            np.ascontiguousarray(cast("Vectors", upper.get_param("W")).T),
            cast("Vectors", upper.get_param("b")),
        )

    def score(self, sums: Vectors) -> Vectors:
        """How well each move suits, by what the tokens of each step add up to."""
        pieces = (sums[..., piece] for piece in range(sums.shape[-1]))
        scores = reduce(np.maximum, pieces) @ self.upper  # some times as fast as `max`
        scores += self.upper_bias
        return cast("Vectors", scores)


class ByBatch:
    """A part of spaCy's pipeline that reads many Docs at once."""

    __slots__ = ()

    def read_all(self, docs: Sequence[Doc]) -> None:
        """Set what the part finds in each Doc; some have words."""
        raise NotImplementedError

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        waiting = iter(docs)
        while batch := list(islice(waiting, batch_size)):
            if any(map(len, batch)):
                self.read_all(batch)
            yield from batch


def is_greedy(part: DependencyParser | EntityRecognizer) -> bool:
    """Whether a parser or recogniser takes the best move at each step, and weighs it in two
    layers.
    """
    model = part.model
    is_whole = model.attrs["has_upper"] and not model.attrs["unseen_classes"]
    is_maxout: bool = model.get_ref("lower").get_dim("nP") > 1
    return part.cfg["beam_width"] == 1 and is_whole and is_maxout
