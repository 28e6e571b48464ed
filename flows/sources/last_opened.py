"""A path comes in; the file goes out open, the same one as long as the same path is asked for.

A worker gets the pages of a large packed file in many small chunks, in order. To go on where it
stopped is cheap; to unpack the file up to there for every chunk would take a time that grows with
the square of its length.
"""

import atexit
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Protocol, TypeVar


class Closable(Protocol):
    """What can be closed."""

    def close(self) -> None:
        """Give the file back."""


Opened = TypeVar("Opened", bound=Closable)


@dataclass(slots=True)
class LastOpened(Generic[Opened]):
    """The file that this process opened last by `open_path`; closed when another one, or a changed
    one, is asked for.
    """

    open_path: Callable[[Path], Opened]
    held: dict[tuple[Path, int, int, int], Opened] = field(default_factory=dict)

    def __post_init__(self) -> None:
        atexit.register(self.close)

    def open(self, path: Path) -> Opened:
        """The file at `path`, wherever in it the last reader stopped. Raises OSError."""
        status = path.stat()
        key = (path, status.st_ino, status.st_size, status.st_mtime_ns)
        if key not in self.held:
            self.close()
            self.held[key] = self.open_path(path)
        return self.held[key]

    def close(self) -> None:
        """Close the file that is held."""
        while self.held:
            self.held.popitem()[1].close()
