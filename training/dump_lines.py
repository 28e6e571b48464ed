"""A folder of dumps and the articles in them -> the weights of the line model, transforms/clean/dump_model.json.

    python -m training.dump_lines FOLDER_OF_DUMPS GOLD.jsonl [MODEL.json]

A line of GOLD.jsonl is {"file": path of a dump, "text": its article}; of the path the end counts. The model is gradient boosting of small
trees on the features of transforms.clean.dump_features. A line weighs as many words as it has, as a share of its article.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]

from training.labels import label_lines
from transforms.clean.dump_features import describe_lines
from transforms.clean.dump_lines import split_lines
from transforms.clean.dump_marks import mark_line

MODEL = Path(__file__).parent.parent / "transforms" / "clean" / "dump_model.json"
TREES, DEPTH = 250, 4
HEAVIEST, LIGHTEST = 0.5, 0.002  # what one line weighs, as a share of its article
SMALLEST_ARTICLE = 40  # words
CLEAN = 0.5  # what an article that is clean already weighs beside its dump

Labelled = tuple[list[str], list[bool], list[float]]


def main(folder: Path, gold: Path, model: Path = MODEL) -> None:
    dumps = list(read_dumps(folder, gold))
    names, _ = describe_lines([mark_line(line) for line in dumps[0][0]])
    booster = fit(dumps)
    model.write_text(export(names, booster), encoding="utf-8")
    print(f"{len(dumps)} dumps, {TREES} trees, {model.stat().st_size:,} bytes: {model}")  # noqa: T201


def read_records(folder: Path, gold: Path) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """The records of `gold` that have a text, each with the lines of its dump."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.txt")}
    for record in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        path = next(path for name, path in files.items() if f"/{record['file']}".endswith(f"/{name}"))
        lines = split_lines(path.read_text(encoding="utf-8"))
        if lines and record["text"]:
            yield record, lines


def read_dumps(folder: Path, gold: Path) -> Iterator[Labelled]:
    """Of each dump the lines, their labels and their weights; and each article again as a dump that is clean."""
    seen = set()
    for record, lines in read_records(folder, gold):
        labels = label_lines(lines, record["text"])
        yield lines, labels, weigh_lines(lines, labels)
        if record["text"] not in seen:
            seen.add(record["text"])
            clean = split_lines(record["text"])
            labels = [True] * len(clean)
            yield clean, labels, [CLEAN * weight for weight in weigh_lines(clean, labels)]


def weigh_lines(lines: list[str], labels: list[bool]) -> list[float]:
    words = [len(line.split()) for line in lines]
    article = max(SMALLEST_ARTICLE, sum(count for count, label in zip(words, labels, strict=True) if label))
    return [min(HEAVIEST, count / article) + LIGHTEST for count in words]


def fit(dumps: list[Labelled]) -> HistGradientBoostingClassifier:
    rows = np.concatenate([describe_lines([mark_line(line) for line in lines])[1] for lines, _, _ in dumps])
    labels = np.concatenate([labels for _, labels, _ in dumps])
    weights = np.concatenate([weights for _, _, weights in dumps])
    booster = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_depth=DEPTH,
        max_leaf_nodes=2**DEPTH,
        learning_rate=0.07,
        min_samples_leaf=60,
        l2_regularization=5.0,
        max_features=0.3,
        max_bins=64,
        early_stopping=False,
        random_state=0,
    )
    return booster.fit(rows, labels, sample_weight=weights / weights.mean())


def export(names: tuple[str, ...], booster: HistGradientBoostingClassifier) -> str:
    """The trees as JSON, one a line, each padded to full depth: the questions of its nodes row by row, then the values of its leaves."""
    trees = [json.dumps(full_tree(stage[0].nodes), separators=(",", ":")) for stage in booster._predictors]
    head = json.dumps({"features": names, "bias": round(float(booster._baseline_prediction.ravel()[0]), 4), "depth": DEPTH})
    return head[:-1] + ', "trees": [\n' + ",\n".join(trees) + "\n]}\n"


def full_tree(nodes: NDArray[np.void]) -> dict[str, list[int] | list[float]]:
    """feature and threshold of each inner node (children of i: 2i + 1, and 2i + 2 where the feature is greater), value of each leaf."""
    level, features, thresholds = [0], [], []
    for _ in range(DEPTH):
        after = []
        for at in level:
            is_leaf = bool(nodes[at]["is_leaf"])
            features.append(0 if is_leaf else int(nodes[at]["feature_idx"]))
            thresholds.append(0.0 if is_leaf else float(f"{nodes[at]['num_threshold']:.4g}"))
            after += [at, at] if is_leaf else [int(nodes[at]["left"]), int(nodes[at]["right"])]
        level = after
    return {"feature": features, "threshold": thresholds, "value": [round(float(nodes[at]["value"]), 3) for at in level]}


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
