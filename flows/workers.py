"""Worker processes with limits: pieces of work go out in chunks, a result a piece comes back; one
that kills its worker costs only itself.

A piece (a page) may use CPU_SECONDS, and its worker MEMORY_BYTES on top of what it was born with.
The kernel holds both limits, so that they hold inside compiled code too: SIGXCPU ends the worker, a
refused allocation is a MemoryError or ends it, and a MemoryError ends it as well, since its heap is
full of holes by then. pebble replaces the worker; the pieces of its chunk are tried again one by
one, and the one that kills again is a `Death`. Where the processes end over no piece at all, as
when the system kills one that waits, all are started anew.

Workers are forked from a server that has imported what they need, so that they share it and a new
one is there at once.
"""

import gc
import math
import multiprocessing
import os
import resource
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import forkserver
from pathlib import Path
from typing import Generic, Self, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from warehouse.portions import split

CPU_SECONDS = 10
MEMORY_BYTES = 512 << 20
STALLED_SECONDS = 60  # wall time of one piece, for what waits without using CPU
CHUNK = 16
# given out at once: enough that nobody waits, few enough that memory does not grow with the pieces
CHUNKS_A_WORKER = 4
STARTS = 3  # of the processes, one after the other, that give no result
LOOK_SECONDS = 1.0  # between two looks whether there are still processes to wait for

# on an idler machine it may go well
DEATHS = frozenset({"cpu_limit", "memory_limit", "time_limit", "worker_died"})
OUT_OF_MEMORY = 77  # exit code of a worker that met a MemoryError

# Linux only: elsewhere the limit of CPU and of wall time hold, memory has none
STATM = Path("/proc/self/statm")

# what an interrupted run leaves it clears away, and need not say so
QUIET_TRACKER = "ignore:resource_tracker:UserWarning"

SAFE_PATH = "PYTHONSAFEPATH"

Piece = TypeVar("Piece")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Death:
    """A piece of work killed its worker: `reason` in a word, `detail` in a sentence."""

    reason: str
    detail: str


class NoWorkersError(Exception):
    """The worker processes end, or cannot be started, again and again, over no piece of work."""

    def __init__(self, cause: BaseException) -> None:
        told = str(cause.__cause__ or cause) or "it is not known why"
        super().__init__(
            f"the processes that read pages cannot be kept running ({told}), tried {STARTS} times; "
            "the warehouse is as it was. The system may have no memory left, or allow no more "
            "processes or open files (`ulimit -a`): make room, or take fewer with --workers, and "
            "run it again"
        )


@dataclass(frozen=True, slots=True)
class Sent(Generic[Result]):
    """A chunk that was given to the processes of a pool."""

    pool: ProcessPool
    future: ProcessFuture[list[Result]]

    def wait(self) -> list[Result]:
        """Its results. Raises BrokenProcessPool where nobody is left to give them, of which not
        every chunk is told.
        """
        while self.pool.active and not self.future.done():
            wait([self.future], LOOK_SECONDS)
        if not self.future.done():
            raise BrokenProcessPool("they ended")
        return self.future.result()


def allow_one_piece() -> None:
    """Called in a worker before each piece: sweeps up what the last one left, and sets the limit of
    CPU to what the process has used so far plus one piece's worth.
    """
    gc.collect(0)
    used = resource.getrusage(resource.RUSAGE_SELF)
    _set_soft_limit(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime) + CPU_SECONDS)


def lift_limit() -> None:
    """Called in a worker after a chunk: what goes on between chunks is the pool's own work."""
    _set_soft_limit(resource.RLIMIT_CPU, resource.getrlimit(resource.RLIMIT_CPU)[1])


def _set_soft_limit(kind: int, value: int) -> None:
    resource.setrlimit(kind, (value, resource.getrlimit(kind)[1]))


def _start_worker() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    if STATM.exists():
        _set_soft_limit(
            resource.RLIMIT_AS,
            int(STATM.read_text().split()[0]) * resource.getpagesize() + MEMORY_BYTES,
        )
    # within a page nothing is worth hunting for: its tokens hang together until it is done
    gc.disable()
    gc.freeze()


