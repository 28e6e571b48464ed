"""Parquet files come in; one page for each row goes out, read row group by row group."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from flows.sources.files import unreadable
from flows.sources.given import FIELDS, TEXTS, hash_fields, make_page
from flows.sources.last_opened import LastOpened
from flows.sources.reference import PageRef, SourceFile, UnreadableError
from transforms.records import Page, Reject

Row = dict[str, Any]


def list_refs(file: SourceFile) -> Iterator[PageRef | Reject]:
    """The rows of the file, numbered from 1; its data are not read."""
    try:
        with pq.ParquetFile(file.path) as parquet:
            rows, columns = parquet.metadata.num_rows, parquet.schema_arrow.names
    except (OSError, pa.ArrowException) as error:
        yield damaged(error).reject(file.source_uri)
        return
    if not set(TEXTS) & set(map(str.lower, columns)):
        detail = "The file has neither a column `text` nor `html`; rename the one that holds the articles."
        yield Reject(
            file.source_uri,
            "read",
            "no_text",
            observed_value=", ".join(columns)[:200],
            detail=detail,
        )
        return
    if rows > file.path.stat().st_size:
        yield damaged(ValueError(f"it claims {rows:,} rows, more than it has bytes")).reject(
            file.source_uri
        )
        return
    for number in range(1, rows + 1):
        yield PageRef(file.path, file.kind, number, f"{file.source_uri}#{number}")


def read(refs: Sequence[PageRef]) -> Iterator[Page | Reject]:
    """One page or reject for each reference to rows of one file, in order. Raises UnreadableError
    where the file cannot be opened.
    """
    try:
        rows = ROWS.open(refs[0].path)
    except (OSError, pa.ArrowException) as error:
        raise damaged(error) from error
    for ref in refs:
        try:
            yield read_row(ref.source_uri, rows.read(ref.position))
        except (OSError, pa.ArrowException) as error:
            yield damaged(error).reject(ref.source_uri)


class Rows:
    """The rows of one file by their numbers, from 1; cheap to read in order.

    batch: the rows held, the first of them with the number `first`. group: the numbers of the rows
    in the row group that they are from.
    """

    def __init__(self, path: Path, at_once: int = 64, buffer_bytes: int = 1_048_576) -> None:
        # a column is read piece by piece: whole, or mapped, a row group takes a worker's memory
        self.parquet = pq.ParquetFile(path, buffer_size=buffer_bytes, pre_buffer=False)
        self.at_once = at_once
        names = self.parquet.schema_arrow.names
        self.columns = [name for name in names if name.lower() in FIELDS]
        self.group = range(0)
        self.batches: Iterator[pa.RecordBatch] = iter(())
        self.batch: list[Row] = []
        self.first = 1

    def read(self, number: int) -> Row:
        """The fields of a row. Raises OSError, ArrowException where it is damaged."""
        if number not in self.group or number < self.first:
            self.open_group(number)
        while number >= self.first + len(self.batch):
            self.first += len(self.batch)
            self.batch = []
            following = next(self.batches, None)
            if following is None:
                raise OSError("a row group ends too early")
            self.batch = following.to_pylist()
        return self.batch[number - self.first]

    def open_group(self, number: int) -> None:
        """Begin to read the row group that holds a row."""
        stop = 1
        for index in range(self.parquet.metadata.num_row_groups):
            start, stop = stop, stop + self.parquet.metadata.row_group(index).num_rows
            if number in range(start, stop):
                self.batches = self.parquet.iter_batches(
                    self.at_once, row_groups=[index], columns=self.columns
                )
                self.group, self.first, self.batch = range(start, stop), start, []
                return
        raise OSError("the file has fewer rows than before")

    def close(self) -> None:
        """Close the file."""
        self.parquet.close()


ROWS = LastOpened(Rows)


def read_row(source_uri: str, row: Row) -> Page | Reject:
    """The page of one row, known by the hash of its fields."""
    try:
        return make_page(source_uri, row, hash_fields(row))
    except UnreadableError as error:
        return error.reject(source_uri)


def damaged(error: Exception) -> UnreadableError:
    """The error of a Parquet file that cannot be read; what the system refuses has a number, what
    Arrow finds wrong has none.
    """
    if isinstance(error, OSError) and error.errno:
        return unreadable(error)
    return UnreadableError(
        "damaged_parquet",
        f"The Parquet file cannot be read: {str(error).splitlines()[0][:200]}; write it again.",
    )
