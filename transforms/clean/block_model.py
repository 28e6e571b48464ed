"""The blocks of a page -> how sure it is of each that it belongs to the article.

The weights are those of block_model.json, made by `python -m training.html_blocks`: gradient-boosted trees on the features of
`transforms.clean.block_features`. Blocks that are plainly furniture (short or all links, and not in the extractor's text) are not asked
about.
"""

import json
from collections.abc import Sequence
from importlib.resources import files

import numpy as np

from transforms.clean.block_features import IN_BODY, IN_FOUND, PageContext, compute_features
from transforms.clean.blocks import Block
from transforms.clean.dump_model import LineModel

MIN_LENGTH = 25  # characters of a block that the extractor left out and that may still be the article's
MAX_LINK_SHARE = 0.9


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
    asked = [at for at, (block, row) in enumerate(zip(blocks, rows, strict=True)) if is_candidate(block, row)]
    shares = [0.0] * len(blocks)
    if asked:
        for at, share in zip(asked, MODEL.estimate(np.array([rows[at] for at in asked])), strict=True):
            shares[at] = float(share)
    return shares


def is_candidate(block: Block, row: Sequence[float]) -> bool:
    """Whether the block can be the article's at all."""
    return row[IN_FOUND] > 0 or row[IN_BODY] > 0 or (len(block.text) >= MIN_LENGTH and block.link_share < MAX_LINK_SHARE)
