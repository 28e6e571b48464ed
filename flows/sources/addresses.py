"""Files that list URLs, one a line, come in; the addresses go out."""

from collections.abc import Iterator

from flows.sources.files import read_whole
from flows.sources.reference import Address, SourceFile, UnreadableError
from transforms.records import Reject


def list_refs(file: SourceFile) -> Iterator[Address | Reject]:
    """The addresses in the file, without blank lines and comments ("# local papers")."""
    try:
        content, _ = read_whole(file.path)
    except UnreadableError as error:
        yield error.reject(file.source_uri)
        return
    yield from read_addresses(content, file.source_uri)


def read_addresses(content: bytes, found_in: str) -> Iterator[Address]:
    """The addresses in a list, without blank lines and comments."""
    lines = (line.strip() for line in content.decode("utf-8-sig", "replace").splitlines())
    yield from (
        Address(line, found_in=found_in) for line in lines if line and not line.startswith("#")
    )
