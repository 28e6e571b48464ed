"""The Prefect flow run around the code that asks. Outside of one Prefect is not even imported: that
costs a second, and its server four.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.verdict import Finish

_finishes: "ContextVar[list[Finish] | None]" = ContextVar("finishes", default=None)


def is_under_way() -> bool:
    """Whether a flow run is around the code that asks."""
    if "prefect" not in sys.modules:
        return False
    from prefect.context import FlowRunContext

    return FlowRunContext.get() is not None


def get_id() -> str | None:
    """The flow run's id, None outside of one."""
    if not is_under_way():
        return None
    from prefect.runtime import flow_run

    return str(flow_run.get_id())


def log(line: str) -> None:
    """A line on the flow run's page; nothing outside of one."""
    if is_under_way():
        from prefect.logging import get_run_logger

        get_run_logger().info(line)


@contextmanager
def hear_finishes() -> "Iterator[list[Finish]]":
    """The runs that are published inside the block: they stand, even if the server is no longer
    there to be told.
    """
    heard: list[Finish] = []
    token = _finishes.set(heard)
    try:
        yield heard
    finally:
        _finishes.reset(token)


def tell_finish(finish: "Finish") -> None:
    """Tell whoever started the flow run in this process that it is published."""
    heard = _finishes.get()
    if heard is not None:
        heard.append(finish)
