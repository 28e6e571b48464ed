"""A request on its way comes in; at its deadline its connection is shut, so that a server cannot
hold it by sending a byte now and then.
"""

import contextlib
import socket
import threading
from collections.abc import Mapping
from typing import Any, Self

import httpx

from flows.sources.reference import UnreadableError

# the events at which httpcore hands out a new stream
CONNECTED = (
    ".connect_tcp.complete",
    ".start_tls.complete",
)


class Deadline:
    """A context in which one request is made, with `trace` among its extensions. Raises
    UnreadableError where it is late.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.is_over = False
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._shut)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        self._timer.cancel()
        # without an error, a body without length just seems to end
        if self.is_over and (error is None or isinstance(error, httpx.TransportError)):
            raise UnreadableError(
                "timeout", f"The server took longer than {self.seconds:g} seconds to answer."
            ) from error

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Called by httpcore at every step of the request."""
        if event.endswith(CONNECTED):
            self._socket = info["return_value"].get_extra_info("socket")
            if self.is_over:
                self._shut()

    def pass_now(self) -> None:
        """Let the request be late at once."""
        self._shut()

    def _shut(self) -> None:
        self.is_over = True
        if self._socket is not None:
            with contextlib.suppress(OSError):  # the server was quicker
                self._socket.shutdown(socket.SHUT_RDWR)
