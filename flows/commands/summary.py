"""A run's summary -> what a person reads at its end: what became of the pages, who was quoted most,
and what to type next.
"""

import os
import shutil
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.commands.tables import WIDE
from flows.order import DEFAULT_WAREHOUSE
from flows.verdict import tell
from warehouse.lake import as_argument
from warehouse.runs import RunSummary

NAME = "onrecord"


def print_summary(summary: RunSummary, warehouse: Path, console: Console | None = None) -> None:
    """Print the summary to stdout."""
    console = console or Console(highlight=False)
    if not console.is_terminal:
        console.width = WIDE
    console.print()
    print_grid(draw_summary(summary), console)
    console.print(f"\nThe warehouse is [bold]{warehouse}[/bold]. Next:", soft_wrap=True)
    print_grid(draw_next_steps(summary, warehouse), console)


def print_grid(table: Table, console: Console) -> None:
    """Print a table; no line ends in blanks, which a copy of it would keep."""
    with console.capture() as caught:
        console.print(table)
    lines = (line.rstrip(" ") for line in caught.get().splitlines())
    console.print(Text.from_ansi("\n".join(lines)), soft_wrap=True)


def draw_summary(summary: RunSummary) -> Table:
    """Two columns: what is counted, and the counts."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold")
    table.add_column()
    pages = summary.run.pages
    if pages:
        table.add_row(
            "Pages",
            f"{pages.seen:,} seen = {pages.loaded:,} loaded + {pages.unchanged:,} unchanged + {pages.rejected:,} rejected",
        )
    table.add_row("Rejected", tell(summary.rejects_by_reason) or "none")
    table.add_row("Quotes", tell(summary.quotes_by_kind) or "none")
    table.add_row("Most quoted", tell(summary.top_speakers) or "nobody")
    table.add_row("Lines cut", tell(summary.lines_by_cleaning_rule[:6]) or "none")
    failed = tell(summary.failed_rules)
    table.add_row(
        "Quality rules", Text(f"failed: {failed}", style="yellow") if failed else "all passed"
    )
    if summary.falls:
        table.add_row("Quality fell", Text("; ".join(summary.falls), style="yellow"))
    return table


def draw_next_steps(summary: RunSummary, warehouse: Path) -> Table:
    """Commands to type, each with what it is for; those about rejects only where there are some."""
    command = name_command()
    option = "" if warehouse == DEFAULT_WAREHOUSE else f" --warehouse {as_argument(warehouse)}"
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    table.add_row(f'  {command} sql "from mart.quote limit 5"' + option, "the quotes, one a row")
    table.add_row(f"  {command} questions", "what the warehouse can be asked")
    if summary.rejects_by_reason:
        table.add_row(f"  {command} status" + option, "why pages were rejected")
    return table


def name_command() -> str:
    """What the user can type: the name alone where the shell finds it, else the path by which it
    was called.
    """
    called = Path(sys.argv[0])
    found = shutil.which(called.name)
    is_on_path = found is not None and Path(found).resolve() == called.resolve()
    if called.name != NAME or is_on_path:
        return NAME
    return os.path.relpath(called)
