"""class_names.toml -> what classes and ids call the places of a page, as patterns by place, read
once.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def read_class_names() -> Mapping[str, tuple[str, ...]]:
    """The patterns of each place, in the order in which the places are looked for."""
    text = files(__package__).joinpath("class_names.toml").read_text(encoding="utf-8")
    return {place: tuple(patterns) for place, patterns in tomllib.loads(text).items()}
