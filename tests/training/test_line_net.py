"""The network's training: its gradient is that of the loss, and what it learns survives the
file.
"""

import json

import numpy as np
import pytest

from training import line_net
from training.line_net import LabelledPage, Parameters, export_nets, find_slopes, train_net
from transforms.clean.models.networks import Layer, LineNet, Matrix, read_net

NAMES = ("width", "stops", "commas")


def make_page(lines: int, seed: int) -> LabelledPage:
    """Lines are the article's where the line above has a great first number."""
    rows = np.random.default_rng(seed).standard_normal((lines, len(NAMES)))
    labels = np.append(0, rows[:-1, 0] > 0).astype(np.float32)
    return LabelledPage(rows, labels, np.ones(lines, dtype=np.float32))


def test_the_gradient_is_the_slope_of_the_loss() -> None:
    page, chance = make_page(20, seed=1), np.random.default_rng(2)
    parameters = {
        name: values + np.float32(0.1)
        for name, values in line_net.start_parameters(len(NAMES), chance).items()
    }
    slopes = find_slopes(parameters, page, chance, 0.0)
    for name, values in parameters.items():
        way = chance.standard_normal(values.shape).astype(np.float32)
        ahead, behind = (
            _loss(parameters | {name: values + np.float32(step) * way}, page)
            for step in (1e-2, -1e-2)
        )
        assert (ahead - behind) / 2e-2 == pytest.approx(
            float((slopes[name] * way).sum()), rel=0.05, abs=0.05
        ), name


def test_a_net_learns_from_neighbours_and_is_the_same_after_writing_and_reading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(line_net, "ROUNDS", 30)
    monkeypatch.setattr(line_net, "WARM_UP", 10)
    net = train_net(NAMES, [make_page(30, seed) for seed in range(32)])
    unseen = make_page(200, seed=99)
    told = net.estimate(unseen.rows)
    assert np.mean((told > 0) == unseen.labels) > 0.9
    again = read_net(json.loads(export_nets([net]))["nets"][0])
    assert again.features == NAMES
    assert again.estimate(unseen.rows) == pytest.approx(told, abs=0.2)


def _loss(parameters: Parameters, page: LabelledPage) -> float:
    still: Matrix = np.zeros(len(NAMES), dtype=np.float32)
    distances = (0, *line_net.DISTANCES)
    layers = tuple(
        Layer(distance, parameters[f"weights{at}"], parameters[f"bias{at}"])
        for at, distance in enumerate(distances)
    )
    net = LineNet(
        NAMES,
        still,
        still + 1,
        layers,
        parameters["last"],
        parameters["direct"],
        float(parameters["bias"][0]),
    )
    odds = net.estimate(page.rows).astype(np.float64)
    return float(((np.logaddexp(0, odds) - page.labels * odds) * page.weights).sum())
