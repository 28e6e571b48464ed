"""The words and numbers of `bars.toml`, read once: how it is told that somebody speaks, and the
least weights.
"""

import tomllib
from importlib.resources import files

_TABLE = tomllib.loads(files(__package__).joinpath("bars.toml").read_text(encoding="utf-8"))
LEAST: dict[str, float] = _TABLE["least"]
SPOKEN = frozenset(_TABLE["spoken"])
MARKED = frozenset(_TABLE["marked"])
STATED = frozenset(_TABLE["stated"])
SEVERAL = frozenset(_TABLE["several"])
SURELY_SAID = frozenset(_TABLE["surely_said"])
PASSED_ON_BY = frozenset(_TABLE["passed_on_by"])
