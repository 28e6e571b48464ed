"""web.toml -> names of tags, attributes and folders, and patterns for what authors of pages call
their classes and hosts; read once.
"""

import re
from functools import cache

from transforms.world.words import read_lists


@cache
def _lists() -> dict[str, str | list[str]]:
    return read_lists("web.toml")


def list_names(name: str) -> tuple[str, ...]:
    """The names of a list, in its order."""
    listed = _lists()[name]
    return tuple(listed.split() if isinstance(listed, str) else listed)


def join_names(name: str) -> str:
    """The source of a group that matches any of the names or patterns of a list."""
    return f"(?:{'|'.join(list_names(name))})"


@cache
def pattern_of(name: str) -> re.Pattern[str]:
    """What finds any of the patterns of a list in classes and ids, in lower case."""
    return re.compile(join_names(name))
