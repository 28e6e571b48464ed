"""Rooms in, a drawn sample of mutants out with what the tests say of each: killed, or survived.

    python -m bench.mutants [--kind logic|number] [--count 30] [--seed 1] [--under ROOM] [--list]

A mutant of logic turns a comparison, an `and` or a `not`; one of numbers doubles or halves a number
that has a name. Each is made in a copy of the tree and tested in a process of its own, the tests
nearest to the file first (of a number: its room's cases of numbers), until one fails or its CPU
seconds are over.
"""

import argparse
import ast
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import accumulate, takewhile
from pathlib import Path

import pytest

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
OF_NUMBERS = "test_numbers.py"
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


def _count_shared(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def judge(mutant: Mutant, tree: Path, tests: Sequence[Path], cpu_seconds: int) -> str:
    """What the tests of a tree say of the mutant: "killed" and by which, "survived", "survived as
    far as it went".
    """
    file, log = tree / mutant.path, tree / "tests.log"
    source = file.read_text(encoding="utf-8")
    file.write_text(mutant.apply(source), encoding="utf-8")
    try:
        child = os.fork()
        if child == 0:
            _run_tests(tree, tests, cpu_seconds, log)
        _, status = os.waitpid(child, 0)
    finally:
        file.write_text(source, encoding="utf-8")
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
        return "survived as far as it went"
    return f"killed by {_find_failure(log)}" if status else "survived"


def _run_tests(tree: Path, tests: Sequence[Path], cpu_seconds: int, log: Path) -> None:
    """In a process of its own, which ends with it."""
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 5))
    os.chdir(tree)
    sys.path[:] = [str(tree), *sys.path[1:]]
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(written, 1)
    os.dup2(written, 2)
    code = 1
    try:
        code = int(pytest.main(["-x", "-q", "--tb=no", "-p", "no:xdist", *map(str, tests)]))
    finally:
        sys.stdout.flush()
        os._exit(code)


def _find_failure(log: Path) -> str:
    """The test that failed, or the file that does not even load. Ends the program where nothing of
    ours did: then the tests did not run.
    """
    told = log.read_text(errors="replace")
    found = re.search(r"^(?:FAILED|ERROR) (?:\S*/)?(\S+)", told, re.MULTILINE)
    if found is None:
        sys.exit(f"the tests did not run: {told[-500:]}")
    return found[1]


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
    parser.add_argument("--under", default="", help="a room or a file")
    parser.add_argument("--cpu-seconds", type=int, default=60, help="for each mutant's tests")
    parser.add_argument("--list", action="store_true", help="only show the sample")
    asked = parser.parse_args()
    sample = draw(asked.kind, asked.count, asked.seed, asked.under)
    if asked.list:
        print(*sample, sep="\n")
        return 0
    return test_all(sample, asked.kind, asked.cpu_seconds)


def test_all(sample: Sequence[Mutant], kind: str, cpu_seconds: int) -> int:
    """Prints a line a mutant, and the share that was killed."""
    tests = sorted(Path("tests").rglob("test_*.py"))
    verdicts = []
    for module in HEAVY:
        import_module(module)
    with tempfile.TemporaryDirectory() as folder:
        copy_tree(Path(folder))
        for mutant in sample:
            chosen = choose_tests(mutant.path, tests, kind)
            verdicts.append(judge(mutant, Path(folder), chosen, cpu_seconds))
            print(f"{mutant}: {verdicts[-1]}", flush=True)
    killed = sum(verdict.startswith("killed") for verdict in verdicts)
    print(f"{killed} of {len(sample)} killed: {killed / len(sample):.0%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
