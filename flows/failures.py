"""What stopped a run -> the one line that the user reads, or an interrupt that stays one."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from flows.language import NoModelError
from warehouse.errors import WarehouseError

SPEAK_FOR_THEMSELVES = (WarehouseError, NoModelError)


def explain_failure(error: BaseException, log: Path) -> str:
    """Errors of ours say what to do; of any other the first line is shown, and where the whole story stands."""
    if isinstance(error, SPEAK_FOR_THEMSELVES):
        return str(error)
    first_line = (str(error).splitlines() or [""])[0][:300]
    return f"the run failed, the warehouse is as it was: {type(error).__name__}: {first_line} (the whole story: {log})"


@contextmanager
def keep_interrupts() -> Iterator[None]:
    """Ctrl-C inside the block is a KeyboardInterrupt outside, whatever the library that it met there made of it."""
    seen: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        seen.append(number)
        signal.default_int_handler(number, frame)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    except BaseException as error:
        if seen:
            raise KeyboardInterrupt from error
        raise
    finally:
        signal.signal(signal.SIGINT, before)
