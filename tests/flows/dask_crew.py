"""The port of a Dask scheduler in, it and its two workers out; a line tells their process ids.

    python -m tests.flows.dask_crew PORT

All three are forked from one process: to import what they need takes longer than what they do.
"""

import os
import signal
import sys

import click
from distributed.cli.dask_scheduler import main as scheduler
from distributed.cli.dask_worker import main as worker

import flows.elsewhere.task_runners  # noqa: F401 - what the workers are sent names it

HERE = ("--host", "127.0.0.1", "--no-dashboard")
ENDING = {signal.SIGTERM}


def main(port: str) -> None:
    of_worker = (f"tcp://127.0.0.1:{port}", "--nthreads", "1", "--no-nanny", *HERE)
    crew = [fork(scheduler, "--port", port, *HERE), *(fork(worker, *of_worker) for _ in range(2))]
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    print(*crew, flush=True)
    signal.sigwait(ENDING)
    for process in reversed(crew):  # a worker takes its leave of the scheduler
        os.kill(process, signal.SIGTERM)
        os.waitpid(process, 0)


def fork(command: click.Command, *words: str) -> int:
    """The id of the process that carries out the command."""
    process = os.fork()
    if not process:
        command.main(words)
    return process


if __name__ == "__main__":
    main(sys.argv[1])
