"""Columns -> a table for people: whole on a pipe, on a terminal cut to fit, with a word on what is
not shown.
"""

import re
import shutil
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from rich.cells import cell_len, chop_cells, set_cell_size

Columns = Mapping[str, Sequence[object]]
# to a terminal: colours, cursor, direction
COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
WIDE = 10_000  # columns on a pipe: nothing is cut
GAP = "  "
NARROWEST = 16  # columns of the screen below which a text says nothing
SHORTEST_HEAD = 12
SHARE_OF_LONGEST = 0.38  # of the screen, for the longest text, before more columns get room
LONGEST_IN_RECORD = 2_000  # characters of a value that a record shows


def show_plainly(text: str) -> str:
    """`text` without its power over the terminal: a page's escape sequence is spelt out, as
    `\\x1b[31m`.
    """
    return COMMANDS.sub(lambda match: ascii(match.group())[1:-1], text)


def screen_width() -> int | None:
    """How many columns the terminal has; None on a pipe, where nothing is cut."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it is drawn: its cells in one line each, and the widths that it wants and
    needs.
    """

    name: str
    cells: Sequence[str]
    is_number: bool
    natural: int
    least: int


def draw_table(columns: Columns, title: str | None = None, width: int | None = None) -> str:
    """The rows under their columns; numbers to the right, NULL empty. Ends with the number of rows.

    Within `width` texts are cut with an ellipsis, and columns that find no room are named below.
    """
    made = [make_column(name, values) for name, values in columns.items()]
    shown = made if width is None else choose_columns(made, width)
    widths = [column.natural for column in shown] if width is None else share(shown, width)
    lines = [title] if title else []
    lines += draw_grid(shown, widths)
    left_out = [column.name for column in made[len(shown) :]]
    return "\n".join((*lines, *tell_rest(count_rows(columns), left_out, width))) + "\n"


def draw_grid(columns: Sequence[Column], widths: Sequence[int]) -> Iterator[str]:
    """The heads, a rule, and the rows."""
    yield draw_row([column.name for column in columns], columns, widths)
    yield GAP.join("─" * width for width in widths)
    for row in zip(*(column.cells for column in columns), strict=True):
        yield draw_row(row, columns, widths)


def draw_row(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    fitted = (
        fit(cell, width, is_number=column.is_number)
        for cell, column, width in zip(cells, columns, widths, strict=True)
    )
    return GAP.join(fitted).rstrip()


def fit(text: str, width: int, *, is_number: bool = False) -> str:
    """`text` in exactly `width` columns of the screen."""
    length = measure(text)
    if length > width:
        return set_cell_size(text, width - 1) + "…"
    return " " * (width - length) + text if is_number else text + " " * (width - length)


def measure(text: str) -> int:
    """How many columns of the screen the text takes; those of the Far East take two a character."""
    return len(text) if text.isascii() else cell_len(text)


def make_column(name: str, values: Sequence[object]) -> Column:
    """The cells with their widths: numbers, dates and short words are never cut, a long head or
    text may be.
    """
    name = show_plainly(name)
    cells = [show_cell(value) for value in values]
    is_number = all(value is None or is_numeric(value) for value in values) and any(cells)
    widest = max(map(measure, cells), default=0)
    natural = max(measure(name), widest)
    can_be_cut = any(isinstance(value, str) for value in values) and widest > NARROWEST
    least = NARROWEST if can_be_cut else min(natural, max(widest, SHORTEST_HEAD))
    return Column(name, cells, is_number, natural, least)


def is_numeric(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def show_cell(value: object) -> str:
    """A value in one line; NULL is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    text = show_plainly(str(value))
    return " ".join(text.split()) if "\n" in text or "\t" in text else text


def choose_columns(columns: Sequence[Column], width: int) -> Sequence[Column]:
    """The first columns that find room side by side, the longest text with a good share; one at
    least.
    """
    for count in range(len(columns), 1, -1):
        room = find_room(columns[:count], width)
        if sum(room) + len(GAP) * (count - 1) <= width:
            return columns[:count]
    return columns[:1]


def find_room(columns: Sequence[Column], width: int) -> list[int]:
    """The least widths, of the longest text a share of the screen."""
    longest = max(columns, key=lambda column: column.natural, default=None)
    share_of_longest = int(width * SHARE_OF_LONGEST)
    return [
        max(column.least, min(column.natural, share_of_longest))
        if column is longest
        else column.least
        for column in columns
    ]


def share(columns: Sequence[Column], width: int) -> list[int]:
    """Widths that fill the screen: what is left goes to the columns that want more, evenly."""
    widths = [min(room, width) for room in find_room(columns, width)]
    left = width - sum(widths) - len(GAP) * (len(columns) - 1)
    while left > 0:
        wanting = [
            number for number, column in enumerate(columns) if widths[number] < column.natural
        ]
        if not wanting:
            break
        for number in sorted(wanting, key=lambda number: widths[number])[:left]:
            widths[number] += 1
            left -= 1
    return widths


def draw_records(columns: Columns, width: int | None = None) -> str:
    """A block a row, a line a value, long ones folded under themselves. Ends with the number of
    rows.
    """
    names = [show_plainly(name) for name in columns]
    margin = max(map(measure, names), default=0) + len(GAP)
    lines: list[str] = []
    for number, row in enumerate(zip(*columns.values(), strict=True), start=1):
        lines.append(f"── {number:,} " + "─" * max((width or 80) - len(f"── {number:,} "), 0))
        for name, value in zip(names, row, strict=True):
            lines += draw_value(name, value, margin, width)
    return "\n".join((*lines, *tell_rest(count_rows(columns), [], width))) + "\n"


def draw_value(name: str, value: object, margin: int, width: int | None) -> list[str]:
    """`speaker   Ann Brook`; a text of several paragraphs keeps them."""
    text = show_cell(value) if not isinstance(value, str) else show_plainly(value)
    if width is not None and len(text) > LONGEST_IN_RECORD:
        left = len(text) - LONGEST_IN_RECORD
        text = f"{text[:LONGEST_IN_RECORD]}… ({left:,} characters more)"
    folded = [line for part in text.split("\n") for line in fold(part, margin, width)]
    heads = (fit(name, margin), *[" " * margin] * (len(folded) - 1))
    return [(head + line).rstrip() for head, line in zip(heads, folded, strict=True)]


def fold(text: str, margin: int, width: int | None) -> list[str]:
    if width is None:
        return [text]
    room = max(width - margin, SHORTEST_HEAD)
    if measure(text) > len(
        text
    ):  # characters of two columns, in whose scripts no spaces part the words
        return chop_cells(text, room)
    return textwrap.wrap(text, room) or [""]


def fits(columns: Columns, width: int | None) -> bool:
    """Whether a table would show all columns whole."""
    if width is None:
        return True
    made = [make_column(name, values) for name, values in columns.items()]
    return sum(column.natural + len(GAP) for column in made) - len(GAP) <= width


def count_rows(columns: Columns) -> int:
    return len(next(iter(columns.values()), ()))


def tell_rest(row_count: int, left_out: Sequence[str], width: int | None) -> list[str]:
    """How many rows there are, and which columns found no room."""
    told = f"{row_count:,} row{'' if row_count == 1 else 's'}"
    if not left_out:
        return [told]
    names = ", ".join(left_out)
    count = f"{len(left_out)} column{'' if len(left_out) == 1 else 's'} more"
    rest = f"{told}, {count} (--format record or csv shows them): {names}"
    return textwrap.wrap(rest, width or 80, max_lines=3, placeholder=" …")
