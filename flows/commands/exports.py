"""An answer -> CSV, JSON lines or Parquet on a stream; what a page says has no power over a
terminal or a spreadsheet.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, BinaryIO

from flows.commands.tables import COMMANDS, show_plainly

if TYPE_CHECKING:
    import pyarrow as pa

FORMULA = re.compile(r"[=+\-@\t\r]")
"""What a spreadsheet takes for a formula when a cell begins with it: `=HYPERLINK(...)`."""


def write_csv(
    answer: "pa.Table", stream: BinaryIO, *, is_raw: bool = False, is_shown: bool = False
) -> None:
    """Comma-separated lines; a text that a spreadsheet would run gets an apostrophe before it
    unless `is_raw`.
    """
    import csv
    import io

    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")  # as `cut` and `tail` expect it
    disarm = keep if is_raw else neutralise
    writer.writerow([disarm(name) for name in answer.column_names])
    for row in read_rows(answer):
        writer.writerow([disarm(value) for value in row.values()])
    whole = text.getvalue()
    stream.write((show_plainly(whole) if is_shown else whole).encode())


def keep(value: object) -> object:
    return value


def neutralise(value: object) -> object:
    """`=1+1` -> `'=1+1`; numbers stay numbers."""
    if isinstance(value, str) and FORMULA.match(value):
        return f"'{value}"
    return value


def write_json(
    answer: "pa.Table", stream: BinaryIO, *, is_raw: bool = False, is_shown: bool = False
) -> None:
    """One JSON object a line."""
    del is_raw
    import json

    for row in read_rows(answer):
        plain = {name: as_json(value) for name, value in row.items()}
        line = json.dumps(plain, ensure_ascii=False, default=str)
        stream.write((escape(line) if is_shown else line).encode() + b"\n")


def escape(line: str) -> str:
    """The same JSON with what commands a terminal written as `\\u009b`."""
    return COMMANDS.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


def as_json(value: object) -> object:
    """A sum, which DuckDB gives as a decimal, as the number that it is; what JSON has no number for
    as null.
    """
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return None if isinstance(value, float) and not isfinite(value) else value


def write_parquet(
    answer: "pa.Table", stream: BinaryIO, *, is_raw: bool = False, is_shown: bool = False
) -> None:
    """The whole answer as one Parquet file."""
    del is_raw, is_shown
    import pyarrow.parquet as pq

    pq.write_table(answer, stream)


def read_rows(answer: "pa.Table") -> Iterator[dict[str, object]]:
    """The rows, a few thousand at a time in memory."""
    for batch in answer.to_batches(max_chunksize=5_000):
        yield from batch.to_pylist()


EXPORTS = {"csv": write_csv, "json": write_json, "parquet": write_parquet}
