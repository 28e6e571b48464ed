"""Locations come in; the regular files below them go out in sorted order, with a reject for
whatever cannot be opened safely.
"""

import gzip
import hashlib
import io
import os
import stat
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, cast

from flows.sources.reference import (
    GZIP,
    MAX_PAGE_BYTES,
    UnreadableError,
    refuse_large,
    uri_of,
)
from transforms.records import Reject

MAX_RATIO = 300  # news pages shrink 4 to 12 times; a run of one byte 1,000 times
DAMAGED_GZIP = (gzip.BadGzipFile, EOFError, zlib.error)  # what the standard library raises for it
HARMLESS_BYTES = 1_000_000  # below this a high ratio is only a dull page


def drop_nested(locations: Sequence[Path]) -> list[Path]:
    """The locations resolved, in order, without those that lie in another one."""
    resolved = dict.fromkeys(Path(os.path.realpath(location)) for location in locations)
    return [location for location in resolved if resolved.keys().isdisjoint(location.parents)]


def walk(root: Path) -> Iterator[Path | Reject]:
    """The regular files at or below `root`: a folder's files by name, then its folders. Names with
    a leading dot are left out.
    """
    if not os.path.isdir(root):  # noqa: PTH112 - unlike Path's, it does not raise where it may not look
        yield from checked(root, root)
        return
    closed: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=closed.append):
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]  # noqa: PTH114, PTH118
        folders[:] = sort_shown(name for name in folders if name not in links)
        for name in sort_shown(names + links):
            yield from checked(Path(folder, name), root)
    yield from map(refuse_folder, closed)


def sort_shown(names: Iterable[str]) -> list[str]:
    """The names without a leading dot, in order."""
    return sorted(name for name in names if not name.startswith("."))


def refuse_folder(error: OSError) -> Reject:
    """The reject of a folder that may not be looked into."""
    detail = f"The folder cannot be listed: {error.strerror}."
    return Reject(uri_of(Path(str(error.filename))), "read", "unreadable", detail=detail)


def checked(path: Path, root: Path) -> Iterator[Path | Reject]:
    """`path` where it is a regular file, else the reject that says what it is; nothing for a link
    to what the walk meets anyway.
    """
    try:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            yield from judge_link(path, root)
        elif stat.S_ISREG(mode):
            yield path
        else:
            yield Reject(
                uri_of(path),
                "read",
                "not_a_file",
                detail="Pipes, sockets and devices are not read.",
            )
    except OSError as error:
        yield unreadable(error).reject(uri_of(path))


def judge_link(path: Path, root: Path) -> Iterator[Reject]:
    """The reject of a link that leads nowhere or out of `root`. Raises OSError for a loop of
    links.
    """
    target = Path(os.path.realpath(path, strict=True))
    if not target.is_relative_to(root):
        detail = "The link leads out of the folder; name its target as a source of its own."
        yield Reject(
            uri_of(path), "read", "link_outside", observed_value=uri_of(target), detail=detail
        )


def changed_on(path: Path) -> date:
    """The UTC day of the file's last change. Raises UnreadableError."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    except OSError as error:
        raise unreadable(error) from error


def open_unpacked(path: Path) -> IO[bytes]:
    """The file as a stream of bytes, unpacked where it is gzip. Raises OSError."""
    with path.open("rb") as stream:
        packed = stream.read(2) == GZIP
    return cast(IO[bytes], gzip.open(path)) if packed else path.open("rb")


def read_whole(path: Path) -> tuple[bytes, str]:
    """A file that is one page, unpacked, and the SHA-256 of the file as it lies. Raises
    UnreadableError.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_PAGE_BYTES + 1)
    except OSError as error:
        raise unreadable(error) from error
    refuse_large(content)
    if not content.strip():
        raise UnreadableError("empty_file", "The file holds nothing to read.")
    return gunzip(content), hashlib.sha256(content).hexdigest()


def gunzip(content: bytes) -> bytes:
    """`content` unpacked where it is gzip. Raises UnreadableError where it is damaged, or unpacks
    to more than a page may hold.
    """
    if not content.startswith(GZIP):
        return content
    try:
        unpacked = zlib_read(content)
    except DAMAGED_GZIP as error:
        raise damaged_gzip(error) from error
    if len(unpacked) > max(HARMLESS_BYTES, MAX_RATIO * len(content)):
        raise UnreadableError(
            "gzip_bomb",
            f"The file unpacks to more than {MAX_RATIO} times its size, as no page does.",
        )
    refuse_large(unpacked)
    return unpacked


def zlib_read(content: bytes) -> bytes:
    """All members of gzip `content`, up to one byte more than a page may hold."""
    with gzip.GzipFile(fileobj=io.BytesIO(content)) as stream:
        return stream.read(MAX_PAGE_BYTES + 1)


def damaged_gzip(error: Exception) -> UnreadableError:
    """The error of a gzip stream that breaks off or is damaged."""
    if isinstance(error, EOFError):
        return UnreadableError(
            "truncated_gzip", "The gzip file breaks off before its end; fetch or pack it again."
        )
    return UnreadableError(
        "damaged_gzip", f"The gzip file is damaged ({error}); fetch or pack it again."
    )


def unreadable(error: OSError) -> UnreadableError:
    """The error of a file that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return UnreadableError("not_found", "There is no such file or folder; check the path.")
    return UnreadableError(
        "unreadable",
        f"The file cannot be read: {error.strerror or error}; check its permissions and the disk.",
    )


def hash_file(path: Path) -> str:
    """SHA-256 of a file as it lies, as hex. Raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
