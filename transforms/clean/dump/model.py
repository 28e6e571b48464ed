"""The lines of a dump -> how sure it is of each that it belongs to the article.

Two models that err in different places are asked, and the mean of their log odds counts:
gradient-boosted trees of one depth, weights/lines/trees.json, and small networks,
weights/lines/networks.json. `python -m training.dump_lines` made both.
"""

from collections.abc import Sequence

import numpy as np

from transforms.clean.dump.features import describe_lines
from transforms.clean.dump.marks import MarkedLine
from transforms.clean.models.networks import read_net
from transforms.clean.models.trees import read_trees, to_probability
from weights import read_weights

MODEL = read_trees(read_weights("lines", "trees.json"))
NETS = tuple(map(read_net, read_weights("lines", "networks.json")["nets"]))


def estimate_lines(lines: Sequence[MarkedLine], at_once: int = 2_000) -> list[float]:
    """For each line of a dump the probability that it belongs to the article. at_once: lines that
    the trees are asked of together; they need some 12 KB of memory for each.
    """
    if not lines:
        return []
    names, rows = describe_lines(lines)
    columns = rows[:, [names.index(name) for name in MODEL.features]]
    odds = np.concatenate(
        [
            MODEL.estimate_odds(columns[start : start + at_once])
            for start in range(0, len(rows), at_once)
        ]
    )
    seen = sum(
        net.estimate(rows[:, [names.index(name) for name in net.features]]) for net in NETS
    ) / len(NETS)
    return [float(share) for share in to_probability((odds + seen) / 2)]
