"""Rooms in, a drawn sample of mutants out with what the tests say of each: killed, or survived.

    python -m bench.mutants [--kind logic|number] [--count 30] [--seed 1] [--skip 0] [--under ROOM]
        [--cpu-seconds 300] [--near] [--list]

A mutant of logic turns a comparison, an `and` or a `not`; one of numbers doubles or halves a number
that has a name. Each is made in a copy of the tree. The texts whose rows are accepted are read
first, those that run through its line (bench/jury.py: a second each, not half a minute). What they
let live is tested in a process of its own, the tests nearest to the file first (of a number: its
room's cases of numbers). What those let live meets the whole pages whose rows are accepted, the
rest of its room, and all tests that import the file by whatever way, before it counts as a
survivor. A test that fails on the tree as it is too, or not again with the mutant, kills nothing:
it is asked, and left out.

No limit is of the clock alone, which runs faster on a busy machine: a test has ENDLESS seconds of
CPU, and all of a mutant have --cpu-seconds; one that they did not suffice for is no survivor and
no kill, and is counted by itself.
"""

import argparse
import ast
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib import import_module
from itertools import accumulate, takewhile
from pathlib import Path

import pytest

from bench.jury import Jury

ROOMS = ("transforms", "expectations", "warehouse", "flows", "report")
TURNED: dict[type[ast.AST], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.And: ("and", "or"),
    ast.Or: ("or", "and"),
}
WHOLE_PAGES = Path("tests/test_whole_pages.py")
# where all that is found in a text is accepted, row by row
ACCEPTED = (
    Path("tests/transforms/quotes/test_cases.py"),
    Path("tests/transforms/quotes/test_kinds.py"),
    WHOLE_PAGES,
)
OF_NUMBERS = "test_numbers.py"
ENDLESS = 60  # seconds of CPU: a test that takes more has no end
WAITS = 10  # how many times as long it may wait for others
FAR = 99  # imports away: what no chain of them leads to
OUT_OF_TIME = 99  # the exit of tests that have used up what all may take
VERDICTS = {
    int(pytest.ExitCode.OK): "survived",
    int(pytest.ExitCode.NO_TESTS_COLLECTED): "survived",  # all were left out
    OUT_OF_TIME: "not judged",
}
# not ours: imported once, before each mutant has a process of its own
HEAVY = ("duckdb", "lxml.html", "numpy", "pandas", "spacy", "trafilatura")


@dataclass(frozen=True, slots=True)
class Mutant:
    """What stands in a file between two characters of it, and what is put there."""

    path: Path
    line: int
    start: int
    end: int
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.old} -> {self.new}"

    def apply(self, source: str) -> str:
        return source[: self.start] + self.new + source[self.end :]


class Reader:
    """The source of a file, by characters: ast counts its columns in bytes."""

    def __init__(self, path: Path, source: str) -> None:
        self.path, self.source, self.tree = path, source, ast.parse(source)
        self.lines = source.splitlines(keepends=True)
        self.starts = [0, *accumulate(map(len, self.lines))]

    def list_mutants(self, kind: str) -> Iterator[Mutant]:
        """All of a kind, in the order of the tree."""
        for node in ast.walk(self.tree):
            if kind == "number":
                yield from self._move_number(node)
            elif isinstance(node, ast.Compare):
                operands = [node.left, *node.comparators]
                for operator, left, right in zip(node.ops, operands, operands[1:], strict=False):
                    yield from self._turn(operator, left, right)
            elif isinstance(node, ast.BoolOp):
                yield from self._turn(node.op, *node.values[:2])
            elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
                start = self._start_of(node)
                yield Mutant(self.path, node.lineno, start, start + len("not"), "not", "")

    def _turn(self, operator: ast.AST, left: ast.expr, right: ast.expr) -> Iterator[Mutant]:
        """The operator between two operands, where nothing but it stands there."""
        old, new = TURNED[type(operator)]
        start, end = self._end_of(left), self._start_of(right)
        if self.source[start:end].split() == old.split():
            yield Mutant(self.path, left.lineno, start, end, old, f" {new} ")

    def _move_number(self, node: ast.AST) -> Iterator[Mutant]:
        """A number that has a name of its own, in capitals: doubled, and halved."""
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Constant):
            return
        name, number = node.targets[0], node.value.value
        if not isinstance(name, ast.Name) or not name.id.isupper() or isinstance(number, bool):
            return
        if isinstance(number, int | float):
            start, end = self._start_of(node.value), self._end_of(node.value)
            halved = number // 2 if isinstance(number, int) else number / 2
            for moved in sorted({number * 2, halved} - {number}):
                old = f"{name.id} = {number}"
                yield Mutant(self.path, node.lineno, start, end, old, repr(moved))

    def _start_of(self, node: ast.expr) -> int:
        return self._character(node.lineno, node.col_offset)

    def _end_of(self, node: ast.expr) -> int:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._character(node.end_lineno, node.end_col_offset)

    def _character(self, line: int, column: int) -> int:
        before = self.lines[line - 1].encode()[:column]
        return self.starts[line - 1] + len(before.decode())


