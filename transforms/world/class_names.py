"""class_names.toml -> what classes and ids call the places of a page, as patterns by place, read
once.
"""

from collections.abc import Mapping
from functools import cache

from transforms.world.words import read_lists


@cache
def read_class_names() -> Mapping[str, tuple[str, ...]]:
    """The patterns of each place, in the order in which the places are looked for."""
    lists = read_lists("class_names.toml")
    return {place: tuple(patterns) for place, patterns in lists.items()}
