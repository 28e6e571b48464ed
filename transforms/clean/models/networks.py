"""Numbers of the lines of a page -> for each line the log odds that it is the article's, by a
network that also sees the lines around.

Its first layer looks at a line by itself; each layer after it adds what the lines `distance` above
and below say, so that the last one has seen all lines within the sum of the distances (dilated
convolutions: Yu and Koltun 2016).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

LARGEST = 4.0  # spreads that a number may lie from its mean


@dataclass(frozen=True, slots=True)
class Layer:
    """weights: a row an input, a column an output. distance: 0 for the first layer."""

    distance: int
    weights: Matrix
    bias: Matrix


@dataclass(frozen=True, slots=True)
class LineNet:
    """mean, spread: of each number where the net was trained. direct: weights of the numbers
    themselves, beside those of the last layer.
    """

    features: tuple[str, ...]
    mean: Matrix
    spread: Matrix
    layers: tuple[Layer, ...]
    last: Matrix
    direct: Matrix
    bias: float

    @property
    def reach(self) -> int:
        """Lines above and below that have a say."""
        return sum(layer.distance for layer in self.layers)

    def estimate(self, rows: NDArray[np.floating[Any]], at_once: int = 4_000) -> Matrix:
        """The log odds of each row's line. Long pages are read in pieces of `at_once` lines that
        overlap by `reach`, which bounds the memory and changes nothing.
        """
        pieces = []
        for start in range(0, len(rows), at_once):
            first = max(0, start - self.reach)
            told = self._read(rows[first : start + at_once + self.reach])
            pieces.append(told[start - first : start - first + at_once])
        return np.concatenate(pieces)

    def _read(self, rows: NDArray[np.floating[Any]]) -> Matrix:
        scaled = scale_rows(rows, self.mean, self.spread)
        first, *others = self.layers
        seen = np.maximum(0, scaled @ first.weights + first.bias)
        for layer in others:
            seen = seen + np.maximum(
                0, look_around(seen, layer.distance) @ layer.weights + layer.bias
            )
        return np.asarray(seen @ self.last + scaled @ self.direct + np.float32(self.bias))


def scale_rows(rows: NDArray[np.floating[Any]], mean: Matrix, spread: Matrix) -> Matrix:
    """Each number as spreads from its mean."""
    return np.asarray(np.clip((rows - mean) / spread, -LARGEST, LARGEST), dtype=np.float32)


def look_around(seen: Matrix, distance: int) -> Matrix:
    """For each line what is seen of the line `distance` above, of itself, and of that as far below;
    zeros beyond the page.
    """
    count, width = seen.shape
    around = np.zeros((count, 3 * width), dtype=np.float32)
    around[distance:, :width] = seen[: max(0, count - distance)]
    around[:, width : 2 * width] = seen
    around[: max(0, count - distance), 2 * width :] = seen[distance:]
    return around


def read_net(written: dict[str, Any]) -> LineNet:
    """The net as `training.line_net.export_net` wrote it."""

    def matrix(numbers: list[Any]) -> Matrix:
        return np.array(numbers, dtype=np.float32)

    return LineNet(
        tuple(written["features"]),
        matrix(written["mean"]),
        matrix(written["spread"]),
        tuple(
            Layer(layer["distance"], matrix(layer["weights"]), matrix(layer["bias"]))
            for layer in written["layers"]
        ),
        matrix(written["last"]),
        matrix(written["direct"]),
        written["bias"],
    )
