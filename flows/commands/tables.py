"""Rows -> a table for the terminal: as wide as the terminal allows, whole on a pipe."""

import io
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from decimal import Decimal

from rich import box
from rich.console import Console
from rich.table import Table

WIDE = 10_000  # columns on a pipe: nothing is cut
COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # to a terminal: colours, cursor, direction


def show_plainly(text: str) -> str:
    """`text` without its power over the terminal: a page's escape sequence is spelt out, as `\\x1b[31m`."""
    return COMMANDS.sub(lambda match: ascii(match.group())[1:-1], text)


def draw_table(columns: Sequence[str], rows: Sequence[Mapping[str, object]], title: str | None = None) -> str:
    """The rows under their columns; numbers to the right, NULL empty. Ends with the number of rows."""
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        is_number = any(isinstance(row[column], int | float | Decimal) and not isinstance(row[column], bool) for row in rows)
        table.add_column(column, justify="right" if is_number else "left", overflow="fold")
    for row in rows:
        table.add_row(*("" if row[column] is None else show_plainly(str(row[column])) for column in columns), style=None)
    target = io.StringIO()
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDE
    Console(file=target, width=width, markup=False, highlight=False).print(table)
    counted = f"{len(rows):,} row{'' if len(rows) == 1 else 's'}"
    return "\n".join(line.rstrip() for line in target.getvalue().splitlines()) + f"\n{counted}\n"
