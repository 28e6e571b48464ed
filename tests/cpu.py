"""What a piece of work costs: a function comes in, the CPU seconds of its cheapest run go out."""

import gc
from collections.abc import Callable
from time import process_time


def cpu_seconds(work: Callable[[], object], runs: int = 3) -> float:
    """The least CPU seconds of ``runs`` runs.

    Garbage is not collected meanwhile: one collection of all that a test session holds costs more
    than what is measured.
    """
    gc.disable()
    try:
        return min(_one_run(work) for _ in range(runs))
    finally:
        gc.enable()


def _one_run(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start
