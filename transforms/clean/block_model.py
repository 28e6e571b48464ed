"""The blocks of a page -> how sure it is of each that it belongs to the article.

The weights are those of block_model.json, made by `python -m training.html_blocks`: gradient-boosted trees on the features of
`transforms.clean.block_features`.
"""

import json
from collections.abc import Sequence
from importlib.resources import files

import numpy as np

from transforms.clean.block_features import PageContext, compute_features
from transforms.clean.blocks import Block
from transforms.clean.dump_model import LineModel


def _read_model() -> LineModel:
    written = json.loads(files("transforms.clean").joinpath("block_model.json").read_text(encoding="utf-8"))
    trees = written["trees"]
    return LineModel(
        tuple(written["features"]),
        written["bias"],
        written["depth"],
        np.array([tree["feature"] for tree in trees], dtype=np.int32),
        np.array([tree["threshold"] for tree in trees]),
        np.array([tree["value"] for tree in trees]),
    )


MODEL = _read_model()


def estimate_blocks(blocks: Sequence[Block], context: PageContext) -> list[float]:
    """For each block the probability that it belongs to the article."""
    rows = compute_features(blocks, context)
    estimates = [0.0] * len(blocks)
    if rows:
        for at, estimate in zip(rows, MODEL.estimate(np.array(list(rows.values()))), strict=True):
            estimates[at] = float(estimate)
    return estimates
