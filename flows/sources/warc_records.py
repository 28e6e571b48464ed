"""A WARC archive, whole or damaged, comes in; the place and the head of each of its records go out,
and where one is damaged.
"""

import os
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from flows.sources.reference import GZIP, MAX_PAGE_BYTES, UnreadableError

HEAD_BYTES = 65_536  # holds the headers of a record and of its response
TAIL_BYTES = 4  # the two line breaks behind a record
LINE_ENDS = (b"\r\n\r\n", b"\n\n")  # behind a body

# magic, flags, time, effort, system
PACKED_START = re.compile(rb"\x1f\x8b\x08[\x00-\x1f].{4}[\x00-\x04][\x00-\x0d\xff]", re.DOTALL)
# no line break before it: some leave it out
PLAIN_START = re.compile(rb"WARC/[01]\.[0-9]{1,2}\r?\n(?=WARC-|Content-)", re.IGNORECASE)
PADDING = re.compile(rb"[\x00\r\n ]*")  # what some tools write behind a record
# `Content-Length: 4096`
CONTENT_LENGTH = re.compile(rb"\nContent-Length:[ \t]*(\d{1,12})\r?\n", re.IGNORECASE)
LENGTH_NAME = b"content-length:"
HEADER_END = re.compile(rb"\r?\n\r?\n")  # some tools end lines as Unix does
STANDARD_NAMES = {
    name.lower(): name for name in (b"WARC-Type", b"WARC-Date", b"WARC-Target-URI", b"Content-Type")
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record lies, in bytes of the archive on disk.

    head: the record's first bytes, unpacked, their header mended where it lies. end: just behind
    it, None where that cannot be told.
    problem: why it cannot be read. body: where it begins in an archive that is not packed.
    is_mended: the header lies, so that the record must be mended to be read.
    """

    offset: int
    head: bytes
    end: int | None
    problem: UnreadableError | None = None
    body: int = 0
    is_mended: bool = False

    @classmethod
    def mend(
        cls, offset: int, head: bytes, mended: bytes, end: int | None, body: int = 0
    ) -> "Place":
        """The place of a record that can be read, whose first bytes are `mended`."""
        return cls(offset, mended, end, body=body, is_mended=mended is not head)


def find_records(archive: int) -> Iterator[Place]:
    """The records of the archive open as file descriptor `archive`, in order. Raises OSError."""
    locate = locate_packed if os.pread(archive, 2, 0) == GZIP else locate_plain
    offset: int | None = 0
    while offset is not None and offset < os.fstat(archive).st_size:
        place = locate(archive, offset)
        yield place
        offset = find_next(archive, place)


def locate_plain(archive: int, offset: int) -> Place:
    """The record at `offset` of an archive that is not packed. One whose length is wrong or not
    stated goes on to the next one.
    """
    head = os.pread(archive, HEAD_BYTES, offset)
    header = HEADER_END.search(head) if head.startswith(b"WARC/") else None
    if header is None:
        return Place(offset, head, None, damage("it has no header"))
    size, body, length = os.fstat(archive).st_size, offset + header.end(), measure(head)
    if length is not None and ends_at(archive, offset + length - TAIL_BYTES):
        end = offset + length
        return Place.mend(offset, head, mend_header(head, end - TAIL_BYTES - body), end, body)
    following = find_start(archive, offset + 1)
    if following is None and length is not None and offset + length - TAIL_BYTES > size:
        return Place(offset, head, None, truncation())
    end = following or size
    mended = mend_header(head, find_body_end(archive, end) - body)
    return Place.mend(offset, head, mended, end, body)


def ends_at(archive: int, offset: int) -> bool:
    """Whether a body may end at `offset`: line breaks, a record or nothing stands there."""
    behind = os.pread(archive, 16 * TAIL_BYTES, offset)
    following = behind.lstrip(b"\r\n\0 ")
    is_last = not following and offset <= os.fstat(archive).st_size
    return is_last or following.startswith(b"WARC/") or behind.startswith(LINE_ENDS)


def find_body_end(archive: int, end: int) -> int:
    """Where the body ends of a record that ends at `end`, be there line breaks behind it or not."""
    tail = os.pread(archive, TAIL_BYTES, end - TAIL_BYTES)
    return end - (len(tail) - len(tail.rstrip(b"\r\n")))


def mend_header(head: bytes, length: int) -> bytes:
    """A record's first bytes, with the length that its body has and, where its names are in small
    letters, the standard's capitals.
    """
    header = HEADER_END.search(head)
    if header is None:
        return head
    stated = CONTENT_LENGTH.search(head, 0, header.end())
    has_type = head.find(b"\nWARC-Type:", 0, header.end()) >= 0
    if stated and int(stated[1]) == length and has_type:
        return head
    version, *lines = head[: header.start()].splitlines()
    fields = [line for line in map(capitalise, lines) if not line.lower().startswith(LENGTH_NAME)]
    fields.append(b"Content-Length: %d" % length)
    return b"\r\n".join((version, *fields)) + b"\r\n\r\n" + head[header.end() :]


def capitalise(line: bytes) -> bytes:
    """A line of a header with its name as the standard writes it."""
    name, colon, value = line.partition(b":")
    return STANDARD_NAMES.get(name.lower(), name) + colon + value


def read_mended(archive: int, place: Place) -> bytes:
    """The record at a place of an archive that is not packed, with its header mended, and no more
    of it than a page may hold.
    """
    header = HEADER_END.search(place.head)
    length = min((place.end or place.body) - place.body, MAX_PAGE_BYTES + 1)
    return place.head[: header.end() if header else 0] + os.pread(archive, length, place.body)


def locate_packed(archive: int, offset: int, chunk_bytes: int = 16_384) -> Place:
    """The record in the gzip member at `offset`, unpacked no further than it says it is long. A
    chunk unpacks to a thousand times its size at most.
    """
    unpacker = zlib.decompressobj(wbits=31)
    head, size, position = b"", 0, offset
    while chunk := os.pread(archive, chunk_bytes, position):
        try:
            unpacked = unpacker.decompress(chunk)
        except zlib.error as error:
            return Place(offset, head, None, damage(f"it does not unpack: {error}"))
        head, size, position = (
            head or unpacked[:HEAD_BYTES],
            size + len(unpacked),
            position + len(chunk),
        )
        end = position - len(unpacker.unused_data) if unpacker.eof else None
        problem = judge_size(head, size)
        if problem and problem.reason == "not_packed_by_record":
            return remeasure(archive, offset, problem)
        if problem:
            return Place(offset, head, end, problem)
        if end:
            return Place.mend(offset, head, mend_member(head, size), end)
    return Place(offset, head, None, truncation())


def remeasure(archive: int, offset: int, problem: UnreadableError) -> Place:
    """The record in a gzip member that unpacks to more than its length, where it is the only one
    in it; `problem` where others are.
    """
    content, end = unpack_member(archive, offset)
    if end is None or PLAIN_START.search(content, 1):
        return Place(offset, content[:HEAD_BYTES], end, problem)
    mended = mend_member(content, len(content))
    return Place(offset, mended[:HEAD_BYTES], end, is_mended=mended is not content)


def unpack_member(archive: int, offset: int, chunk_bytes: int = 65_536) -> tuple[bytes, int | None]:
    """The gzip member at `offset`, unpacked, and where it ends; None where it breaks off, is
    damaged, or holds more than a page may.
    """
    unpacker, content, position = zlib.decompressobj(wbits=31), bytearray(), offset
    while len(content) <= MAX_PAGE_BYTES and (chunk := os.pread(archive, chunk_bytes, position)):
        try:
            content += unpacker.decompress(chunk)
        except zlib.error:
            break
        position += len(chunk)
        if unpacker.eof:
            return bytes(content), position - len(unpacker.unused_data)
        if len(content) > HEAD_BYTES and PLAIN_START.search(content, 1, 2 * HEAD_BYTES):
            break
    return bytes(content), None


def mend_member(content: bytes, size: int) -> bytes:
    """What a gzip member of `size` bytes begins with, with the length that its record's body has
    and its names in the standard's capitals: the member's end is the record's.
    """
    header = HEADER_END.search(content)
    stated = CONTENT_LENGTH.search(content, 0, header.end()) if header else None
    if header is None or stated is None:
        return content
    behind = size - header.end() - int(stated[1])
    is_right = 0 <= behind <= TAIL_BYTES
    return mend_header(content, int(stated[1]) if is_right else size - header.end() - TAIL_BYTES)


def judge_size(head: bytes, size: int) -> UnreadableError | None:
    """What is wrong with a packed record of which `size` bytes have been unpacked so far."""
    length = measure(head)
    if length is None:
        return damage("it has no header")
    if size > length:
        return UnreadableError(
            "not_packed_by_record",
            "Several records are packed as one, so that none can be sought; gunzip the archive.",
        )
    if length > MAX_PAGE_BYTES:
        return UnreadableError(
            "too_large", f"The record holds more than {MAX_PAGE_BYTES // 1_000_000} MB."
        )
    return None


def measure(head: bytes) -> int | None:
    """The bytes that a record says it takes, from its header to the line breaks behind it; None
    where it has no sound header.
    """
    end = HEADER_END.search(head) if head.startswith(b"WARC/") else None
    length = CONTENT_LENGTH.search(head, 0, end.end()) if end else None
    return end.end() + int(length[1]) + TAIL_BYTES if end and length else None


def find_next(archive: int, place: Place) -> int | None:
    """Where to look for the record behind `place`: at its end, unless a record begins before that;
    None where there is none.
    """
    if place.end is None:
        return find_start(archive, place.offset + 1)
    body_end = place.end - (0 if os.pread(archive, 2, 0) == GZIP else TAIL_BYTES)
    padding = PADDING.match(os.pread(archive, HEAD_BYTES, body_end))
    end = body_end + (padding.end() if padding else 0)
    if begins_record(archive, end) or end == os.fstat(archive).st_size:
        return end
    start = find_start(archive, place.offset + 1)
    return end if start is None else min(start, end)


def find_start(archive: int, offset: int, window_bytes: int = 1_000_000) -> int | None:
    """The first offset at or behind `offset` where a record begins; None where there is none."""
    pattern = PACKED_START if os.pread(archive, 2, 0) == GZIP else PLAIN_START
    window = max(0, offset - TAIL_BYTES)
    while content := os.pread(archive, window_bytes + HEAD_BYTES, window):
        starts = (window + match.start() for match in pattern.finditer(content))
        if (
            found := next(
                (start for start in starts if start >= offset and begins_record(archive, start)),
                None,
            )
        ) is not None:
            return found
        window += window_bytes
    return None


def begins_record(archive: int, offset: int) -> bool:
    """Whether the bytes at `offset`, unpacked where they are gzip, are the beginning of a
    record.
    """
    head = os.pread(archive, 512, offset)
    try:
        unpacked = (
            zlib.decompressobj(wbits=31).decompress(head, 5) if head.startswith(GZIP) else head
        )
    except zlib.error:
        return False
    return unpacked.startswith(b"WARC/")


def damage(why: str) -> UnreadableError:
    """The error of a record that is not what it should be."""
    return UnreadableError(
        "damaged_record", f"The record is damaged ({why}); fetch the page again."
    )


def truncation() -> UnreadableError:
    """The error of a record that the archive does not hold whole."""
    return UnreadableError(
        "truncated_record", "The archive breaks off before the record's end; fetch the page again."
    )
