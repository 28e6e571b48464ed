"""The place and number of a part -> its next stage: what a machine does that was handed one, or
handed one again.
"""

import atexit
import multiprocessing
import threading
from typing import cast

from flows.parts.place import Place
from flows.reading import Cleaned, analyse_documents, clean_pages, open_pool
from flows.steps import Expected
from flows.workers import WorkerPool
from transforms.records import Reject


def make_documents(pool: WorkerPool, place: Place, number: int) -> None:
    """Read and clean the pages of a part."""
    pages = cast(list[Expected | Reject], place.read(number, "pages"))
    place.write(number, "documents", clean_pages(pool, pages))


def make_findings(pool: WorkerPool, place: Place, number: int, *, text_only: bool) -> None:
    """Find quotes, entities and times in the documents of a part."""
    cleaned = cast(list[Cleaned], place.read(number, "documents"))
    place.write(number, "findings", analyse_documents(pool, cleaned, text_only=text_only))


class Slot(threading.local):
    """A thread's own pool of one process: a task of Dask or Ray is one core's worth, and the model
    is loaded once for all of a machine.
    """

    pool: WorkerPool | None = None


_slot = Slot()


def own_pool(*, text_only: bool) -> WorkerPool:
    """The pool of this thread, which goes with its process."""
    if _slot.pool is None:
        # a worker of Dask is one, and would not be let have processes
        multiprocessing.current_process().daemon = False
        _slot.pool = open_pool(1, text_only=text_only)
        atexit.register(_slot.pool.stop)
    return _slot.pool
