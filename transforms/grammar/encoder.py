"""The vectors of words -> the vectors of words among their neighbours: what a model's encoder of
windows gives, with fewer passes over memory.

An encoder is some layers, each of which looks at a word and those beside it: it multiplies, takes
the largest of some numbers, brings these to one scale and adds them to what it was given (spaCy's
MaxoutWindowEncoder). All paragraphs go through it at once, with rows of zeros between, so that none
sees another. Sums may differ from the model's own in their last bit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, Self, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import Model

from transforms.grammar.embeddings import Vectors

LEAST = np.float32(1e-8)  # added to a variance, as thinc does
PARTS = ("expand_window", "maxout", "layernorm", "dropout")
ENCODER = "with_array("


@dataclass(frozen=True, slots=True)
class Layer:
    """window: words on either side that it looks at. weights: of all pieces, side by side, a
    column a number; bias as long.
    """

    window: int
    pieces: int
    weights: Vectors
    bias: Vectors
    gain: Vectors
    shift: Vectors

    @classmethod
    def read(cls, model: Model[Any, Any]) -> Self:
        """A layer of a model that has the four parts."""
        parts = {part.name: part for part in model.walk()}
        maxout, norm = parts["maxout"], parts["layernorm"]
        pieces = maxout.get_dim("nP")
        weights = cast("NDArray[np.float32]", maxout.get_param("W")).swapaxes(0, 1)
        return cls(
            parts["expand_window"].attrs["window_size"],
            pieces,
            np.ascontiguousarray(weights.reshape(-1, maxout.get_dim("nI")).T),
            np.ascontiguousarray(maxout.get_param("b").T).ravel(),
            cast("Vectors", norm.get_param("G")),
            cast("Vectors", norm.get_param("b")),
        )

    def add_to(self, rows: Vectors) -> None:
        """Add what the layer makes of the rows to them."""
        scores = look_around(rows, self.window) @ self.weights
        scores += self.bias
        added = cast("Vectors", reduce(np.maximum, np.split(scores, self.pieces, axis=1)))
        bring_to_scale(added)
        added *= self.gain
        added += self.shift
        rows += added


def look_around(rows: Vectors, window: int) -> Vectors:
    """Each row with `window` rows before and behind it, in one line; zeros where there are none."""
    count, width = rows.shape
    wide = np.zeros((count, 2 * window + 1, width), dtype=rows.dtype)
    for place, step in enumerate(range(-window, window + 1)):
        first, last = max(0, -step), count - max(0, step)
        wide[first:last, place] = rows[first + step : last + step]
    return wide.reshape(count, -1)


def bring_to_scale(rows: Vectors) -> None:
    """Each row less its mean, divided by its deviation."""
    width = rows.shape[1]
    rows -= rows @ np.full((width, 1), 1 / width, dtype=rows.dtype)
    variances = np.einsum("ij,ij->i", rows, rows) / np.float32(width)
    rows *= (1 / np.sqrt(variances + LEAST))[:, None]


@dataclass(frozen=True, slots=True)
class Encoder:
    """gap: rows of zeros between texts, as many as all layers look over."""

    layers: tuple[Layer, ...]
    gap: int

    def __call__(self, texts: Sequence[Vectors]) -> list[Vectors]:
        """The vectors of each text's words among their neighbours; an empty text has none."""
        starts = self.list_starts(texts)
        rows: Vectors = np.zeros((starts[-1], texts[0].shape[1]), dtype=np.float32)
        places = [
            slice(start, start + len(text)) for start, text in zip(starts, texts, strict=False)
        ]
        for place, text in zip(places, texts, strict=True):
            rows[place] = text
        for layer in self.layers:
            layer.add_to(rows)
        return [rows[place] for place in places]

    def list_starts(self, texts: Sequence[NDArray[Any]]) -> list[int]:
        """Where each text begins, and the number of all rows."""
        starts = [self.gap]
        for text in texts:
            starts.append(starts[-1] + len(text) + (self.gap if len(text) else 0))
        return starts


def quicken_encoders(nlp: Language) -> None:
    """Let every model of the pipeline that has such an encoder use this one instead."""
    for name in nlp.pipe_names:
        model = getattr(nlp.get_pipe(name), "model", None)
        for part in list(model.walk()) if model else ():
            part.layers[:] = [
                make_encoder(inner) if is_encoder(inner) else inner for inner in part.layers
            ]


def is_encoder(part: Model[Any, Any]) -> bool:
    """Whether a part is layers of the four parts and nothing else, and reads texts apart."""
    return (
        part.name.startswith(ENCODER)
        and "pad" in part.attrs
        and all(is_layer(layer) for layer in list_layers(part))
    )


def list_layers(part: Model[Any, Any]) -> list[Model[Any, Any]]:
    """The layers of what reads a list of texts."""
    [inner] = part.layers
    return inner.layers if inner.name.count("residual(") > 1 else [inner]


def is_layer(model: Model[Any, Any]) -> bool:
    leaves = tuple(part.name for part in model.walk() if not part.layers)
    return model.name.startswith("residual(") and sorted(leaves) == sorted(PARTS)


def make_encoder(part: Model[Any, Any]) -> Model[Any, Any]:
    """A part that gives what `part` gives, for reading only: it cannot be trained."""
    encode = Encoder(tuple(map(Layer.read, list_layers(part))), part.attrs["pad"])

    def read(
        model: Model[Any, Any],  # noqa: ARG001
        texts: Sequence[Vectors],
        is_train: bool,  # noqa: ARG001
    ) -> tuple[list[Vectors], None]:
        return encode(texts), None

    return Model("quick_encoder", read, dims={"nO": part.get_dim("nO")})
