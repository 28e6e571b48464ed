"""Pages as numbers of their lines, with labels and weights -> the net of
transforms.clean.models.networks, trained on them; and its JSON.

Adam (Kingma and Ba 2015) with decoupled weight decay and a cosine schedule, on batches of whole
pages; dropout after each layer.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from transforms.clean.models.networks import Layer, LineNet, Matrix, look_around, scale_rows

WIDTH, DISTANCES = 24, (1, 2, 4, 8)
ROUNDS, BATCH = 12, 16  # times through all pages; pages
RATE, WARM_UP = 0.003, 100  # steps until the full rate
DECAY = 0.05
DROPPED = 0.15
FIRST_MOMENT, SECOND_MOMENT, TINY = 0.9, 0.99, 1e-8
DIGITS, DECIMALS = 2, 3  # significant digits of a number in the file, decimals of a weight

Parameters = dict[str, Matrix]


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """rows: the numbers of each line. weights: what a mistake in each line costs."""

    rows: NDArray[np.floating[Any]]
    labels: Matrix
    weights: Matrix


def train_net(names: tuple[str, ...], pages: Sequence[LabelledPage], seed: int = 0) -> LineNet:
    """One net; another `seed` gives one that errs elsewhere."""
    rows = np.concatenate([page.rows for page in pages])
    mean, spread = (
        rows.mean(axis=0).astype(np.float32),
        (rows.std(axis=0) + 1e-6).astype(np.float32),
    )
    scaled = [
        LabelledPage(scale_rows(page.rows, mean, spread), page.labels, page.weights)
        for page in pages
    ]
    parameters = _fit(scaled, np.random.default_rng(seed))
    distances = (0, *DISTANCES)
    layers = tuple(
        Layer(distance, parameters[f"weights{at}"], parameters[f"bias{at}"])
        for at, distance in enumerate(distances)
    )
    return LineNet(
        names,
        mean,
        spread,
        layers,
        parameters["last"],
        parameters["direct"],
        float(parameters["bias"][0]),
    )


def export_nets(nets: Sequence[LineNet]) -> str:
    """The nets as JSON, a part a line."""
    return '{"nets": [\n' + ",\n".join(map(_export, nets)) + "\n]}\n"


def _export(net: LineNet) -> str:
    parts = {
        "features": net.features,
        "mean": _round(net.mean),
        "spread": _round(net.spread),
        "direct": _round(net.direct),
        "last": _round(net.last),
        "bias": round(net.bias, DIGITS),
        "layers": [
            {
                "distance": layer.distance,
                "bias": _round(layer.bias),
                "weights": _round(layer.weights.round(DECIMALS)),
            }
            for layer in net.layers
        ],
    }
    return (
        "{\n"
        + ",\n".join(
            f'"{name}": {json.dumps(part, separators=(",", ":"))}' for name, part in parts.items()
        )
        + "\n}"
    )


def _round(numbers: Matrix) -> list[object]:
    rounded = np.vectorize(lambda number: float(f"{number:.{DIGITS}g}"))(numbers)
    return list(rounded.tolist())


def _fit(pages: Sequence[LabelledPage], chance: np.random.Generator) -> Parameters:
    parameters = start_parameters(pages[0].rows.shape[1], chance)
    first = {name: np.zeros_like(values) for name, values in parameters.items()}
    second = {name: np.zeros_like(values) for name, values in parameters.items()}
    steps, step = ROUNDS * -(-len(pages) // BATCH), 0
    for _ in range(ROUNDS):
        order = chance.permutation(len(pages))
        for start in range(0, len(order), BATCH):
            step += 1
            batch = [pages[at] for at in order[start : start + BATCH]]
            rate = RATE * min(1.0, step / WARM_UP) * (0.5 + 0.5 * np.cos(np.pi * step / steps))
            for name, slope in _sum_slopes(parameters, batch, chance).items():
                first[name] = FIRST_MOMENT * first[name] + (1 - FIRST_MOMENT) * slope
                second[name] = SECOND_MOMENT * second[name] + (1 - SECOND_MOMENT) * slope**2
                change = (
                    first[name]
                    / (1 - FIRST_MOMENT**step)
                    / (np.sqrt(second[name] / (1 - SECOND_MOMENT**step)) + TINY)
                )
                parameters[name] = (parameters[name] * (1 - rate * DECAY) - rate * change).astype(
                    np.float32
                )
    return parameters


def start_parameters(inputs: int, chance: np.random.Generator) -> Parameters:
    def draw(rows: int, columns: int, share: float) -> Matrix:
        return np.asarray(
            chance.standard_normal((rows, columns)) * share / np.sqrt(rows), dtype=np.float32
        )

    parameters = {"weights0": draw(inputs, WIDTH, 1.0), "last": draw(WIDTH, 1, 0.1)[:, 0]}
    parameters |= {
        f"weights{at}": draw(3 * WIDTH, WIDTH, 0.7) for at in range(1, len(DISTANCES) + 1)
    }
    parameters |= {
        f"bias{at}": np.zeros(WIDTH, dtype=np.float32) for at in range(len(DISTANCES) + 1)
    }
    return parameters | {
        "direct": np.zeros(inputs, dtype=np.float32),
        "bias": np.zeros(1, dtype=np.float32),
    }


def _sum_slopes(
    parameters: Parameters, batch: Sequence[LabelledPage], chance: np.random.Generator
) -> Parameters:
    """The gradient of the batch's mean loss (log loss of the lines, each with its weight)."""
    total = {name: np.zeros_like(values) for name, values in parameters.items()}
    for page in batch:
        for name, slope in find_slopes(parameters, page, chance, DROPPED).items():
            total[name] += slope / len(batch)
    return total