def choose_tests(path: Path, tests: Iterable[Path], kind: str = "logic") -> list[Path]:
    """The tests of the file's top room: those beside it, then whole pages, then what is farther.
    Before all, for a number, the nearest cases of numbers.
    """
    place = path.with_suffix("").parts

    def rank(test: Path) -> tuple[float, bool, int, str]:
        shared = float(_count_shared(place, test.parts[1:]))
        if test == WHOLE_PAGES and place[0] == "transforms":
            shared = len(place) - 1.5
        return -shared, path.stem.strip("_") not in test.stem, len(test.parts), str(test)

    chosen = sorted((test for test in tests if rank(test)[0] < 0), key=rank)
    of_numbers = [test for test in chosen if test.name == OF_NUMBERS and kind == "number"]
    return list(dict.fromkeys([*of_numbers[:1], *chosen]))


def part_tests(
    path: Path, tests: Sequence[Path], kind: str, steps: Mapping[Path, int]
) -> tuple[list[Path], list[Path]]:
    """What every mutant of a file meets, and what only those meet that live on: the rest of its
    room, then the tests that import the file, those by the shortest way first.
    """
    place, chosen = path.with_suffix("").parts, choose_tests(path, tests, kind)
    beside = Path("tests") / path.parent
    near = [
        test for test in chosen if test.parent == beside or _count_shared(place, test.parts[1:]) > 1
    ]
    near = near or chosen
    of_numbers = near[:1] if kind == "number" else []
    near = [*of_numbers, *sorted(near[len(of_numbers) :], key=lambda test: steps.get(test, FAR))]
    importing = sorted(steps.keys() & set(tests), key=lambda test: (steps[test], str(test)))
    first = [test for test in ACCEPTED if test in chosen]
    wide = dict.fromkeys([*first, *importing, *chosen])
    return near, [test for test in wide if test not in near]


class Imports:
    """Which of our files imports which, as a module or a part of it: the way from a file back to
    the tests that reach it, by names in strings as well.
    """

    def __init__(self, files: Iterable[Path]) -> None:
        self.importers: dict[str, set[Path]] = {}
        for file in files:
            for name in _list_imports(file):
                self.importers.setdefault(name, set()).add(file)

    def count_steps(self, path: Path) -> dict[Path, int]:
        """Of each file that reaches the path, by how many imports."""
        steps, level = {path: 0}, [path]
        while level:
            new = {file for reached in level for file in self._list_importers(reached)}
            level = sorted(new - steps.keys())
            steps |= dict.fromkeys(level, max(steps.values()) + 1)
        return steps

    def _list_importers(self, path: Path) -> set[Path]:
        name = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
        if path.name == "conftest.py":
            return set(path.parent.rglob("test_*.py"))
        return self.importers.get(name, set())


def _list_imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.split(":")[0]  # a module that is imported when it is asked for


def _count_shared(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


@dataclass(frozen=True, slots=True)
class Told:
    """How a process of tests ended. test: that failed, or went on without end."""

    verdict: str
    test: str = ""


@dataclass(slots=True)
class Court:
    """A copy of the tree, the CPU seconds of a mutant's tests, and of those that failed with one
    which do so because of it. jury: None where no text is read before the tests.
    """

    tree: Path
    cpu_seconds: int
    jury: Jury | None = None
    unsound: set[str] = field(default_factory=set)
    sound: set[str] = field(default_factory=set)

    def judge(self, mutant: Mutant, *stages: Sequence[Path]) -> str:
        """What the texts and tests of the tree say of the mutant, a stage after the other: "killed"
        and by which, "survived", "not judged".
        """
        if text := self._find_changed(mutant):
            return f"killed by the text {text}"
        for tests in filter(None, stages):
            told = self._ask(mutant, [*map(str, tests)])
            while told.verdict == "killed by" and not self._is_kill(mutant, told.test):
                told = self._ask(mutant, [*map(str, tests)])
            if told.verdict != "survived":
                return f"{told.verdict} {told.test}".strip()
        return "survived"

    def _find_changed(self, mutant: Mutant) -> str | None:
        if self.jury is None:
            return None
        with self._make(mutant):
            return self.jury.find_changed(mutant.path, mutant.line)

    def _ask(self, mutant: Mutant, tests: Sequence[str]) -> Told:
        with self._make(mutant):
            return self._run(tests)

    @contextmanager
    def _make(self, mutant: Mutant) -> Iterator[None]:
        """The mutant stands in the tree."""
        file = self.tree / mutant.path
        source = file.read_text(encoding="utf-8")
        file.write_text(mutant.apply(source), encoding="utf-8")
        try:
            yield
        finally:
            file.write_text(source, encoding="utf-8")

    def _is_kill(self, mutant: Mutant, test: str) -> bool:
        """True if the test fails by itself as well, and passes on the tree as it is."""
        if self._ask(mutant, [test]).verdict != "killed by":
            self.unsound.add(test)
        elif test not in self.sound:
            passed = self._run([test]).verdict == "survived"
            (self.sound if passed else self.unsound).add(test)
        return test not in self.unsound

    def _run(self, tests: Sequence[str]) -> Told:
        asked = [*tests, *(f"--deselect={test}" for test in sorted(self.unsound))]
        log, current = self.tree / "tests.log", self.tree / "test.now"
        current.write_text(tests[0])  # which is to answer where not even a conftest loads
        child = os.fork()
        if child == 0:
            _run_tests(self.tree, asked, Limits(self.cpu_seconds, current), log)
        _, status = os.waitpid(child, 0)
        with suppress(ProcessLookupError):  # what its tests started
            os.killpg(child, signal.SIGKILL)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) in VERDICTS:
            return Told(VERDICTS[os.WEXITSTATUS(status)])
        return Told("killed by", current.read_text())


