"""A WARC archive with a damaged place comes in; where its records end and where the next one begins goes out."""

import mmap
import re
import zlib
from pathlib import Path

from flows.sources.recognise import GZIP

PACKED_START = b"\x1f\x8b\x08"
PLAIN_START = b"\r\n\r\nWARC/1."
CHUNK_BYTES = 16_384  # unpacks to 16 MB at most

CONTENT_LENGTH = re.compile(rb"\nContent-Length:[ \t]*(\d{1,12})\r", re.IGNORECASE)  # `Content-Length: 4096`


def is_packed(path: Path, offset: int = 0) -> bool:
    """Whether a gzip member begins at `offset`. Raises OSError."""
    with path.open("rb") as stream:
        stream.seek(offset)
        return stream.read(2) == GZIP


def find_record(path: Path, offset: int) -> int | None:
    """Offset of the first record that begins at or behind `offset`; None where there is none. Raises OSError."""
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as archive:
        if archive[:2] != GZIP:
            found = archive.find(PLAIN_START, max(0, offset - 4))
            return None if found < 0 else found + 4
        found = archive.find(PACKED_START, offset)
        while found >= 0 and not opens_record(archive, found):
            found = archive.find(PACKED_START, found + 1)
        return None if found < 0 else found


def opens_record(archive: mmap.mmap, offset: int) -> bool:
    """Whether the bytes at `offset` unpack to the beginning of a record."""
    try:
        return zlib.decompressobj(wbits=31).decompress(archive[offset : offset + 512], 5) == b"WARC/"
    except zlib.error:
        return False


def find_end(path: Path, offset: int) -> int | None:
    """Offset just behind the record at `offset`; None where it is damaged or breaks off. Raises OSError."""
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as archive:
        end = find_packed_end(archive, offset) if archive[:2] == GZIP else find_plain_end(archive, offset)
        return end if end is not None and end <= len(archive) else None


def find_packed_end(archive: mmap.mmap, offset: int) -> int | None:
    """Offset behind the gzip member at `offset`."""
    unpacker = zlib.decompressobj(wbits=31)
    for start in range(offset, len(archive), CHUNK_BYTES):
        chunk = archive[start : start + CHUNK_BYTES]
        try:
            unpacker.decompress(chunk)
        except zlib.error:
            return None
        if unpacker.eof:
            return start + len(chunk) - len(unpacker.unused_data)
    return None


def find_plain_end(archive: mmap.mmap, offset: int) -> int | None:
    """Offset behind the record at `offset`, by the length that it states; this may lie behind the archive's end."""
    body = archive.find(b"\r\n\r\n", offset)
    length = CONTENT_LENGTH.search(archive[offset : body + 2]) if body >= 0 else None
    return body + 4 + int(length[1]) + 4 if length else None
