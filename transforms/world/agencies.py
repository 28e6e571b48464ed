"""The names of news agencies, as bylines and datelines give them."""

import re
from importlib.resources import files

# case-folded
AGENCIES = frozenset(files(__package__).joinpath("agencies.txt").read_text("utf-8").splitlines())
# "The Associated Press", "AFP Deutschland"
NAME = re.compile(
    r"^(?:the\s+)?(.{2,40}?)(?:\s+(?:deutschland|international|news|newsroom))?$", re.IGNORECASE
)


def is_agency(name: str) -> bool:
    """Whether `name` is a news agency's: "AFP", "the Associated Press"."""
    folded = name.strip(" .()").casefold()
    core = NAME.match(folded)
    return folded in AGENCIES or bool(core and core.group(1) in AGENCIES)
