"""An answer and how it is wanted -> the screen, a pager, a pipe or a file."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.exports import EXPORTS
from flows.commands.tables import draw_records, draw_table, fits, screen_width

if TYPE_CHECKING:
    import pyarrow as pa

FORMATS = ("table", "record", *EXPORTS)
ROWS_ON_SCREEN = 1_000
LESS = "FRSX"  # end at once where all fits, colours as they are, long lines not folded, screen kept


@dataclass(frozen=True, slots=True)
class Wanted:
    """How an answer is wanted: its form, at most so many rows (0: all), where to, and with formulas
    as they are.
    """

    form: str
    row_limit: int | None
    output: Path | None
    is_raw: bool

    @property
    def is_for_the_screen(self) -> bool:
        return self.output is None and sys.stdout.isatty()

    @property
    def most_rows(self) -> int | None:
        """How many rows to show; on a screen there is an end to them unless it was said
        otherwise.
        """
        if self.row_limit is None:
            is_read = self.is_for_the_screen and self.form in ("table", "record")
            return ROWS_ON_SCREEN if is_read else None
        return self.row_limit or None


def check_form(wanted: Wanted) -> None:
    """Parquet is not for eyes: wrong usage before anything is asked."""
    if wanted.form == "parquet" and wanted.is_for_the_screen:
        raise click.UsageError("Parquet is no text: name a file with --output, or pipe it")


def show(answer: "pa.Table", wanted: Wanted) -> None:
    """Print the answer; what a person reads goes through a pager where it is longer than the
    screen.
    """
    if wanted.form in EXPORTS:
        write = EXPORTS[wanted.form]
        shown = answer.slice(0, wanted.most_rows)
        is_shown = wanted.is_for_the_screen
        write(shown, sys.stdout.buffer, is_raw=wanted.is_raw, is_shown=is_shown)
        return
    text = draw(answer, wanted, screen_width())
    if wanted.is_for_the_screen and sys.stdin.isatty() and is_long(text):
        os.environ.setdefault("LESS", LESS)
        click.echo_via_pager(text)
    else:
        click.echo(text, nl=False)


def draw(answer: "pa.Table", wanted: Wanted, width: int | None) -> str:
    """The answer as a table, or as records, also where the only row is too long for the screen."""
    columns = answer.slice(0, wanted.most_rows).to_pydict()
    is_one_long_row = answer.num_rows == 1 and not fits(columns, width)
    if wanted.form == "record" or is_one_long_row:
        return draw_records(columns, width) + tell_more(answer, wanted)
    return draw_table(columns, width=width) + tell_more(answer, wanted)


def tell_more(answer: "pa.Table", wanted: Wanted) -> str:
    """That there are more rows than were asked for: one more was."""
    most = wanted.most_rows
    if most is None or answer.num_rows <= most:
        return ""
    return "there are more rows: --limit 0 shows all\n"


def is_long(text: str) -> bool:
    return text.count("\n") >= shutil.get_terminal_size().lines


def write_file(answer: "pa.Table", wanted: Wanted) -> None:
    """Write the answer to the file that was named."""
    output = wanted.output
    assert output is not None
    try:
        with output.open("wb") as stream:
            if wanted.form in EXPORTS:
                shown = answer.slice(0, wanted.most_rows)
                EXPORTS[wanted.form](shown, stream, is_raw=wanted.is_raw)
            else:
                stream.write(draw(answer, wanted, None).encode())
    except OSError as error:
        raise click.ClickException(f"cannot write {output}: {error.strerror or error}") from error
