"""Rows of numbers -> for each row how sure gradient-boosted trees of one depth are of it."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

AT_ONCE = 16_000  # numbers that stay near the processor; ten times as many take three times as long


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees as arrays: a row a tree. The children of node i are 2i + 1, and 2i + 2 where the
    feature is above the threshold.
    """

    features: tuple[str, ...]
    bias: float
    depth: int
    feature: NDArray[np.intp]
    threshold: NDArray[np.float64]
    value: NDArray[np.float64]

    def estimate(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """The probability of each row's line."""
        return to_probability(self.estimate_odds(rows))

    def estimate_odds(
        self, rows: NDArray[np.float64], at_once: int = AT_ONCE
    ) -> NDArray[np.float64]:
        """The log odds of each row's line. at_once: rows times trees that are looked at together;
        it changes nothing but time and memory.
        """
        step = max(1, at_once // len(self.feature))
        starts = range(0, max(1, len(rows)), step)
        return np.concatenate([self._read(rows[start : start + step]) for start in starts])

    def _read(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Node and leaf numbers are places in the flat arrays, so that one `take` reads them all."""
        trees, inner = self.feature.shape
        row_starts = np.arange(len(rows))[:, None] * rows.shape[1]
        node = np.zeros((len(rows), trees), dtype=np.intp)
        tree_starts = np.arange(trees) * inner
        feature, threshold, flat = self.feature.ravel(), self.threshold.ravel(), rows.ravel()
        for _ in range(self.depth):
            place = node + tree_starts
            node += node + 1 + (flat.take(feature.take(place) + row_starts) > threshold.take(place))
        leaves = node - inner + np.arange(trees) * self.value.shape[1]
        return np.asarray(self.bias + self.value.ravel().take(leaves).sum(axis=1))


def to_probability(log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-log_odds)))


def read_trees(written: dict[str, Any]) -> Trees:
    """The trees of a model, as `training/` wrote them."""
    trees = written["trees"]
    return Trees(
        tuple(written["features"]),
        written["bias"],
        written["depth"],
        np.array([tree["feature"] for tree in trees], dtype=np.intp),
        np.array([tree["threshold"] for tree in trees]),
        np.array([tree["value"] for tree in trees]),
    )
