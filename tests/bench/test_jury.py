"""A mutant is known by the first accepted text that it reads otherwise; what no text can tell is
left to the tests.
"""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PLACE = Path("transforms/pier/tide.py")
SOURCE = """from functools import cache
SHALLOW = 1 == 1
@cache
def is_wet(low):
    return low < 3
def name(low):
    if low == 9:
        return "deep" if low > 8 else "low"
    return "wet" if is_wet(low) else "dry"
def is_asked(low):
    return low < 100
"""
TEXTS = """from transforms.pier.tide import SHALLOW, name
class Text:
    def __init__(self, name, rows):
        self.name, self.rows = name, rows
    def find(self, nlp):
        (low,) = nlp.pipe([self.name])
        return [name(low), SHALLOW]
def list_accepted():
    return [Text("2", ["wet", True]), Text("3", ["dry", True]), Text("4", ["wrong", True])]
"""
ASK = """import sys
from pathlib import Path
from bench.jury import Jury
from bench.mutants import Court, Reader
tree, path = Path(sys.argv[1]), Path("transforms/pier/tide.py")
mutants = list(Reader(path, (tree / path).read_text()).list_mutants("logic"))
jury = Jury.summon(tree, [(mutant.path, mutant.line) for mutant in mutants])
(tree / "test_all.py").write_text("def test_nothing():\\n    pass\\n")
for mutant in mutants:
    told = Court(tree, 20, jury).judge(mutant, [Path("test_all.py")])
    print(mutant.line, len(jury.choose_texts(path, mutant.line)), told)
print(*jury.unsound)
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Of each mutant its line, how many texts run through that, and what is said of it; at last the
    texts that do not give their rows as it is.
    """
    tree = tmp_path_factory.mktemp("tree").resolve()
    files = {
        PLACE: SOURCE,
        Path("flows/language.py"): "def load_pipeline():\n    return int\n",
        Path("tests/transforms/accepted.py"): TEXTS,
    }
    for path, source in files.items():
        (tree / path).parent.mkdir(parents=True)
        (tree / path).write_text(source)
    command = [sys.executable, "-c", ASK, str(tree)]
    asked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert (tree / PLACE).read_text() == SOURCE
    return asked.stdout.splitlines()


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (2, "2 killed by the text 2"),
        (5, "2 killed by the text 3"),
        (7, "2 killed by the text 2"),
        (8, "0 survived"),
        (11, "0 survived"),
    ],
    ids=["no function", "at its limit", "first of two", "never so", "never asked"],
)
def test_the_texts_that_run_through_a_line_are_read_until_one_reads_otherwise(
    told: list[str], line: int, verdict: str
) -> None:
    assert f"{line} {verdict}" in told


def test_a_text_that_does_not_give_its_rows_without_a_mutant_is_left_out_and_named(
    told: list[str],
) -> None:
    assert told[-1] == "4"
