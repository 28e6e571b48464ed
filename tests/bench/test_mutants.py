"""Mutants are made where they say, drawn alike for one seed, and killed by the tests beside them."""

import subprocess
import sys
from pathlib import Path

import pytest

from bench.mutants import Imports, Reader, choose_tests, draw, part_tests, tell

ROOT = Path(__file__).parent.parent.parent
PLACE = Path("transforms/pier/tide.py")
JUDGE = """
import sys
from pathlib import Path
from bench.mutants import Court, Reader
tree, path = Path(sys.argv[1]), Path("transforms/pier/tide.py")
court = Court(tree, 20)
stages = [[Path(word)] for word in sys.argv[2:]]
for mutant in Reader(path, (tree / path).read_text()).list_mutants("logic"):
    print(court.judge(mutant, *stages))
print(*court.unsound)
"""
LOW = "from transforms.pier.tide import is_wet\n\n"


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


def judge_all(tree: Path, source: str, **tests: str) -> list[str]:
    """What a court says of each mutant of a source, whose tests are asked one file after another;
    at last the tests that are unsound.
    """
    (tree / PLACE.parent).mkdir(parents=True)
    (tree / PLACE).write_text(source)
    for name, content in tests.items():
        (tree / f"{name}.py").write_text(LOW + content)
    command = [sys.executable, "-c", JUDGE, str(tree), *(f"{name}.py" for name in tests)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert (tree / PLACE).read_text() == source
    return told.removesuffix("\n").split("\n")


def test_a_mutant_that_no_test_looks_at_survives(tmp_path: Path) -> None:
    source = "def is_wet(low):\n    return low < 3\n\nDRY = 1 == 2\n"
    beside = "def test_three_is_dry():\n    assert not is_wet(3)\n"
    told = judge_all(tmp_path, source, test_tide=beside)
    assert sorted(told) == ["", "killed by test_tide.py::test_three_is_dry", "survived"]


LATE = "def test_late():\n    assert 0\n"
ONCE = """from pathlib import Path

def test_late():
    seen = Path("seen")
    assert seen.exists() or seen.touch()
"""


@pytest.mark.parametrize("near", [LATE, ONCE])
def test_what_the_near_tests_let_live_meets_the_far_ones_and_an_unsound_test_kills_nothing(
    tmp_path: Path, near: str
) -> None:
    told = judge_all(
        tmp_path,
        "def is_wet(low):\n    return low < 3\n",
        test_near=f"def test_two_is_wet():\n    assert is_wet(2)\n\n{near}",
        test_far="def test_three_is_dry():\n    assert not is_wet(3)\n",
    )
    assert told == ["killed by test_far.py::test_three_is_dry", "test_near.py::test_late"]


def test_a_file_that_no_longer_loads_is_killed_by_what_asks_for_it(tmp_path: Path) -> None:
    source = "def is_wet(low):\n    return low\n\nassert 1 < 2 or not 1\n"
    told = judge_all(tmp_path, source, test_tide="def test_it():\n    assert is_wet(1)\n")
    assert told.count("killed by test_tide.py") == 1


def test_tests_that_import_a_file_by_the_shortest_way_come_first_of_the_far_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        "transforms/pier/tide.py": "",
        "flows/boat.py": "from transforms.pier import tide\nimport flows.commands.row",
        "flows/commands/row.py": "",
        "flows/cli.py": 'COMMANDS = {"row": "flows.boat:row"}',
        "tests/transforms/pier/test_tide.py": "import transforms.pier.tide",
        "tests/transforms/test_other.py": "",
        "tests/flows/test_cli.py": "import flows.cli",
        "tests/flows/test_row.py": "from flows.boat import row",
        "tests/flows/test_else.py": "",
    }
    monkeypatch.chdir(tmp_path)
    for name, content in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(content)
    steps = Imports(map(Path, files)).count_steps(PLACE)
    tests = [Path(name) for name in files if name.startswith("tests/")]
    near, far = part_tests(PLACE, tests, "logic", steps)
    assert [test.stem for test in near] == ["test_tide"]
    assert [test.stem for test in far] == ["test_row", "test_cli", "test_other"]
    steps = Imports(map(Path, files)).count_steps(Path("flows/commands/row.py"))
    near, far = part_tests(Path("flows/commands/row.py"), tests, "logic", steps)
    assert ([test.stem for test in near], far) == (["test_row", "test_cli", "test_else"], [])


def test_a_mutant_whose_tests_had_too_little_time_is_no_survivor_and_no_kill(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tell(["killed by test_a", "survived", "not judged", "killed by test_b"], ["test_c"])
    assert capsys.readouterr().out.splitlines() == [
        "2 of 3 killed: 67%; not judged: 1",
        "fails with and without a mutant, and killed none: test_c",
    ]
