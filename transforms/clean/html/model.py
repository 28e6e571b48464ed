"""The blocks of a page -> how sure it is of each that it belongs to the article.

The weights are those of weights/blocks/trees.json, made by `python -m training.html_blocks`:
gradient-boosted trees on the features of `transforms.clean.html.features`.
"""

import numpy as np

from transforms.clean.html.features import Survey, compute_features
from transforms.clean.models.trees import read_trees
from weights import read_weights

MODEL = read_trees(read_weights("blocks", "trees.json"))


def estimate_blocks(survey: Survey) -> list[float]:
    """For each block the probability that it belongs to the article."""
    places, rows = compute_features(survey)
    estimates = np.zeros(len(survey.blocks))
    estimates[places] = MODEL.estimate(rows)
    told: list[float] = estimates.tolist()
    return told
