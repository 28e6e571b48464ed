"""JSON Lines files, packed or not, come in; one page for each line goes out."""

import codecs
import gzip
import hashlib
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from flows.sources.files import DAMAGED_GZIP, damaged_gzip, open_unpacked, unreadable
from flows.sources.given import make_page
from flows.sources.last_opened import LastOpened
from flows.sources.reference import (
    MAX_PAGE_BYTES,
    PageRef,
    SourceFile,
    UnreadableError,
    refuse_large,
)
from transforms.clean.text.decode import decode_bytes
from transforms.records import Page, Reject

MAX_SKIPPED_BYTES = 25 * MAX_PAGE_BYTES  # a longer line ends the file: it may be a bomb
# a worker that begins in the middle unpacks all before it, within its limit of CPU time
MAX_PACKED_BYTES = 2_000_000_000
WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CHUNK = 1 << 20  # bytes
RECORD_SEPARATOR = b"\x1e"  # before each record of a JSON text sequence (RFC 7464)
SUFFIXES = frozenset({".jsonl", ".ndjson", ".json"})


@dataclass(frozen=True, slots=True)
class Line:
    """number: from 1. offset: in bytes of the unpacked file. content: with its line break, cut off
    one byte over MAX_PAGE_BYTES.
    """

    number: int
    offset: int
    content: bytes


def open_lines(path: Path) -> IO[bytes]:
    """The file as a stream of lines in UTF-8, unpacked, be it in UTF-16. Raises OSError, and
    UnreadableError for one in UTF-16 that is too long.
    """
    stream = open_unpacked(path)
    mark = stream.read(2)
    stream.seek(0)
    return _in_utf8(stream) if mark in WIDE_MARKS else stream


def _in_utf8(stream: IO[bytes]) -> IO[bytes]:
    """A stream in UTF-16 as a file of its own, since places in it are counted in bytes."""
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    with stream:
        told = tempfile.TemporaryFile()  # noqa: SIM115
        while chunk := stream.read(CHUNK):
            told.write(decoder.decode(chunk).encode())
            if told.tell() > MAX_PACKED_BYTES:
                told.close()
                raise UnreadableError(
                    "packed_too_long", "Only 2 GB of records in UTF-16 are read; save it as UTF-8."
                )
    told.seek(0)
    return told


STREAM = LastOpened(open_lines)


def is_json_lines(text: str, suffix: str) -> bool:
    """Whether a text is JSON Lines by its name, or by its first character where the name says
    nothing.
    """
    return suffix in SUFFIXES or (not suffix and text.lstrip().startswith("{"))


def list_refs(file: SourceFile) -> Iterator[PageRef | Reject]:
    """The lines of the file that are not blank; a reject for one that is too long, and for a file
    that breaks off or is packed too long.
    """
    number = 0
    try:
        with open_lines(file.path) as stream:
            for line in split_lines(stream):
                number = line.number
                if line.offset > MAX_PACKED_BYTES and isinstance(stream, gzip.GzipFile):
                    raise UnreadableError(
                        "packed_too_long",
                        "Only the first 2 GB of a packed file of records are read; gunzip it.",
                    )
                if line.content.strip():
                    yield judge_line(line, file)
    except DAMAGED_GZIP as error:
        yield damaged_gzip(error).reject(f"{file.source_uri}#{number + 1}")
    except OSError as error:
        yield unreadable(error).reject(f"{file.source_uri}#{number + 1}")
    except UnreadableError as error:
        yield error.reject(f"{file.source_uri}#{number + 1}")


def split_lines(stream: IO[bytes]) -> Iterator[Line]:
    """The lines of a stream, never more than one page of one in memory. Raises UnreadableError
    where a line has no end in sight.
    """
    number, offset = 0, 0
    while content := stream.readline(MAX_PAGE_BYTES + 1):
        number += 1
        rest = skip_rest(stream, content)
        yield Line(number, offset, content)
        offset += len(content) + rest


def skip_rest(stream: IO[bytes], content: bytes) -> int:
    """Read on to the end of a line that was cut off; the number of bytes left out. Raises
    UnreadableError.
    """
    skipped = 0
    while len(content) > MAX_PAGE_BYTES and not content.endswith(b"\n"):
        content = stream.readline(MAX_PAGE_BYTES + 1)
        skipped += len(content)
        if not content:
            break
        if skipped > MAX_SKIPPED_BYTES:
            raise UnreadableError(
                "endless_line",
                f"The line is longer than {MAX_SKIPPED_BYTES // 1_000_000} MB; the file is read no further.",
            )
    return skipped


def judge_line(line: Line, file: SourceFile) -> PageRef | Reject:
    """The reference of a line, or its reject where it is too long."""
    source_uri = f"{file.source_uri}#{line.number}"
    try:
        refuse_large(line.content)
    except UnreadableError as error:
        return error.reject(source_uri)
    return PageRef(file.path, file.kind, line.offset, source_uri)


def read(refs: Sequence[PageRef]) -> Iterator[Page | Reject]:
    """One page or reject for each reference to lines of one file, in order. Raises OSError."""
    stream = STREAM.open(refs[0].path)
    for ref in refs:
        try:
            stream.seek(ref.position)
            yield read_line(ref.source_uri, stream.readline(MAX_PAGE_BYTES + 1))
        except DAMAGED_GZIP as error:
            yield damaged_gzip(error).reject(ref.source_uri)
        except UnreadableError as error:
            yield error.reject(ref.source_uri)


def _tell(error: ValueError | RecursionError) -> str:
    """What is wrong with a line, in words for whoever wrote it."""
    if isinstance(error, json.JSONDecodeError):
        return str(error)
    if isinstance(error, UnicodeDecodeError):
        return "it is not in UTF-8"
    return (
        "its lists and objects are nested too deeply"
        if isinstance(error, RecursionError)
        else "a number in it has thousands of digits"
    )


def _load(line: bytes) -> object:
    """What a line states, decoded as pages are where it is not in UTF-8. Raises ValueError,
    RecursionError.
    """
    try:
        return json.loads(line)
    except UnicodeDecodeError:
        text = decode_bytes(line)
        if text is None:
            raise
        return json.loads(text)


def read_line(source_uri: str, line: bytes) -> Page:
    """The page of one line. Raises UnreadableError."""
    refuse_large(line)
    line = line.rstrip(b"\r\n").removeprefix(RECORD_SEPARATOR)
    try:
        record = _load(line.rstrip(b" \t,"))  # as lists are written, an entry a line
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            "bad_json", f"The line is no JSON: {_tell(error)}.", observed=repr(line[:80])
        ) from error
    if not isinstance(record, dict):
        raise UnreadableError(
            "not_a_record",
            "The line is JSON, but no object with fields such as `text` and `url`.",
            observed=repr(line[:80]),
        )
    return make_page(source_uri, record, hashlib.sha256(line).hexdigest())
