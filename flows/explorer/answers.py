"""What a person chose on the page -> the answer as a table, or the sentence that says what is
wrong.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.exports import write_csv
from flows.commands.parameters import make_variables
from warehouse.errors import WarehouseError
from warehouse.query import run_query
from warehouse.questions import Question, make_question
from warehouse.sandbox import Limits

if TYPE_CHECKING:
    import pyarrow as pa

MOST_ROWS = 10_000
"""What a page shows of an answer; `onrecord sql` gives all of it."""
LIMITS = Limits(seconds=30.0, rows=MOST_ROWS + 1)  # the one more tells that there are more
CHOICES = {
    "outlet": "select outlet as name from mart.quote group by outlet order by count(*) desc, outlet",
    "speaker": """
        select speaker as name
        from mart.quote
        where speaker_entity_id is not null
        group by speaker_entity_id, speaker
        order by count(*) desc, speaker
        limit 500
    """,
}
"""The parameters whose values the warehouse itself lists, most often named first."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The warehouse that is looked at, and what a question may cost."""

    warehouse: Path
    limits: Limits = LIMITS


@dataclass(frozen=True, slots=True)
class Answered:
    """rows: what was found, None where the question failed. words: how many there are, or what is
    wrong.
    """

    rows: "pa.Table | None"
    words: str


def answer(desk: Desk, question: Question, given: Mapping[str, object]) -> Answered:
    """The answer to a question with what was filled in; what was left empty is not asked for."""
    filled = {name: str(value) for name, value in given.items() if value not in {None, "", False}}
    try:
        variables = make_variables(desk.warehouse, question, filled)
        rows = run_query(desk.warehouse, question.sql, variables=variables, limits=desk.limits)
    except (WarehouseError, click.ClickException) as error:
        return Answered(None, str(error))
    return Answered(rows[:MOST_ROWS], count_rows(rows.num_rows))


def count_rows(number: int) -> str:
    if number > MOST_ROWS:
        return f"the first {MOST_ROWS:,} rows; `onrecord sql` gives all"
    return "1 row" if number == 1 else f"{number:,} rows"


def list_choices(desk: Desk, name: str) -> Sequence[str]:
    """The values that a parameter can take, where the warehouse lists them; empty where it does
    not, or cannot be read.
    """
    if name not in CHOICES:
        return ()
    found = answer(desk, make_question(name, CHOICES[name]), {})
    return [] if found.rows is None else [one for one in found.rows["name"].to_pylist() if one]


def as_csv(rows: "pa.Table") -> bytes:
    """The answer as a file that a spreadsheet opens and does not run."""
    stream = BytesIO()
    write_csv(rows, stream)
    return stream.getvalue()
