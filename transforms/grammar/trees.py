"""Docs with the vectors of their words -> the same with their sentences and trees, as the model's
parser builds them.

The parser goes on in all Docs at once, a move in each at a step (spaCy's arc-eager transitions).
spaCy's own loop takes the interpreter's lock at each sum, two fifths of its time; here a step of all
Docs is weighed by a few operations of numpy, and spaCy moves. Sums may differ from the model's own
in their last bit.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found]
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc

from transforms.grammar.embeddings import Vectors
from transforms.grammar.steps import ByBatch, Steps, is_greedy

NAME = "quick_trees"
PARSER = "parser"


@dataclass(frozen=True, slots=True)
class Sums:
    """What tokens add to a step. added: a row for each token and place, those of no token first.
    starts: the row of the first token by place. pieces: the shape of a sum.
    """

    added: Vectors
    starts: NDArray[np.intp]
    ones: Vectors
    pieces: tuple[int, ...]

    @classmethod
    def of(cls, added: Vectors) -> Self:
        """added: by token, place and piece."""
        tokens, places, *pieces = added.shape
        return cls(
            added.reshape(tokens * places, -1),
            np.arange(places) + places,
            np.ones(places, added.dtype),
            tuple(pieces),
        )

    def add_up(self, looked_at: NDArray[np.int32]) -> Vectors:
        """What the tokens add up to that each state looks at; -1 for none."""
        rows = looked_at * len(self.starts) + self.starts
        found = self.added.take(rows, axis=0, mode="clip")
        sums: Vectors = self.ones @ found  # some times as fast as `sum`
        return sums.reshape(-1, *self.pieces)


@dataclass(frozen=True, slots=True)
class TreeBuilder(ByBatch):
    """find: states -> the tokens that each looks at, by their number in all Docs; -1 for none."""

    parser: Any
    steps: Steps
    find: Callable[[Sequence[Any]], Any]

    def read_all(self, docs: Sequence[Doc]) -> None:
        """Set the tree and the sentences of each Doc."""
        self.parser.set_annotations(docs, self.build(docs))

    def build(self, docs: Sequence[Doc]) -> list[Any]:
        """spaCy's state of each Doc, with its tree."""
        states = self.parser.moves.init_batch(docs)
        sums = Sums.of(self.steps.encode(docs))
        going = [state for state in states if not state.is_final()]
        while going:
            scores = self.steps.score(sums.add_up(self.find(going)))
            going = self.parser.transition_states(going, scores)
        return list(states)


@Language.factory(NAME)
def make_tree_builder(nlp: Language, name: str) -> TreeBuilder:  # noqa: ARG001 - spaCy names its parts
    parser = nlp.get_pipe(PARSER)
    assert isinstance(parser, DependencyParser)
    steps = Steps.read(parser.model)
    # all that this asks of a model is how many tokens a step looks at
    asked = SimpleNamespace(state2vec=SimpleNamespace(nF=steps.places))
    return TreeBuilder(parser, steps, lambda states: ParserStepModel.get_token_ids(asked, states))


def quicken_trees(nlp: Language) -> None:
    """Let the pipeline weigh the steps in all Docs at once, where its parser is such a one."""
    if PARSER not in nlp.pipe_names:
        return
    parser = nlp.get_pipe(PARSER)
    if isinstance(parser, DependencyParser) and is_greedy(parser):
        nlp.add_pipe(NAME, after=PARSER)
        nlp.disable_pipe(PARSER)
