"""The SQL files of `sql/questions` -> the questions that come with On Record, each with what it can
be asked for.
"""

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import takewhile

from warehouse.schema import SQL, list_sql

LIKE = 0.5  # of a name and what was typed for it: "who_siad" finds "who_said_it_first"
DECLARED = re.compile(r"^-- --(?P<name>[a-z][a-z-]*)(?: (?P<form>[A-Z]+))?: (?P<meaning>.+)$", re.M)
"""A line of a question's head: `-- --confidence NUMBER: quotes that are at least so sure (default 0)`."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be asked for. `form` is NAME, NUMBER or DATE, None for a switch."""

    name: str
    form: str | None
    meaning: str

    @property
    def variable(self) -> str:
        """The name by which `getvariable` reads it: `without-copies` is `without_copies`."""
        return self.name.replace("-", "_")


@dataclass(frozen=True, slots=True)
class Question:
    """A query that an analyst asks: `name` is the file's, `title` the first line of its head
    comment.

    Its parameters are variables that `getvariable` reads, NULL where they are not set: so it is
    plain SQL for any tool.
    """

    name: str
    title: str
    sql: str
    parameters: tuple[Parameter, ...] = ()
    is_ours: bool = False

    @property
    def meaning(self) -> str:
        """What the head says below the title, without the parameters."""
        lines = self.sql.splitlines()[1:]
        told = takewhile(lambda line: line.startswith("-- ") and not DECLARED.match(line), lines)
        return " ".join(line.removeprefix("-- ") for line in told)


def list_questions() -> list[Question]:
    """The questions of `sql/questions`, by name."""
    return [read_question(file.stem) for file in list_sql("questions")]


def read_question(name: str) -> Question:
    """A question by its name. Raises LookupError with the names that are like it, else with all."""
    file = SQL / "questions" / f"{name}.sql"
    if not name.isidentifier() or not file.is_file():
        known = [file.stem for file in list_sql("questions")]
        raise LookupError(f"there is no question {name}; {suggest(name, known)}")
    return replace(make_question(name, file.read_text(encoding="utf-8")), is_ours=True)


def make_question(name: str, sql: str) -> Question:
    """The question that a file of SQL asks, with the parameters that its head declares."""
    title = sql.partition("\n")[0].removeprefix("-- ").strip()
    declared = tuple(Parameter(**found.groupdict()) for found in DECLARED.finditer(sql))
    return Question(name, title, sql, declared)


def suggest(name: str, known: list[str]) -> str:
    """`did you mean share_of_speech?`, or, where nothing is like it, all names."""
    close = get_close_matches(name.lower(), known, n=3, cutoff=LIKE)
    if not close:
        return f"there are {', '.join(known)}."
    return f"did you mean {' or '.join(close)}?"
