"""declared_kinds.tsv -> what the markup of a page says it is where it is no story, by type, read
once.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

Sureness = Literal["yes", "short", "no"]


@dataclass(frozen=True, slots=True)
class DeclaredKind:
    """reason: for which such a page is no article. sure: whether its type alone tells so."""

    reason: str
    sure: Sureness


@cache
def read_declared_kinds() -> Mapping[str, DeclaredKind]:
    """The kinds by type: "Product", or "og:product" where og:type states it."""
    lines = files(__package__).joinpath("declared_kinds.tsv").read_text("utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t")
    return {row["type"]: DeclaredKind(row["reason"], cast(Sureness, row["sure"])) for row in rows}
