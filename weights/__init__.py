"""The name of a model -> its weights. A folder a model; `training/` makes them."""

import json
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any


def find_weights(model: str, name: str) -> Traversable:
    """The file `name` of `model`, wherever the package is installed."""
    return files(__package__).joinpath(model, name)


def read_weights(model: str, name: str) -> dict[str, Any]:
    """What the JSON file `name` of `model` holds."""
    written: dict[str, Any] = json.loads(find_weights(model, name).read_text(encoding="utf-8"))
    return written
