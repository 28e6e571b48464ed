"""`onrecord sql`: asks the warehouse, read-only, and prints the answer or hands it on as CSV, JSON or Parquet."""

import sys
from collections.abc import Iterator
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from flows.commands.options import require_warehouse, warehouse_option

if TYPE_CHECKING:
    import pyarrow as pa

FORMATS = ("table", "csv", "json", "parquet")


@click.command()
@click.argument("query", required=False)
@warehouse_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to print the answer.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write to instead of the screen.")
def sql(query: str | None, warehouse: Path, form: str, output: Path | None) -> None:
    """Ask the warehouse.

    QUERY is a SELECT in quotes, a file that holds one, or the name of a question that `onrecord questions` lists.
    Without it a prompt opens. The warehouse is read-only here, and no other file can be reached.
    """
    from warehouse.errors import WarehouseError
    from warehouse.query import run_query

    path = require_warehouse(warehouse)
    if query is None:
        open_prompt(path)
        return
    try:
        answer = run_query(path, find_query(query))
    except WarehouseError as error:
        raise click.ClickException(str(error)) from error
    write_answer(answer, form, output)


def find_query(query: str) -> str:
    """The SQL of a question, of a file, or the words themselves; a single word that is neither is wrong usage."""
    from warehouse.query import read_question

    if not query.strip(" ;\n"):
        raise click.UsageError("the query is empty")
    if query.lower().endswith(".sql"):
        if not Path(query).is_file():
            raise click.UsageError(f"there is no file {query}")
        return read_query(Path(query))
    if not query.isidentifier():
        return query
    try:
        return read_question(query).sql
    except LookupError as error:
        raise click.UsageError(f"{error.args[0]}. Put a query of your own in quotes.") from error


def read_query(file: Path) -> str:
    """What a file of SQL says; one that cannot be read is an error of one line."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{file} cannot be read as a query: {error}") from error


def write_answer(answer: "pa.Table", form: str, output: Path | None) -> None:
    """Print the answer, or write it to the file."""
    if form == "parquet" and output is None and sys.stdout.isatty():
        raise click.UsageError("Parquet is no text: name a file with --output, or pipe it")
    if output is None:
        WRITERS[form](answer, sys.stdout.buffer)
        return
    try:
        with output.open("wb") as stream:
            WRITERS[form](answer, stream)
    except OSError as error:
        raise click.ClickException(f"cannot write {output}: {error.strerror or error}") from error


def write_table(answer: "pa.Table", stream: BinaryIO) -> None:
    from flows.commands.tables import draw_table

    stream.write(draw_table(answer.column_names, answer.to_pylist()).encode())


def write_csv(answer: "pa.Table", stream: BinaryIO) -> None:
    import csv
    import io

    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")  # as `cut` and `tail` expect it
    writer.writerow(answer.column_names)
    writer.writerows(row.values() for row in answer.to_pylist())
    stream.write(text.getvalue().encode())


def write_json(answer: "pa.Table", stream: BinaryIO) -> None:
    import json

    for row in answer.to_pylist():
        plain = {name: as_json(value) for name, value in row.items()}
        stream.write(json.dumps(plain, ensure_ascii=False, default=str).encode() + b"\n")


def as_json(value: object) -> object:
    """A sum, which DuckDB gives as a decimal, as the number that it is; what JSON has no number for as null."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return None if isinstance(value, float) and not isfinite(value) else value


def write_parquet(answer: "pa.Table", stream: BinaryIO) -> None:
    import pyarrow.parquet as pq

    pq.write_table(answer, stream)


WRITERS = {"table": write_table, "csv": write_csv, "json": write_json, "parquet": write_parquet}


def open_prompt(path: Path) -> None:
    """Read statements up to a semicolon and answer each, until the input ends."""
    from warehouse.errors import WarehouseError
    from warehouse.query import run_query

    click.echo(f"{path}, read-only. End statements with a semicolon, the session with Ctrl-D. Try: show tables from mart;")
    for statement in read_statements():
        try:
            write_answer(run_query(path, statement), "table", None)
            sys.stdout.flush()
        except WarehouseError as error:
            click.echo(str(error), err=True)


def read_statements() -> Iterator[str]:
    """Statements as they are typed, each up to its semicolon."""
    import contextlib

    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - gives input() a history and editing
    lines: list[str] = []
    while True:
        try:
            lines.append(input("onrecord> " if not lines else "     ...> "))
        except EOFError:
            click.echo()
            return
        if lines[-1].rstrip().endswith(";"):
            yield "\n".join(lines)
            lines.clear()
