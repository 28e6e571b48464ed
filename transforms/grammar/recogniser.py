"""Tagged and parsed Docs -> the same with the names that a model finds, decided for all tokens at
once.

The model's recogniser opens and closes names from left to right, each step by three tokens: this
one, the first of the name that is open, and the one before in that name (spaCy's BILUO transitions).
While no name is open that is this one alone. So what each token would do then is computed at once;
only the names that begin are followed to their ends.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from transforms.grammar.embeddings import Vectors
from transforms.grammar.steps import ByBatch, Steps, is_greedy

NAME = "quick_names"
RECOGNISER = "ner"
FEATURES = 3  # tokens that a step looks at
Numbers = NDArray[np.intp]
Flags = NDArray[np.bool_]
Found = tuple[int, int, str]  # first token, token behind the last, label


@dataclass(frozen=True, slots=True)
class Moves:
    """The numbers of the model's moves: of those that begin a name, and that are one by themselves;
    `goes_on`, `ends`: of the moves within a name, by the number of the move that began it.
    """

    labels: tuple[str, ...]
    begins: Numbers
    units: Numbers
    goes_on: Numbers
    ends: Numbers

    @classmethod
    def read(cls, names: Sequence[str]) -> Self:
        """names: "B-ORG", "I-ORG", "L-ORG", "U-ORG", "O"."""
        labels = tuple(name[2:] for name in names)
        at = {name: number for number, name in enumerate(names)}
        return cls(
            labels,
            list_moves(names, "B-"),
            list_moves(names, "U-"),
            np.array([at.get(f"I-{label}", 0) for label in labels]),
            np.array([at.get(f"L-{label}", 0) for label in labels]),
        )


def list_moves(names: Sequence[str], kind: str) -> Numbers:
    return np.array([at for at, name in enumerate(names) if name[:2] == kind and name != kind])


@dataclass(frozen=True, slots=True)
class Recogniser(ByBatch):
    """out: the move that names nothing."""

    steps: Steps
    moves: Moves
    out: int

    def read_all(self, docs: Sequence[Doc]) -> None:
        """Set the names of each Doc."""
        found = self.find(self.steps.encode(docs), *read_bars(docs))
        start, name = 0, next(found, None)
        for doc in docs:
            names = []
            while name and name[0] < start + len(doc):
                names.append(Span(doc, name[0] - start, name[1] - start, label=name[2]))
                name = next(found, None)
            doc.set_ents(names, default="outside")
            start += len(doc)

    def find(self, features: Vectors, last: Flags, blank: Flags) -> Iterator[Found]:
        """The names in order. last: which tokens end a sentence; blank: which are no words."""
        nothing, tokens = features[0], features[1:]
        best = self.choose(tokens[:, 0] + nothing[1] + nothing[2], last, blank)
        starts = np.flatnonzero(best != self.out)
        ends = starts + 1
        is_open = np.isin(best[starts], self.moves.begins)
        ends[is_open] = self.follow(tokens, starts[is_open], best[starts[is_open]], last)
        behind = 0
        for start, end, move in zip(
            starts.tolist(), ends.tolist(), best[starts].tolist(), strict=True
        ):
            if start >= behind:
                yield start, end, self.moves.labels[move]
                behind = end

    def choose(self, sums: Vectors, last: Flags, blank: Flags) -> Numbers:
        """The best move of each token while no name is open."""
        scores = self.steps.score(sums)
        allowed = np.zeros(scores.shape, dtype=bool)
        allowed[:, self.out] = True
        allowed[:, self.moves.units] = ~blank[:, None]
        allowed[:, self.moves.begins] = ~(blank | last)[:, None]
        return cast("Numbers", np.where(allowed, scores, -np.inf).argmax(axis=1))

    def follow(self, tokens: Vectors, starts: Numbers, moves: Numbers, last: Flags) -> Numbers:
        """Where each of the names ends that begin at some tokens with some moves."""
        ends = starts + 1
        going = np.arange(len(starts))
        while len(going):
            here = ends[going]
            scores = self.steps.score(
                tokens[here, 0] + tokens[starts[going], 1] + tokens[here - 1, 2]
            )
            rows, begun = np.arange(len(going)), moves[going]
            on, end = scores[rows, self.moves.goes_on[begun]], scores[rows, self.moves.ends[begun]]
            ends[going] += 1
            going = going[(on >= end) & ~last[here]]
        return ends


def read_bars(docs: Sequence[Doc]) -> tuple[Flags, Flags]:
    """Which tokens no name goes beyond, and which ones none begins with."""
    starts, blank = np.concatenate(
        [doc.to_array(["SENT_START", "IS_SPACE"]).reshape(-1, 2) for doc in docs]
    ).T
    ends = np.cumsum([len(doc) for doc in docs])
    last = np.append(starts[1:] == 1, True)
    last[ends[ends > 0] - 1] = True
    return last, blank == 1


@Language.factory(NAME)
def make_recogniser(nlp: Language, name: str) -> Recogniser:  # noqa: ARG001 - spaCy names its parts
    recogniser = nlp.get_pipe(RECOGNISER)
    assert isinstance(recogniser, EntityRecognizer)
    moves = recogniser.moves
    names = list(map(moves.get_class_name, range(moves.n_moves)))
    return Recogniser(Steps.read(recogniser.model), Moves.read(names), names.index("O"))


def quicken_names(nlp: Language) -> None:
    """Let the pipeline decide on all tokens at once, where its recogniser is such a one."""
    if RECOGNISER in nlp.pipe_names and is_such(nlp.get_pipe(RECOGNISER)):
        nlp.add_pipe(NAME, after=RECOGNISER)
        nlp.disable_pipe(RECOGNISER)


def is_such(recogniser: object) -> bool:
    """Whether a recogniser takes the best move at each step, and looks at three tokens there."""
    if not isinstance(recogniser, EntityRecognizer) or not is_greedy(recogniser):
        return False
    features: int = recogniser.model.get_ref("lower").get_dim("nF")
    return features == FEATURES
