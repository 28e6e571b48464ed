"""A published file -> a second one that holds the same, without reading and writing the whole of
it.

Where the file system can clone, a clone is made. Elsewhere the file that was published before is
kept as a spare: the two differ in the blocks that one run wrote, and each block of DuckDB begins
with its checksum, so that only blocks with another checksum are copied. Nobody else may have the
spare open, by whatever name or program: a lease of the kernel says so, or the file is copied whole.
"""

import fcntl
import os
import shutil
import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

HEADERS = 3 * 4096  # bytes of the file before the first block
BLOCK = 262_144  # bytes of a block, as DuckDB makes them unless told otherwise
CHECKSUM = 8  # bytes, at the head of a block
# bytes; a smaller file is copied in less time than it takes to explain a second one
WORTH_A_SPARE = 256 << 20
# checksum, iteration, two pointers, blocks, bytes of a block, ...
DATABASE_HEADER = struct.Struct("<8Q")
FICLONE = 0x40049409  # ioctl of Linux: share the extents of another file (xfs, btrfs)


def copy_file(source: Path, target: Path, spare: Path) -> None:
    """Make `target` the same as `source`, by the cheapest way that is open. A spare is used up.
    Raises OSError where the disk is full.
    """
    if not (clone(source, target) or take_turns(source, target, spare)):
        spare.unlink(missing_ok=True)  # first: there may be no room for three
        shutil.copyfile(source, target)


def clone(source: Path, target: Path) -> bool:
    """Share the blocks of `source`; False where the file system cannot."""
    try:
        with source.open("rb") as old, target.open("wb") as new:
            fcntl.ioctl(new.fileno(), FICLONE, old.fileno())
    except OSError:
        target.unlink(missing_ok=True)
        return False
    return True


def take_turns(source: Path, target: Path, spare: Path) -> bool:
    """Let the spare become `target`, brought up to date with `source`; False where there is none,
    or where it may be in use.

    The file bears its new name first: one that is half up to date is never a spare again.
    """
    if not (is_free(spare) and has_our_blocks(source) and has_our_blocks(spare)):
        return False
    spare.replace(target)
    with source.open("rb") as old, target.open("r+b") as new:
        copy_blocks(old, new)
    return True


def has_our_blocks(path: Path) -> bool:
    """Whether both of the file's database headers name the size of block that we compare."""
    with path.open("rb") as file:
        headers = file.read(HEADERS)
    if len(headers) < HEADERS:
        return False
    sizes = {DATABASE_HEADER.unpack_from(headers, start)[5] for start in (4096, 8192)}
    return sizes == {BLOCK}


def is_free(spare: Path) -> bool:
    """Whether the spare is there, has this name only, and is open nowhere: not even a copy of it is
    being made.
    """
    with (
        suppress(OSError, AttributeError),
        spare.open("r+b") as held,
    ):  # AttributeError: a system without leases
        # refused where anybody else has the file open
        fcntl.fcntl(held.fileno(), fcntl.F_SETLEASE, fcntl.F_WRLCK)
        fcntl.fcntl(held.fileno(), fcntl.F_SETLEASE, fcntl.F_UNLCK)
        return os.fstat(held.fileno()).st_nlink == 1
    return False


def copy_blocks(old: BinaryIO, new: BinaryIO) -> None:
    """Write what differs of `old` into `new`: the headers always, and each block whose checksum is
    another.
    """
    size = os.fstat(old.fileno()).st_size
    os.truncate(new.fileno(), size)
    copy_bytes(old, new, 0, HEADERS)
    for start in find_other_blocks(old, new, size):
        copy_bytes(old, new, start, BLOCK)


def find_other_blocks(old: BinaryIO, new: BinaryIO, size: int) -> Iterator[int]:
    """Where the blocks begin that differ; the last one may be cut off."""
    for file in (old, new):
        # eight bytes here and there: nothing is to be read ahead
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_RANDOM)
    for start in range(HEADERS, size, BLOCK):
        if os.pread(old.fileno(), CHECKSUM, start) != os.pread(new.fileno(), CHECKSUM, start):
            yield start


def copy_bytes(old: BinaryIO, new: BinaryIO, start: int, length: int) -> None:
    piece = os.pread(old.fileno(), length, start)
    while piece:
        written = os.pwrite(new.fileno(), piece, start)
        piece, start = piece[written:], start + written


def keep_spare(published: Path, spare: Path) -> None:
    """Give the published file a second name, just before it is replaced, where it is large enough
    to be worth it.
    """
    spare.unlink(missing_ok=True)
    with suppress(
        OSError
    ):  # a file system without hard links, or no file yet: there is no spare then
        if published.stat().st_size >= WORTH_A_SPARE:
            os.link(published, spare)
