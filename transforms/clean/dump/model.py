"""The lines of a dump -> how sure it is of each that it belongs to the article.

Two models that err in different places are asked, and the mean of their log odds counts:
gradient-boosted trees of one depth, weights/lines/trees.json, and small networks,
weights/lines/networks.json. `python -m training.dump_lines` made both.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from transforms.clean.dump.features import describe_lines
from transforms.clean.dump.marks import MarkedLine
from transforms.clean.models.networks import read_net
from transforms.clean.models.trees import read_trees, to_probability
from weights import read_weights

MODEL = read_trees(read_weights("lines", "trees.json"))
NETS = tuple(map(read_net, read_weights("lines", "networks.json")["nets"]))


def estimate_lines(lines: Sequence[MarkedLine]) -> list[float]:
    """For each line of a dump the probability that it belongs to the article."""
    if not lines:
        return []
    names, rows = describe_lines(lines)
    asked = {MODEL.features, *(net.features for net in NETS)}
    columns = {features: rows.take(find_columns(names, features), axis=1) for features in asked}
    odds = MODEL.estimate_odds(columns[MODEL.features])
    seen = sum(net.estimate(columns[net.features]) for net in NETS) / len(NETS)
    return [float(share) for share in to_probability((odds + seen) / 2)]


@cache
def find_columns(names: tuple[str, ...], features: tuple[str, ...]) -> NDArray[np.intp]:
    """Where the features of a model stand among the columns, whose names are always the same."""
    return np.array([names.index(name) for name in features], dtype=np.intp)
