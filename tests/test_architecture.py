"""The plan of the house holds: imports point one way, and one room knows Prefect, one great-expectations, one DuckDB."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "transforms": {"transforms"},
    "expectations": {"expectations", "transforms.records", "sql"},
    "warehouse": {"warehouse", "transforms.records", "sql"},
    "flows": {"flows", "transforms", "expectations", "warehouse", "sql"},
}
OURS = (*MAY_IMPORT, "sql")
ONLY_ROOM = {"prefect": "flows", "great_expectations": "expectations", "duckdb": "warehouse", "httpx": "flows", "pebble": "flows"}
FILES = [path for room in MAY_IMPORT for path in sorted((ROOT / room).rglob("*.py"))]


def imported(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {
        f"{node.module}.{alias.name}" for node in nodes if isinstance(node, ast.ImportFrom) and node.module for alias in node.names
    }


def is_within(module: str, packages: set[str]) -> bool:
    return any(module == package or module.startswith(package + ".") for package in packages)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    ours = {module for module in imported(path) if module.split(".")[0] in OURS}
    assert {module for module in ours if not is_within(module, MAY_IMPORT[room])} == set()
    assert {module for module in imported(path) if ONLY_ROOM.get(module.split(".")[0], room) != room} == set()


def test_no_file_directly_in_flows_hides_a_package() -> None:
    """A path entrypoint puts flows/ itself first on sys.path."""
    import sys

    names = {path.stem for path in (ROOT / "flows").iterdir() if path.suffix == ".py" or path.is_dir()} - {"__init__", "__pycache__"}
    assert names.isdisjoint(sys.stdlib_module_names | set(OURS) | set(ONLY_ROOM))
