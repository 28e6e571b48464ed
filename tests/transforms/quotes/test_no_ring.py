"""Rules find, weighing comes after: what finds drafts never asks what weighs them, so that one fit
suffices.
"""

import ast
from pathlib import Path

import transforms.quotes

ROOM = Path(transforms.quotes.__file__).parent
FINDERS = ("clauses", "phrases", "labels", "strings", "standing", "lead", "tell")
WEIGHING = {"weights", "bars", "choice", "record", "talk", "silence"}


def imported_by(module: str) -> set[str]:
    """The modules of the room that a module imports, and those that they import."""
    tree = ast.parse((ROOM / f"{module}.py").read_text(encoding="utf-8"))
    names = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    direct = {name.rpartition(".")[2] for name in names if name.startswith("transforms.quotes.")}
    return direct.union(*(imported_by(other) for other in direct))


def test_no_finder_knows_the_weights() -> None:
    assert {finder: imported_by(finder) & WEIGHING for finder in FINDERS} == {
        finder: set() for finder in FINDERS
    }


def test_what_chooses_knows_them() -> None:
    assert imported_by("choice") >= {"weights", "bars"}
