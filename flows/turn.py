"""An order -> its turn on the warehouse: where the server has a limit for it, runs queue up there,
the first come first.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prefect.concurrency.sync import concurrency

from flows.order import Order
from flows.verdict import RunFailedError

ANSWER_SECONDS = 5  # that a busy server may take to say whether there is room
LEASE_SECONDS = 60  # so long after its last sign of life a run that was killed still holds its turn


def name_limit(warehouse: Path) -> str:
    """`warehouse onrecord.duckdb`"""
    return f"warehouse {warehouse.name}"


@contextmanager
def take_turn(order: Order) -> Iterator[None]:
    """Hold the warehouse's only slot. Raises RunFailedError where it is not free in time; without a
    limit there is nothing to hold.
    """
    patience = max(ANSWER_SECONDS, order.wait_seconds)
    turn = concurrency(
        name_limit(order.warehouse),
        timeout_seconds=patience,
        lease_duration=LEASE_SECONDS,
        raise_on_lease_renewal_failure=False,
    )
    try:
        turn.__enter__()
    except TimeoutError:
        words = f"another run was on {order.warehouse} for {patience} s: let it end, or set wait_seconds higher"
        raise RunFailedError(words) from None
    try:
        yield
    finally:
        turn.__exit__(None, None, None)