def find_slopes(
    parameters: Parameters, page: LabelledPage, chance: np.random.Generator, dropped: float
) -> Parameters:
    """The gradient of one page's loss by each parameter: forwards as LineNet does, with dropout,
    then back.
    """
    inputs, masks, outputs = [page.rows.astype(np.float32)], [], []
    seen = np.zeros((len(page.rows), WIDTH), dtype=np.float32)
    for at, distance in enumerate((0, *DISTANCES)):
        if at:
            inputs.append(look_around(seen, distance))
        told = np.maximum(0, inputs[at] @ parameters[f"weights{at}"] + parameters[f"bias{at}"])
        masks.append(
            (chance.random(told.shape, dtype=np.float32) >= dropped).astype(np.float32)
            / np.float32(1 - dropped)
        )
        outputs.append(told)
        seen = seen + told * masks[at]
    odds = seen @ parameters["last"] + inputs[0] @ parameters["direct"] + parameters["bias"]
    slope = ((1 / (1 + np.exp(-odds)) - page.labels) * page.weights).astype(np.float32)
    slopes = {
        "last": seen.T @ slope,
        "direct": inputs[0].T @ slope,
        "bias": slope.sum(keepdims=True),
    }
    back = slope[:, None] * parameters["last"]
    for at in range(len(DISTANCES), -1, -1):
        change = back * masks[at] * (outputs[at] > 0)
        slopes[f"weights{at}"], slopes[f"bias{at}"] = inputs[at].T @ change, change.sum(axis=0)
        if at:
            back = back + _fold_back(change @ parameters[f"weights{at}"].T, DISTANCES[at - 1])
    return slopes


def _fold_back(around: Matrix, distance: int) -> Matrix:
    """The transpose of `look_around`: what the lines around say goes back to where it came from."""
    above, own, below = np.split(around, 3, axis=1)
    folded = own.copy()
    folded[: max(0, len(own) - distance)] += above[distance:]
    folded[distance:] += below[: max(0, len(own) - distance)]
    return folded
