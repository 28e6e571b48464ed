"""What stopped a run -> the one line that the user reads, or a signal that stays one."""

import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from flows.language import NoModelError
from flows.settings import SettingsError
from flows.verdict import RunFailedError
from flows.workers import NoWorkersError
from warehouse.errors import DiskFullError, WarehouseError, is_disk_full

SPEAK_FOR_THEMSELVES = (
    WarehouseError,
    NoModelError,
    NoWorkersError,
    RunFailedError,
    SettingsError,
)
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_seen: list[int] = []  # signals that asked the run under way to stop


class StoppedError(Exception):
    """A signal stopped the run. number: which one."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.number = number


def explain_failure(error: BaseException, log: Path | None = None) -> str:
    """Errors of ours say what to do; of any other the first line is shown, and where the whole
    story stands.
    """
    if isinstance(error, SPEAK_FOR_THEMSELVES):
        return str(error)
    first_line = (str(error).splitlines() or [""])[0][:300]
    if is_disk_full(error):
        return f"the disk is full, the warehouse is as it was: make room and run it again ({first_line})"
    story = f" (the whole story: {log})" if log else ""
    return (
        f"the run failed, the warehouse is as it was: {type(error).__name__}: {first_line}{story}"
    )


def may_pass(error: BaseException) -> bool:
    """Whether the same run can go well in a minute: somebody may have made room."""
    return isinstance(error, DiskFullError) or is_disk_full(error)


def drop_traceback(record: logging.LogRecord) -> bool:
    """An error that says in one line what is to be done needs no traceback on the flow run's
    page.
    """
    if record.exc_info and isinstance(record.exc_info[1], SPEAK_FOR_THEMSELVES):
        record.exc_info = record.exc_text = None
    return True


@contextmanager
def keep_signals() -> Iterator[None]:
    """Ctrl-C, or a request to end, inside the block is a StoppedError outside, whatever the library
    that it met there made of it. One that meets Python while it frees something, where nothing can
    be raised, stops the run before its next step and prints nothing.
    """
    _seen.clear()

    def note(number: int, frame: FrameType | None) -> None:
        _seen.append(number)
        signal.default_int_handler(number, frame)

    def tell(told: "sys.UnraisableHookArgs") -> None:
        if not (_seen and issubclass(told.exc_type, KeyboardInterrupt)):
            tell_before(told)

    tell_before, sys.unraisablehook = sys.unraisablehook, tell
    before = {number: signal.signal(number, note) for number in STOPPING}
    try:
        yield
    except BaseException as error:
        if _seen:
            raise StoppedError(_seen[0]) from error
        raise
    finally:
        _seen.clear()
        sys.unraisablehook = tell_before
        for number, handler in before.items():
            signal.signal(number, handler)


def stop_if_asked() -> None:
    """Called before each step: what a signal raised may have met a library that catches
    everything.
    """
    if _seen:
        raise KeyboardInterrupt
