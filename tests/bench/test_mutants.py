"""Mutants are made where they say, drawn alike for one seed, and killed by the tests beside them."""

import subprocess
import sys
from pathlib import Path

import pytest

from bench.mutants import Reader, choose_tests, draw

ROOT = Path(__file__).parent.parent.parent
PLACE = Path("transforms/pier/tide.py")
JUDGE = """
import sys
from pathlib import Path
from bench.mutants import Reader, judge
tree, path = Path(sys.argv[1]), Path("transforms/pier/tide.py")
for mutant in Reader(path, (tree / path).read_text()).list_mutants("logic"):
    print(judge(mutant, tree, [Path("test_tide.py")], 20))
"""


@pytest.mark.parametrize(
    ("kind", "line", "mutants"),
    [
        ("logic", "wet = low <= 3 < high", ["wet = low < 3 < high", "wet = low <= 3 <= high"]),
        ("logic", "dry = 'né' in old and new", ["dry = 'né' in old or new", "dry = 'né' not in old and new"]),
        ("logic", "dry = not wet", ["dry =  wet"]),
        ("number", "REACH = 8", ["REACH = 4", "REACH = 16"]),
        ("number", "ODDS = 0.3", ["ODDS = 0.15", "ODDS = 0.6"]),
        ("number", "reach = 8; IS_WET = True", []),
    ],
)  # fmt: skip
def test_a_line_has_these_mutants(kind: str, line: str, mutants: list[str]) -> None:
    found = Reader(PLACE, line).list_mutants(kind)
    assert [mutant.apply(line).replace("  ", " ") for mutant in found] == [
        mutant.replace("  ", " ") for mutant in mutants
    ]


def test_one_seed_draws_one_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    once = draw("number", 5, 7, "transforms/quotes")
    assert once == draw("number", 5, 7, "transforms/quotes") != draw("number", 5, 8, "transforms")
    assert {mutant.path.parts[:2] for mutant in once} == {("transforms", "quotes")}


def test_the_tests_beside_a_file_come_first_then_whole_pages_then_the_rest_of_its_room() -> None:
    names = ("transforms/test_a", "transforms/pier/test_b", "transforms/pier/test_tide", "flows/test_c")  # fmt: skip
    tests = [Path("tests/test_whole_pages.py"), *(Path(f"tests/{name}.py") for name in names)]
    assert [test.stem for test in choose_tests(PLACE, tests)] == [
        *("test_tide", "test_b", "test_whole_pages", "test_a"),
    ]


def test_the_nearest_cases_of_numbers_come_first_for_a_number_and_only_for_it() -> None:
    folders = ("quotes", "pier/deep", "pier", ".")
    tests = [Path("tests/transforms") / folder / "test_numbers.py" for folder in folders]
    tests.append(Path("tests/transforms/pier/test_tide.py"))
    nearest = "tests/transforms/pier/test_numbers.py"
    assert str(choose_tests(PLACE, tests, "number")[0]) == nearest
    assert [test.stem for test in choose_tests(PLACE, tests, "number")].count("test_tide") == 1
    assert choose_tests(PLACE, tests, "logic")[0].stem == "test_tide"


def test_a_mutant_that_no_test_looks_at_survives(tmp_path: Path) -> None:
    (tmp_path / PLACE.parent).mkdir(parents=True)
    (tmp_path / PLACE).write_text("def is_wet(low):\n    return low < 3\n\nDRY = 1 == 2\n")
    (tmp_path / "test_tide.py").write_text(
        "from transforms.pier.tide import is_wet\n\ndef test_three_is_dry():\n    assert not is_wet(3)\n"
    )
    command = [sys.executable, "-c", JUDGE, str(tmp_path)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert sorted(told.splitlines()) == ["killed by test_tide.py::test_three_is_dry", "survived"]
    assert "low < 3" in (tmp_path / PLACE).read_text()
