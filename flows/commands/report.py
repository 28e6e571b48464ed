"""`onrecord report`: the warehouse as a folder of pages that a browser opens from the disk."""

import webbrowser
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.folders import replace_folder
from flows.commands.options import require_warehouse, warehouse_option
from flows.order import DEFAULT_WAREHOUSE

if TYPE_CHECKING:
    from report.site import Ask, Row
    from warehouse.query import Answer


@click.command(
    short_help="Make pages to look at: who speaks, through whom, where, and how it is known."
)
@warehouse_option
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("onrecord-report"),
    show_default=True,
    help="Folder to write to; a report that stands there is replaced.",
)
@click.option("--open", "is_opened", is_flag=True, help="Open it in the browser.")
def report(warehouse: Path, output: Path, is_opened: bool) -> None:
    """Make pages to look at from the warehouse: who speaks, through whom, where, and how it is
    known.

    They open from the disk, without a server, a script or the network. Each figure shows its SQL
    and leads to the quotes that it counts, each quote to its article with the characters marked.
    """
    from report.site import build_site
    from warehouse.errors import WarehouseError
    from warehouse.query import open_questions

    path = require_warehouse(warehouse)
    try:
        with open_questions(path) as answer, replace_folder(output, "report") as folder:
            count, size = write_files(folder, build_site(as_rows(answer), as_option(warehouse)))
    except WarehouseError as error:
        raise click.ClickException(str(error)) from error
    index = (output / "index.html").resolve()
    click.echo(f"{count:,} pages, {size / 1e6:,.1f} MB: {index}")
    if is_opened:
        webbrowser.open(index.as_uri())


def as_rows(answer: "Answer") -> "Ask":
    def ask(sql: str, variables: Mapping[str, object]) -> "Sequence[Row]":
        rows: Sequence[Row] = answer(sql, variables).to_pylist()
        return rows

    return ask


def as_option(warehouse: Path) -> str:
    """What the commands on the pages need to find the warehouse."""
    from warehouse.lake import as_argument

    return "" if warehouse == DEFAULT_WAREHOUSE else f" --warehouse {as_argument(warehouse)}"


def write_files(folder: Path, files: Iterable[tuple[str, str]]) -> tuple[int, int]:
    """Write them all: how many pages there are, and of how many bytes the files are."""
    count = size = 0
    for name, content in files:
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        size += file.write_bytes(content.encode("utf-8", errors="replace"))
        count += name.endswith(".html")
    return count, size
