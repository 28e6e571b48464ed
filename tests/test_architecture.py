"""The plan of the house holds: imports point one way, and one room knows Prefect, one
great-expectations, one DuckDB.
"""

import ast
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "weights": {"weights"},
    "transforms": {"transforms", "weights"},
    "expectations": {"expectations", "transforms.records", "sql"},
    "warehouse": {"warehouse", "transforms.records", "sql"},
    "report": {"report", "transforms.records", "sql"},
    "training": {"training", "transforms", "weights", "flows.language"},
    "flows": {"flows", "report", "transforms", "expectations", "warehouse", "sql"},
}
OF_PAGES = (  # what html and dump import, which never meet
    *("clean.metadata", "clean.dates", "clean.judge", "clean.models"),
    *("clean.markup", "clean.text", "world"),
)
ROOMS = {  # of transforms: what each may import besides records, keys and itself; the inner walls
    "world": (),
    "grammar": ("world",),
    "times": ("grammar", "world"),
    "quotes": ("grammar", "world"),
    "clean.text": ("world",),
    "clean.models": (),
    "clean.markup": ("clean.text", "world"),
    "clean.dates": ("clean.markup", "clean.text", "world"),
    "clean.judge": ("clean.markup", "clean.models", "clean.text", "world"),
    "clean.metadata": ("clean.dates", "clean.markup", "clean.text", "world"),
    "clean.html": OF_PAGES,
    "clean.dump": OF_PAGES,
    "clean": ("clean.html", "clean.dump", "clean.metadata"),
    "entities.naming": ("grammar", "world"),
    "entities.grouping": ("entities.naming", "grammar", "world"),
    "entities.meaning": ("entities.grouping", "entities.naming", "grammar", "times", "world"),
    "entities": ("entities.meaning", "entities.grouping", "entities.naming"),
    "linking": ("world",),
    "across": ("world",),
}
OURS = (*MAY_IMPORT, "sql")
ONLY_ROOM = {
    "prefect": "flows",
    "great_expectations": "expectations",
    "duckdb": "warehouse",
    "httpx": "flows",
    "pebble": "flows",
}
FILES = [path for room in MAY_IMPORT for path in sorted((ROOT / room).rglob("*.py"))]


@cache
def imported(path: Path) -> frozenset[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return frozenset(
        plain
        | {
            f"{node.module}.{alias.name}"
            for node in nodes
            if isinstance(node, ast.ImportFrom) and node.module
            for alias in node.names
        }
    )


def is_within(module: str, packages: set[str]) -> bool:
    return any(module == package or module.startswith(package + ".") for package in packages)


def name_wrong(wrong: Callable[[Path], set[str]], paths: Iterable[Path]) -> dict[str, set[str]]:
    """What each file asks for and may not, by the file."""
    return {str(path.relative_to(ROOT)): found for path in paths if (found := wrong(path))}


def list_wrong(path: Path) -> set[str]:
    """What of ours, or of another room's, a file asks for and may not."""
    room = path.relative_to(ROOT).parts[0]
    return {
        module
        for module in imported(path)
        if ONLY_ROOM.get(module.split(".")[0], room) != room
        or (module.split(".")[0] in OURS and not is_within(module, MAY_IMPORT[room]))
    }


def test_imports_point_one_way() -> None:
    assert name_wrong(list_wrong, FILES) == {}


def room_of(module: str) -> str:
    """The room of transforms that a module stands in, "" for one that stands in none:
    "transforms.clean.html.page" -> "clean.html".
    """
    parts = module.split(".")[1:]
    return next(
        (".".join(parts[:length]) for length in (2, 1) if ".".join(parts[:length]) in ROOMS), ""
    )


def list_rooms_behind_walls(path: Path) -> set[str]:
    """The rooms of transforms that a file asks for and may not."""
    room = room_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
    asked = {room_of(module) for module in imported(path) if module.startswith("transforms.")}
    return asked - {"", room, *ROOMS[room]} if room else set()


def test_the_rooms_of_transforms_have_inner_walls() -> None:
    inside = [path for path in FILES if path.is_relative_to(ROOT / "transforms")]
    assert name_wrong(list_rooms_behind_walls, inside) == {}


def test_no_file_directly_in_flows_hides_a_package() -> None:
    """A path entrypoint puts flows/ itself first on sys.path."""
    import sys

    names = {
        path.stem for path in (ROOT / "flows").iterdir() if path.suffix == ".py" or path.is_dir()
    } - {"__init__", "__pycache__"}
    assert names.isdisjoint(sys.stdlib_module_names | set(OURS) | set(ONLY_ROOM))


ARROW = re.compile(
    r"^\|[^|]+\|\s*`(\w+)\([^|]*\|([^|]+)\|$", re.MULTILINE
)  # | page -> document | `clean(page) -> ...` | transforms/clean/ |
ARROWS = ARROW.findall((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("function", "places"), ARROWS)
def test_every_arrow_of_the_plan_is_a_function_that_stands_where_the_plan_says(
    function: str, places: str
) -> None:
    paths = [ROOT / place.strip() for place in places.split(",")]
    assert all(path.exists() for path in paths)
    files = [
        file for path in paths for file in ([path] if path.suffix == ".py" else path.rglob("*.py"))
    ]
    assert any(
        re.search(rf"\bdef {function}\(", file.read_text(encoding="utf-8")) for file in files
    )


def test_the_plan_has_its_arrows() -> None:
    assert len(ARROWS) > 12
