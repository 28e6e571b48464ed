"""Many pieces -> so many at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Piece = TypeVar("Piece")


def split(pieces: Iterable[Piece], size: int) -> Iterator[list[Piece]]:
    """The pieces in lists of `size`, the last one shorter."""
    rest = iter(pieces)
    while chunk := list(islice(rest, size)):
        yield chunk
