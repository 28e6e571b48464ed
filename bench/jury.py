"""A mutant in, the first text that it reads otherwise than was accepted out.

The pipeline is loaded and all texts are parsed once. Then a mutant has a process of its own that
imports our modules anew, with it among them, and reads the texts that run through its line until
one gives other rows. What happens while the pipeline parses is not asked, nor is a line that no
text runs through: those are left to the tests.
"""

import ast
import gc
import os
import resource
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from _typeshed import TraceFunction
    from spacy.language import Language
    from spacy.tokens import Doc

LISTED = "tests.transforms.accepted"  # its list_accepted(): texts with a name, rows and find(nlp)
OURS = ("flows", "transforms", "tests", "weights")
ENDLESS = 60  # seconds of CPU: what takes more has no end
AS_ACCEPTED = 0  # the exit of a process in which all texts gave their rows

Line = tuple[Path, int]  # a file of the tree, and the number of a line in it


class Text(Protocol):
    """rows: that are accepted; find: those that are found."""

    name: str
    rows: list[str]

    def find(self, nlp: object) -> list[str]: ...


class Remembered:
    """A pipeline that parses each text once."""

    def __init__(self, nlp: "Language") -> None:
        self.nlp = nlp
        self.docs: dict[str, Doc] = {}

    def pipe(self, texts: Iterable[str]) -> "Iterator[Doc]":
        for text in texts:
            if text not in self.docs:
                self.docs[text] = self.nlp(text)
            yield self.docs[text]


@dataclass(slots=True)
class Tracer:
    """Notes which of some lines run. files: the lines, by the file as Python calls it."""

    files: dict[str, set[int]]
    run: set[tuple[str, int]] = field(default_factory=set)

    def __call__(self, frame: FrameType, _event: str, _value: object) -> "TraceFunction | None":
        return self._note if frame.f_code.co_filename in self.files else None

    def _note(self, frame: FrameType, _event: str, _value: object) -> "TraceFunction | None":
        name, line = frame.f_code.co_filename, frame.f_lineno
        if line in self.files[name]:
            self.run.add((name, line))
        return self._note


@dataclass(frozen=True, slots=True)
class Jury:
    """files: that are read to find the rows. ways: of each text that gives them without a mutant,
    by its number, the lines that it runs through. unsound: the names of those that do not.
    """

    tree: Path
    pipeline: Remembered
    files: frozenset[Path]
    ways: dict[int, set[Line]]
    unsound: tuple[str, ...]

    @classmethod
    def summon(cls, tree: Path, lines: Iterable[Line]) -> Self:
        """Parse the texts that a copy of the tree accepts, and see which run through the lines."""
        traced = tuple(lines)
        with at_home_in(tree):
            pipeline = Remembered(import_module("flows.language").load_pipeline())
            texts = import_texts()
            sound = [
                number for number, text in enumerate(texts) if text.find(pipeline) == text.rows
            ]
            forget_ours()  # and what they have remembered, or a line that runs once runs no more
            again = import_texts()
            ways = {number: find_way(again[number], pipeline, tree, traced) for number in sound}
            files = frozenset(list_ours(tree))
            forget_ours()
        gc.freeze()  # or every sweep of a process copies all that was parsed
        unsound = tuple(text.name for number, text in enumerate(texts) if number not in ways)
        return cls(tree, pipeline, files, ways, unsound)

    def find_changed(self, path: Path, line: int) -> str | None:
        """The first text that is read otherwise with the tree as it is now; None where there is
        none.
        """
        asked = self.choose_texts(path, line)
        if not asked:
            return None
        now = self.tree / "text.now"
        now.write_text("as all is imported")
        child = os.fork()
        if child == 0:
            self._read(asked, now)
        _, status = os.waitpid(child, 0)
        return None if os.waitstatus_to_exitcode(status) == AS_ACCEPTED else now.read_text()

    def choose_texts(self, path: Path, line: int) -> list[int]:
        """Those that run through a line; all, if it stands outside functions."""
        if path not in self.files:
            return []
        if is_within_function(self.tree / path, line):
            return [number for number, way in self.ways.items() if (path, line) in way]
        return list(self.ways)

    def _read(self, asked: Sequence[int], now: Path) -> None:
        """In a process of its own, which ends with it."""
        code = 1
        try:
            limit_cpu()
            silence(self.tree / "text.log")
            with at_home_in(self.tree):
                texts = import_texts()
                for number in asked:
                    now.write_text(texts[number].name)
                    if texts[number].find(self.pipeline) != texts[number].rows:
                        return
            code = AS_ACCEPTED
        finally:
            os._exit(code)


def import_texts() -> list[Text]:
    return list(import_module(LISTED).list_accepted())


def find_way(text: Text, pipeline: Remembered, tree: Path, lines: Iterable[Line]) -> set[Line]:
    """Which of some lines a text runs through."""
    files: dict[str, set[int]] = {}
    for path, line in lines:
        files.setdefault(str(tree / path), set()).add(line)
    tracer = Tracer(files)
    sys.settrace(tracer)
    try:
        text.find(pipeline)
    finally:
        sys.settrace(None)
    return {(Path(name).relative_to(tree), line) for name, line in tracer.run}


def list_ours(tree: Path) -> Iterator[Path]:
    """The files of ours that are imported now."""
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] in OURS and module.__file__:
            yield Path(module.__file__).relative_to(tree)


@contextmanager
def at_home_in(tree: Path) -> Iterator[None]:
    """Our modules are those of a copy of the tree, read from their source: Python takes what it
    compiled for a file of the same second and length, as a mutant's often is.
    """
    place, paths, keeps_compiled = Path.cwd(), list(sys.path), not sys.dont_write_bytecode
    os.chdir(tree)
    sys.path[:] = [str(tree), *sys.path[1:]]
    sys.dont_write_bytecode = True
    try:
        yield
    finally:
        sys.path[:] = paths
        sys.dont_write_bytecode = not keeps_compiled
        os.chdir(place)


def forget_ours() -> None:
    """The next import reads our modules anew."""
    for name in [name for name in sys.modules if name.split(".")[0] in OURS]:
        del sys.modules[name]


def is_within_function(file: Path, line: int) -> bool:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    return any(
        isinstance(node, functions) and node.lineno <= line <= (node.end_lineno or line)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    )


def limit_cpu() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    seconds = int(used.ru_utime + used.ru_stime) + ENDLESS
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, most))


def silence(log: Path) -> None:
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(written, 1)
    os.dup2(written, 2)
