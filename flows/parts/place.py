"""A folder on disk or in an object store, by its path or URL -> the parts that lie there: written
whole or not at all, read, dropped.
"""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from socket import gethostname
from typing import Any, Literal
from uuid import uuid4

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
from fsspec.implementations.local import LocalFileSystem

from flows.parts.codec import Record, make_table, read_table
from warehouse.errors import WarehouseError

Stage = Literal["pages", "documents", "findings"]
STAGES: tuple[Stage, ...] = ("pages", "documents", "findings")


class PlaceError(WarehouseError):
    """A place that cannot be used for parts."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the parts of one run lie. url: an absolute path, or what fsspec understands
    (`s3://bucket/parts`).
    """

    url: str

    def write(self, number: int, stage: Stage, records: Iterable[Record]) -> None:
        """Write a part, or write it anew. The file says which version of the code made it, and
        which process.
        """
        table = make_table(records)
        sink = pa.BufferOutputStream()
        pq.write_table(
            table.replace_schema_metadata(
                {"onrecord": version("onrecord"), "made_by": f"{gethostname()} {os.getpid()}"}
            ),
            sink,
            compression="zstd",
        )
        put(self.url, f"{number:06}.{stage}.parquet", sink.getvalue().to_pybytes())

    def read(self, number: int, stage: Stage) -> list[Record]:
        """The outcomes that a part holds, in their order."""
        filesystem, folder = find(self.url)
        with filesystem.open(f"{folder}/{number:06}.{stage}.parquet", "rb") as file:
            return read_table(pq.read_table(file))

    def list_numbers(self, stage: Stage) -> list[int]:
        """The parts of a stage that are there, by number."""
        ending = f".{stage}.parquet"
        names = self.list_below()
        return sorted(int(name.removesuffix(ending)) for name in names if name.endswith(ending))

    def drop(self, number: int) -> None:
        """Delete all stages of a part."""
        filesystem, folder = find(self.url)
        there = filesystem.ls(folder, detail=False)
        mine = [path for path in there if Path(path).name.startswith(f"{number:06}.")]
        for path in mine:
            filesystem.rm_file(path)

    def drop_all(self) -> None:
        """Delete the place with all parts."""
        filesystem, folder = find(self.url)
        if filesystem.exists(folder):
            filesystem.rm(folder, recursive=True)

    def drop_if_empty(self) -> None:
        """Delete a folder that holds nothing; an object store has none of those."""
        with suppress(OSError, NotImplementedError):
            filesystem, folder = find(self.url)
            filesystem.rmdir(folder)

    def list_below(self) -> Sequence[str]:
        """The names of the places in this one."""
        filesystem, folder = find(self.url)
        if not filesystem.isdir(folder):
            return []
        return sorted(Path(path).name for path in filesystem.ls(folder, detail=False))

    def above(self) -> "Place":
        """The place that this one is in."""
        return Place(self.url.rpartition("/")[0])

    def below(self, name: str) -> "Place":
        """A place in this one."""
        return Place(f"{self.url.rstrip('/')}/{name}")


def settle(url: str) -> Place:
    """A place as every machine names it: a path becomes absolute. Raises PlaceError for a kind of
    place that cannot be opened here.
    """
    filesystem, folder = find(url)
    return Place(str(Path(folder).resolve()) if isinstance(filesystem, LocalFileSystem) else url)


def find(url: str) -> tuple[Any, str]:
    """The file system of a place, and its path there."""
    try:
        filesystem, folder = fsspec.url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise PlaceError(f"parts cannot be put in {url}: {error}") from error
    return filesystem, str(folder)


def put(url: str, name: str, content: bytes) -> None:
    """Write a file under its name in one step, however many machines write it at once."""
    filesystem, folder = find(url)
    if not isinstance(filesystem, LocalFileSystem):
        # an object store shows an object when it is whole
        filesystem.pipe_file(f"{folder}/{name}", content)
        return
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    half = place / f".{name}.{uuid4().hex}"
    half.write_bytes(content)
    os.replace(half, place / name)  # noqa: PTH105 - as in the sentence above
