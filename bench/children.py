"""What a bench or test starts beside itself ends with it, even where it is killed and clears away
nothing.
"""

import ctypes
import signal
from contextlib import suppress

PR_SET_PDEATHSIG = 1  # of prctl(2), Linux: the signal that a process gets when its parent dies
LIBC = ctypes.CDLL(None)


def end_with_parent() -> None:
    """Called in a new process, before it becomes the program that was asked for."""
    with suppress(AttributeError):  # elsewhere than on Linux there is no such thing
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
