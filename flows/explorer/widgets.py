"""Questions and answers -> what marimo draws: a field for each parameter, a table with its
download, the SQL to copy.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import marimo as mo

from flows.explorer.answers import Desk, answer, as_csv, list_choices
from warehouse.questions import Parameter, Question

if TYPE_CHECKING:
    import pyarrow as pa

Field = mo.ui.checkbox | mo.ui.dropdown | mo.ui.text
ROWS_A_PAGE = 25
EXAMPLES = {"DATE": "2026-11-30", "NUMBER": "0.8"}
WRAPPED = frozenset({"quote", "text", "wording"})
"""Columns that are read as sentences: whole, in as many lines as they take."""


def make_fields(desk: Desk, question: Question) -> mo.ui.dictionary:
    """A field for each parameter of the question; left empty, it asks for nothing."""
    return mo.ui.dictionary({one.name: make_field(desk, one) for one in question.parameters})


def make_field(desk: Desk, parameter: Parameter) -> Field:
    """A box to tick for a switch, a list to choose from where the warehouse has one, else a line to
    write in.
    """
    if parameter.form is None:
        return mo.ui.checkbox(label=parameter.name)
    if choices := list_choices(desk, parameter.name):
        return mo.ui.dropdown(
            choices, allow_select_none=True, searchable=True, label=parameter.name
        )
    return mo.ui.text(label=parameter.name, placeholder=EXAMPLES.get(parameter.form, ""))


def read_fields(fields: mo.ui.dictionary) -> Mapping[str, object]:
    value: Mapping[str, object] = fields.value
    return value


def show(desk: Desk, question: Question, given: Mapping[str, object]) -> mo.Html:
    """The answer as a table to sort and filter, with its rows as CSV; or what is wrong, in DuckDB's
    words.
    """
    answered = answer(desk, question, given)
    if answered.rows is None:
        return mo.callout(mo.plain_text(answered.words), kind="warn")
    rows = answered.rows
    download = mo.download(
        lambda: as_csv(rows), filename=f"{question.name.replace(' ', '_')}.csv", label="CSV"
    )
    return mo.vstack(
        [make_table(rows), mo.hstack([mo.plain_text(answered.words), download], justify="start")]
    )


def make_table(rows: "pa.Table") -> mo.ui.table:
    """A table to sort, filter and chart. Its own download is off: ours writes nothing that a
    spreadsheet would run.
    """
    return mo.ui.table(
        rows,
        selection=None,
        page_size=ROWS_A_PAGE,
        wrapped_columns=[name for name in rows.column_names if name in WRAPPED],
        show_download=False,
        show_column_summaries=False,
        max_columns=None,
    )


def tell_question(question: Question) -> mo.Html:
    """What the question means, what it takes, and its SQL, folded away."""
    taken = "\n".join(f"- **{one.name}**: {one.meaning}" for one in question.parameters)
    sql = mo.ui.code_editor(question.sql, language="sql", disabled=True)
    return mo.accordion(
        {"How it is counted": mo.vstack([mo.md(f"{question.meaning}\n\n{taken}"), sql])}
    )
