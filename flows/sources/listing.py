"""Files and folders come in; references to the pages in them, and the addresses that they name, go
out.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from flows.sources.files import changed_on, drop_nested, unreadable, walk
from flows.sources.kinds import SOURCES
from flows.sources.recognise import HEAD_BYTES, recognise
from flows.sources.reference import Address, PageRef, SourceFile, UnreadableError, uri_of
from transforms.records import Reject

Listed = PageRef | Address | Reject


def list_refs(file: SourceFile, since: date | None = None) -> Iterator[Listed]:
    """The pages of one file, and the addresses of pages that it lists."""
    list_of_kind = SOURCES[file.kind].list_refs
    if list_of_kind:
        yield from list_of_kind(file, since)


def list_on_disk(
    locations: Sequence[str],
    since: date | None = None,
    *,
    trust_lists: bool = False,
    list_file: Callable[[SourceFile, date | None], Iterator[Listed]] = list_refs,
) -> Iterator[Listed]:
    """What lies in the files at and below those of the locations that are no addresses on the web.

    trust_lists: what lists of addresses name counts as named by the user. list_file: what stands in
    for `list_refs`, to leave out files that are known.
    """
    paths = [Path(location) for location in locations if not is_url(location)]
    for file in list_files(paths, since):
        if isinstance(file, Reject):
            yield file
            continue
        is_trusted = trust_lists and SOURCES[file.kind].is_by_hand
        found = list_file(file, since)
        yield from map(name_by_user, found) if is_trusted else found


def name_by_user(found: Listed) -> Listed:
    """An address as one that the user named."""
    return replace(found, found_in=None) if isinstance(found, Address) else found


def list_files(
    locations: Sequence[Path], since: date | None = None
) -> Iterator[SourceFile | Reject]:
    """The files at and below `locations`, each once, that were not last changed before `since`."""
    for location in drop_nested(locations):
        for found in walk(location):
            yield from [found] if isinstance(found, Reject) else open_file(found, since)


def open_file(path: Path, since: date | None) -> Iterator[SourceFile | Reject]:
    """The file with its kind; nothing where it is older than asked for."""
    try:
        if since is None or changed_on(path) >= since:
            yield SourceFile(path, recognise(path.name, read_head(path)))
    except UnreadableError as error:
        yield error.reject(uri_of(path))


def read_head(path: Path) -> bytes:
    """The first bytes of a file, packed as they lie. Raises UnreadableError."""
    try:
        with path.open("rb") as stream:
            return stream.read(HEAD_BYTES)
    except OSError as error:
        raise unreadable(error) from error


def is_url(location: str) -> bool:
    """Whether a location is an address on the web."""
    return location.lower().startswith(("http://", "https://"))
