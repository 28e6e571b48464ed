"""The corrections of the command line: errors become one line, and what was corrected is told."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.options import require_warehouse
from flows.wishes import Wish, WishError
from transforms.records import Correction

if TYPE_CHECKING:
    from warehouse.corrections import Connection


@contextmanager
def look(warehouse: Path) -> Iterator["Connection"]:
    """The published warehouse, read-only. Errors are one line."""
    from warehouse.errors import WarehouseError
    from warehouse.query import read_warehouse

    try:
        with read_warehouse(require_warehouse(warehouse)) as connection:
            yield connection
    except WarehouseError as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def edit(warehouse: Path) -> Iterator["Connection"]:
    """The warehouse, to be changed, linked anew and published. Errors are one line."""
    from flows import corrections

    with in_one_line(), corrections.edit(require_warehouse(warehouse)) as connection:
        yield connection


@contextmanager
def in_one_line() -> Iterator[None]:
    """What cannot be corrected, or not written, as an error of the command line."""
    from warehouse.errors import WarehouseError

    try:
        yield
    except (WishError, WarehouseError) as error:
        raise click.ClickException(str(error)) from error


def correct(warehouse: Path, wishes: Sequence[Wish]) -> None:
    """Write corrections, in order, all or none, and tell them."""
    from flows import corrections

    with in_one_line():
        made = corrections.correct(require_warehouse(warehouse), wishes)
    for correction in made:
        click.echo(f"{correction.correction_id}  {describe(correction)}")
    if len(made) < len(wishes):
        click.echo(f"{len(wishes) - len(made)} of {len(wishes)} stand already")


def describe(correction: Correction) -> str:
    """ "merge Ann Brook <- A. Brook"."""
    what = {
        "merge": f"<- {', '.join(correction.other_names)}",
        "split": f"without {', '.join((*correction.names, *correction.article_ids))}",
        "rename": f"-> {correction.new_name}",
        "retype": f"{correction.kind} -> {correction.new_kind}",
    }
    return f"{correction.action} {correction.name} {what[correction.action]}"
