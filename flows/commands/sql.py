"""`onrecord sql`: asks the warehouse, read-only, and shows the answer or hands it on as CSV, JSON
or Parquet.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.options import require_warehouse, warehouse_option
from flows.commands.parameters import drop_defaults, make_variables, parameter_options, read_given
from flows.commands.show import FORMATS, ROWS_ON_SCREEN, Wanted, check_form, show, write_file

if TYPE_CHECKING:
    import pyarrow as pa

    from warehouse.query import Variables
    from warehouse.questions import Question
    from warehouse.sandbox import Limits


@click.command()
@click.argument("query", required=False)
@warehouse_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to print the answer; record is a block a row.",
)
@click.option(
    "--limit",
    "row_limit",
    type=click.IntRange(0),
    help=f"Rows at most, 0 for all.  [default: all; {ROWS_ON_SCREEN:,} on a screen]",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write to instead of the screen.",
)
@click.option(
    "--raw",
    "is_raw",
    is_flag=True,
    help="CSV as it is, also where a spreadsheet would run a text that begins with = + - @.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(0, min_open=True),
    envvar="ONRECORD_SQL_SECONDS",
    show_envvar=True,
    help="Give a query up after so long.",
)
@click.option(
    "--memory",
    envvar="ONRECORD_SQL_MEMORY",
    show_envvar=True,
    help="Memory that a query may take, such as 2GB.  [default: most of the machine's]",
)
@parameter_options
def sql(  # noqa: PLR0913 - one argument an option
    query: str | None,
    warehouse: Path,
    form: str,
    row_limit: int | None,
    output: Path | None,
    is_raw: bool,
    seconds: float | None,
    memory: str | None,
    **given: object,
) -> None:
    """Ask the warehouse.

    QUERY is a SELECT in quotes, a file that holds one, or the name of a question that `onrecord
    questions` lists; `onrecord questions NAME` tells which of --speaker, --outlet and so on it
    takes. Without QUERY a prompt opens. The warehouse is read-only here, and no other file can be
    reached.
    """
    from warehouse.sandbox import Limits

    path = require_warehouse(warehouse)
    wanted = Wanted(form, row_limit, output, is_raw)
    most = wanted.most_rows
    limits = Limits(seconds, memory, most and most + 1)  # the one more tells that there are more
    if query is None:
        open_prompt(path, limits, wanted)
        return
    question = find_question(query)
    wishes = drop_defaults(read_given(given), question, click.get_current_context())
    with telling_errors():
        variables = make_variables(path, question, wishes)
        answer = ask(path, question.sql, variables, limits, wanted)
    deliver(answer, wanted)


@contextmanager
def telling_errors() -> Iterator[None]:
    """What is wrong with the warehouse or the query, told without power over the terminal."""
    from flows.commands.tables import show_plainly
    from warehouse.errors import WarehouseError

    try:
        yield
    except WarehouseError as error:
        raise click.ClickException(show_plainly(str(error))) from error


def ask(
    path: Path, query: str, variables: "Variables", limits: "Limits", wanted: Wanted
) -> "pa.Table":
    """The answer to one query, in a sandbox of its own."""
    from warehouse.query import run_query

    check_form(wanted)
    return run_query(path, query, variables=variables, limits=limits)


def deliver(answer: "pa.Table", wanted: Wanted) -> None:
    if wanted.output is not None:
        write_file(answer, wanted)
    else:
        show(answer, wanted)


def open_prompt(path: Path, limits: "Limits", wanted: Wanted) -> None:
    from flows.commands.prompt import run_prompt

    with telling_errors():
        run_prompt(path, limits, wanted)


def find_question(query: str) -> "Question":
    """A question by its name, the query of a file, or the words themselves; a single word that is
    neither is wrong usage.
    """
    from warehouse.questions import make_question, read_question

    if not query.strip(" ;\n"):
        raise click.UsageError("the query is empty")
    if query.lower().endswith(".sql"):
        return make_question(query, read_query(Path(query)))
    if not query.isidentifier():
        return make_question("your query", query)
    try:
        return read_question(query)
    except LookupError as error:
        raise click.UsageError(f"{error.args[0]} Put a query of your own in quotes.") from error


def read_query(file: Path) -> str:
    """What a file of SQL says; one that cannot be read is an error of one line."""
    if not file.is_file():
        raise click.UsageError(f"there is no file {file}")
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{file} cannot be read as a query: {error}") from error
