"""Parquet files come in; one page for each row goes out, read row group by row group."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from flows.sources.files import unreadable
from flows.sources.given import FIELDS, make_page
from flows.sources.reference import PageRef, SourceFile, UnreadableError
from transforms.records import Page, Reject

BATCH_ROWS = 64
BUFFER_BYTES = 1_048_576  # a column is read piece by piece: whole, or mapped, a row group of news takes a worker's memory

Row = dict[str, Any]


def list_refs(file: SourceFile) -> Iterator[PageRef | Reject]:
    """The rows of the file, numbered from 1; its data are not read."""
    try:
        with pq.ParquetFile(file.path) as parquet:
            rows, columns = parquet.metadata.num_rows, parquet.schema_arrow.names
    except (OSError, pa.ArrowException) as error:
        yield damaged(error).reject(file.source_uri)
        return
    if not {"text", "html"} & set(columns):
        detail = "The file has neither a column `text` nor `html`; rename the one that holds the articles."
        yield Reject(file.source_uri, "read", "no_text", observed_value=", ".join(columns)[:200], detail=detail)
        return
    if rows > file.path.stat().st_size:
        yield damaged(ValueError(f"it claims {rows:,} rows, more than it has bytes")).reject(file.source_uri)
        return
    for number in range(1, rows + 1):
        yield PageRef(file.path, file.kind, number, f"{file.source_uri}#{number}")


def read(refs: Sequence[PageRef]) -> Iterator[Page | Reject]:
    """One page or reject for each reference to rows of one file, in order. Raises UnreadableError where the file is damaged."""
    try:
        with pq.ParquetFile(refs[0].path, buffer_size=BUFFER_BYTES, pre_buffer=False) as parquet:
            groups = row_groups(parquet)
            for group, wanted in groupby(refs, key=lambda ref: next(g for g, rows in enumerate(groups) if ref.position in rows)):
                yield from read_group(parquet, group, groups[group].start, list(wanted))
    except (OSError, pa.ArrowException) as error:
        raise damaged(error) from error


def row_groups(parquet: pq.ParquetFile) -> list[range]:
    """The numbers of the rows in each row group."""
    groups, first = [], 1
    for group in range(parquet.metadata.num_row_groups):
        count = parquet.metadata.row_group(group).num_rows
        groups.append(range(first, first + count))
        first += count
    return groups


def read_group(parquet: pq.ParquetFile, group: int, first: int, refs: Sequence[PageRef]) -> Iterator[Page | Reject]:
    """The pages of `refs`, ascending rows of one row group that begins with row `first`."""
    wanted = iter(refs)
    ref = next(wanted, None)
    columns = [name for name in FIELDS if name in parquet.schema_arrow.names]
    for batch in parquet.iter_batches(BATCH_ROWS, row_groups=[group], columns=columns):
        while ref and ref.position < first + batch.num_rows:
            yield read_row(ref.source_uri, batch.slice(ref.position - first, 1).to_pylist()[0])
            ref = next(wanted, None)
        if ref is None:
            return
        first += batch.num_rows


def read_row(source_uri: str, row: Row) -> Page | Reject:
    """The page of one row, known by the hash of its fields."""
    digest = hashlib.sha256(json.dumps(row, default=repr, sort_keys=True).encode()).hexdigest()
    try:
        return make_page(source_uri, row, digest)
    except UnreadableError as error:
        return error.reject(source_uri)


def damaged(error: Exception) -> UnreadableError:
    """The error of a Parquet file that cannot be read; what the system refuses has a number, what Arrow finds wrong has none."""
    if isinstance(error, OSError) and error.errno:
        return unreadable(error)
    return UnreadableError("damaged_parquet", f"The Parquet file cannot be read: {str(error).splitlines()[0][:200]}; write it again.")