def _run_chunk(
    function: Callable[[Sequence[Piece]], list[Result]], chunk: Sequence[Piece]
) -> list[Result]:
    try:
        return function(chunk)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    finally:
        lift_limit()
        gc.collect()


def _start_server() -> None:
    """Start the server that workers are forked from, unless it is there: it takes no module out of
    the folder that the user stands in, which may have a transforms/ of its own.
    """
    asked = os.environ.get(SAFE_PATH)
    os.environ[SAFE_PATH] = "1"
    try:
        forkserver.ensure_running()
    finally:
        del os.environ[SAFE_PATH]
        if asked is not None:
            os.environ[SAFE_PATH] = asked


class WorkerPool:
    """Processes that call a function on chunks. The function is importable, and calls
    `allow_one_piece` before each piece.

    shared: the modules that are imported once for all workers, when the first piece of work comes.
    """

    def __init__(self, workers: int, shared: Sequence[str] = ()) -> None:
        self._most_waiting = CHUNKS_A_WORKER * workers
        os.environ.setdefault("OMP_NUM_THREADS", "1")  # a worker is one core's worth
        os.environ.setdefault("PYTHONWARNINGS", QUIET_TRACKER)
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(shared))
        self._make = partial(
            ProcessPool, max_workers=workers, initializer=_start_worker, context=context
        )
        self._pool = self._make()
        self._starts = 1  # since the last result

    def run(
        self,
        function: Callable[[Sequence[Piece]], list[Result]],
        pieces: Iterable[Piece],
        chunk_size: int = CHUNK,
    ) -> Iterator[Result | Death]:
        """One result, or one Death, for each piece, in the order of the pieces; a piece is asked
        for when its turn is near.
        """
        waiting: deque[tuple[list[Piece], Sent[Result]]] = deque()
        for chunk in split(pieces, chunk_size):
            waiting.append((chunk, self._schedule(function, chunk)))
            if len(waiting) >= self._most_waiting:
                yield from self._collect(function, *waiting.popleft())
        while waiting:
            yield from self._collect(function, *waiting.popleft())

    def _schedule(
        self, function: Callable[[Sequence[Piece]], list[Result]], chunk: list[Piece]
    ) -> Sent[Result]:
        while True:
            _start_server()
            try:
                seconds = STALLED_SECONDS * len(chunk)
                future = self._pool.schedule(_run_chunk, args=(function, chunk), timeout=seconds)
                return Sent(self._pool, future)
            except RuntimeError as error:  # so pebble says that the pool is broken
                self._start_anew(error)

    def _start_anew(self, cause: RuntimeError) -> None:
        if self._starts == STARTS:
            raise NoWorkersError(cause) from cause
        self._starts += 1
        self.stop()
        self._pool = self._make()

    def _collect(
        self,
        function: Callable[[Sequence[Piece]], list[Result]],
        chunk: list[Piece],
        sent: Sent[Result],
    ) -> Iterator[Result | Death]:
        try:
            yield from sent.wait()
            self._starts = 1
        except BrokenProcessPool:  # the next to be sent finds the processes started anew
            yield from self._collect(function, chunk, self._schedule(function, chunk))
        except (ProcessExpired, FutureTimeoutError) as error:
            self._starts = 1
            if len(chunk) == 1:
                yield _explain(error)
                return
            for piece in chunk:
                yield from self._collect(function, [piece], self._schedule(function, [piece]))

    def stop(self) -> None:
        """End the processes at once, whatever they are at."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._pool.close()  # type: ignore[no-untyped-call]
        else:
            self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _explain(error: ProcessExpired | FutureTimeoutError) -> Death:
    if isinstance(error, FutureTimeoutError):
        return Death("time_limit", f"no result after {STALLED_SECONDS} s; the worker was stopped")
    if error.exitcode == -signal.SIGXCPU:
        return Death("cpu_limit", f"more than {CPU_SECONDS} s of CPU; the worker was stopped")
    if error.exitcode in (OUT_OF_MEMORY, -signal.SIGABRT, -signal.SIGSEGV, -signal.SIGKILL):
        return Death(
            "memory_limit",
            f"more than {MEMORY_BYTES >> 20} MB of memory, or the system had no more; the worker was stopped",
        )
    return Death("worker_died", f"the worker ended with exit code {error.exitcode}")
