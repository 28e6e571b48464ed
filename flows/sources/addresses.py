"""Files that list URLs, one a line, come in; the addresses go out."""

import re
from collections.abc import Iterator

from flows.sources.files import read_whole
from flows.sources.reference import Address, SourceFile, UnreadableError
from transforms.records import Reject

ADDRESS = re.compile(r"https?://[^\s<>]+\Z", re.IGNORECASE)  # `https://paper.example/news/1`
# `# https://paper.example/feed.xml`
COMMENTED_ADDRESS = re.compile(r"^#\s*https?://\S+$", re.IGNORECASE | re.MULTILINE)


def is_list(text: str, _suffix: str) -> bool:
    """Whether most lines are an address; or all are comments still, with an address in one."""
    lines = [line.strip() for line in text.splitlines() if not line.startswith("#")]
    words = [line for line in lines if line]
    if not words:
        return bool(COMMENTED_ADDRESS.search(text))
    return 2 * sum(1 for line in words if ADDRESS.match(line)) > len(words)


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
