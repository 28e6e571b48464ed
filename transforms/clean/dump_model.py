"""The lines of a dump -> how sure it is of each that it belongs to the article.

Two models that err in different places are asked, and the mean of their log odds counts: gradient-boosted trees of one depth,
dump_model.json, and small networks, dump_net.json. `python -m training.dump_lines` made both; they are read as plain JSON.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from transforms.clean.dump_features import describe_lines
from transforms.clean.dump_marks import MarkedLine
from transforms.clean.dump_net import read_net

ROWS = 2_000  # lines at a time: the trees need some 12 KB of memory for each


@dataclass(frozen=True, slots=True)
class LineModel:
    """Trees as arrays: a row a tree. The children of node i are 2i + 1, and 2i + 2 where the feature is above the threshold."""

    features: tuple[str, ...]
    bias: float
    depth: int
    feature: NDArray[np.intp]
    threshold: NDArray[np.float64]
    value: NDArray[np.float64]

    def estimate(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """The probability of each row's line."""
        return to_probability(self.estimate_odds(rows))

    def estimate_odds(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """The log odds of each row's line. Node and leaf numbers are places in the flat arrays, so that one `take` reads them all."""
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


def _read_json(name: str) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(files("transforms.clean").joinpath(name).read_text(encoding="utf-8"))
    return written


def _read_model() -> LineModel:
    written = _read_json("dump_model.json")
    trees = written["trees"]
    return LineModel(
        tuple(written["features"]),
        written["bias"],
        written["depth"],
        np.array([tree["feature"] for tree in trees], dtype=np.intp),
        np.array([tree["threshold"] for tree in trees]),
        np.array([tree["value"] for tree in trees]),
    )


MODEL = _read_model()
NETS = tuple(map(read_net, _read_json("dump_net.json")["nets"]))


def estimate_lines(lines: Sequence[MarkedLine]) -> list[float]:
    """For each line of a dump the probability that it belongs to the article."""
    if not lines:
        return []
    names, rows = describe_lines(lines)
    columns = rows[:, [names.index(name) for name in MODEL.features]]
    odds = np.concatenate([MODEL.estimate_odds(columns[start : start + ROWS]) for start in range(0, len(rows), ROWS)])
    seen = sum(net.estimate(rows[:, [names.index(name) for name in net.features]]) for net in NETS) / len(NETS)
    return [float(share) for share in to_probability((odds + seen) / 2)]
