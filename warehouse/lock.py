"""A path -> the turn to write there: a lock file beside it, which goes with the process."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from warehouse.errors import DiskFullError, WarehouseError, WarehouseLockedError, is_disk_full

Turn = Callable[[float, Callable[[], None]], AbstractContextManager[None]]
"""Seconds to wait, what is called once when the waiting begins -> while nobody else writes."""


@contextmanager
def lock(
    path: Path, wait_seconds: float = 0, on_wait: Callable[[], None] = lambda: None
) -> Iterator[None]:
    """Hold the lock file beside the warehouse; it goes with the process, however that ends."""
    held = FileLock(name_lock(path))
    try:
        if not path.parent.exists():  # a slip of the pen makes no folders
            raise WarehouseError(
                f"there is no folder {path.parent}: make it, or name another file with --warehouse"
            )
        acquire(held, wait_seconds, on_wait)
    except Timeout:
        waited = f" after {wait_seconds:g} s of waiting" if wait_seconds else ""
        words = f"another run is writing {path}{waited}: wait for its end, or name another file with --warehouse"
        raise WarehouseLockedError(words) from None
    except OSError as error:
        if is_disk_full(error):
            raise DiskFullError(tell_no_room(name_lock(path))) from error
        raise WarehouseError(
            f"cannot write in {path.parent} ({error.strerror}): name another file with --warehouse"
        ) from error
    try:
        yield
    finally:
        held.release()


def acquire(held: FileLock, wait_seconds: float, on_wait: Callable[[], None]) -> None:
    """Take the lock, at once or while waiting for it. Raises Timeout."""
    try:
        held.acquire(timeout=0)
    except Timeout:
        if not wait_seconds:
            raise
        on_wait()
        held.acquire(timeout=wait_seconds)


def name_lock(path: Path) -> Path:
    """`onrecord.duckdb` -> `onrecord.duckdb.lock`"""
    return path.with_name(f"{path.name}.lock")


def tell_no_room(path: Path) -> str:
    return f"the disk is full: there is no room for {path}; make room and run it again, the warehouse is as it was"