@dataclass(frozen=True, slots=True)
class Limits:
    """A plugin of pytest: notes which test runs, and ends what has no end."""

    cpu_seconds: int
    current: Path

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = int(used.ru_utime + used.ru_stime)
        if seconds > self.cpu_seconds:
            os._exit(OUT_OF_TIME)
        self.current.write_text(nodeid)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds + ENDLESS, most))
        signal.alarm(WAITS * ENDLESS)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.current.write_text(report.nodeid)


def _run_tests(tree: Path, tests: Sequence[str], limits: Limits, log: Path) -> None:
    """In a process of its own, which ends with it."""
    os.setpgid(0, 0)
    os.chdir(tree)
    sys.path[:] = [str(tree), *sys.path[1:]]
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(written, 1)
    os.dup2(written, 2)
    code = 1
    try:
        asked = ["-x", "-q", "--tb=no", "-p", "no:xdist", *tests]
        code = int(pytest.main(asked, plugins=[limits]))
    finally:
        sys.stdout.flush()
        os._exit(code)


def copy_tree(target: Path) -> None:
    """What git knows of, as it is in the folder."""
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, check=True)  # noqa: S607
    for name in filter(None, listed.stdout.decode().split("\0")):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(name, target / name)


def draw(kind: str, count: int, seed: int, under: str) -> list[Mutant]:
    """A sample of the mutants of all rooms, the same for the same seed."""
    files = sorted(path for room in ROOMS for path in Path(room).rglob("*.py"))
    asked = [path for path in files if path.is_relative_to(under)]
    found = [
        mutant
        for path in asked
        for mutant in Reader(path, path.read_text(encoding="utf-8")).list_mutants(kind)
    ]
    return random.Random(seed).sample(found, min(count, len(found)))  # noqa: S311 - no secret


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", choices=("logic", "number"), default="logic")
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--skip", type=int, default=0, help="those that an earlier run has judged")
    parser.add_argument("--under", default="", help="a room or a file")
    parser.add_argument(
        "--cpu-seconds", type=int, default=300, help="for a mutant's near tests, and for the others"
    )
    parser.add_argument("--near", action="store_true", help="a first look: the near tests alone")
    parser.add_argument("--list", action="store_true", help="only show the sample")
    asked = parser.parse_args()
    sample = draw(asked.kind, asked.count, asked.seed, asked.under)[asked.skip :]
    if asked.list:
        print(*sample, sep="\n")
        return 0
    return test_all(sample, asked)


def test_all(sample: Sequence[Mutant], asked: argparse.Namespace) -> int:
    """Prints a line a mutant, and the share that was killed."""
    tests = sorted(Path("tests").rglob("test_*.py"))
    imports = Imports(path for room in (*ROOMS, "tests") for path in Path(room).rglob("*.py"))
    verdicts = []
    os.environ.setdefault(
        "OPENBLAS_NUM_THREADS", "1"
    )  # as conftest.py has it, before numpy is read
    for module in HEAVY:
        import_module(module)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder).resolve()
        copy_tree(tree)
        jury = Jury.summon(tree, {(mutant.path, mutant.line) for mutant in sample})
        court = Court(tree, asked.cpu_seconds, jury)
        for mutant in sample:
            steps = imports.count_steps(mutant.path)
            near, wide = part_tests(mutant.path, tests, asked.kind, steps)
            verdicts.append(court.judge(mutant, near, () if asked.near else wide))
            print(f"{mutant}: {verdicts[-1]}", flush=True)
    tell(verdicts, [*jury.unsound, *sorted(court.unsound)])
    return 0


def tell(verdicts: Sequence[str], unsound: Iterable[str]) -> None:
    """The sum of it: of those that were judged, how many were killed."""
    judged = [verdict for verdict in verdicts if verdict != "not judged"]
    killed = sum(verdict.startswith("killed") for verdict in judged)
    share = f"{killed / len(judged):.0%}" if judged else "none judged"
    print(f"{killed} of {len(judged)} killed: {share}; not judged: {len(verdicts) - len(judged)}")
    for test in unsound:
        print(f"fails with and without a mutant, and killed none: {test}")


if __name__ == "__main__":
    sys.exit(main())
