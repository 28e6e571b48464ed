"""A command in, what it and all its descendants used out: `python -m bench.measure COMMAND...`
prints one JSON object.

CPU seconds (user and system), wall seconds and the resident memory of the largest process.
Descendants that outlive their parent (the fork server of worker processes) are waited for too,
which needs Linux.
"""

import ctypes
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass

PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True, slots=True)
class Usage:
    """cpu_seconds, wall_seconds; max_megabytes: resident memory of the largest process of the
    tree.
    """

    cpu_seconds: float
    wall_seconds: float
    max_megabytes: float


def measure(command: list[str]) -> Usage:
    """Run the command in a fresh process tree and say what it used; a command that fails raises
    CalledProcessError.
    """
    answer = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "bench.measure", *command],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return Usage(**json.loads(answer.stdout.splitlines()[-1]))


def _adopt_orphans() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)


def _wait_for_all() -> None:
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return


def _run(command: list[str]) -> Usage:
    _adopt_orphans()
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    _wait_for_all()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Usage(
        used.ru_utime + used.ru_stime, time.perf_counter() - started, used.ru_maxrss / 1024
    )


if __name__ == "__main__":
    print(json.dumps(asdict(_run(sys.argv[1:]))))
