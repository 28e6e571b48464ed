"""Two workers of Dask bring the rows that this machine's own processes bring, and one that dies
costs its part.
"""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pyarrow.parquet as pq
import pytest

from bench.children import end_with_parent
from bench.workers import find_port
from flows.course import run_ingest
from flows.ingest import ingest
from flows.order import Order, Reading
from flows.verdict import RunFailedError
from tests.flows.conftest import list_differences

PATIENCE = 120.0  # seconds that a busy machine may take


@pytest.fixture
def dask(prefect_server: dict[str, str]) -> Iterator[tuple[str, list[int]]]:
    """The address of a Dask scheduler, and the process ids of its two workers."""
    port = str(find_port())
    command = [sys.executable, "-m", "tests.flows.dask_crew", port]
    quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    quiet["preexec_fn"] = end_with_parent
    with subprocess.Popen(command, env=prefect_server, **quiet) as crew:
        assert crew.stdout
        _, *workers = map(int, crew.stdout.readline().split())
        yield f"tcp://127.0.0.1:{port}", workers
        crew.terminate()
        crew.wait(PATIENCE)


def test_two_workers_of_dask_bring_the_rows_of_one_machine_and_the_part_of_one_that_dies_comes_again(
    piers: Path, piers_read: Path, dask: tuple[str, list[int]], tmp_path: Path
) -> None:
    address, workers = dask
    seen: list[Counter[int]] = []
    killer = Thread(target=kill_at_work, args=(workers[0], tmp_path / "parts", seen))
    killer.start()
    on_dask = {
        "task_runner": "dask",
        "cluster": address,
        "parts": str(tmp_path / "parts"),
        "keep_parts": True,
        "part_pages": 1,
    }
    ingest([str(piers)], tmp_path / "w.duckdb", **on_dask)
    killer.join()
    assert list_differences(piers_read, tmp_path / "w.duckdb") == []
    assert seen[0][workers[0]] > 0
    assert (
        count_made(tmp_path / "parts")[workers[1]] >= 8 - seen[0].total()
    )  # what was left, the part of the dead one with it


def kill_at_work(worker: int, parts: Path, seen: list[Counter[int]]) -> None:
    """Kill a worker that has done a part and begun another; what was made by then is noted."""
    deadline = time.monotonic() + PATIENCE
    while not count_made(parts)[worker] and time.monotonic() < deadline:
        time.sleep(0.02)
    seen.append(count_made(parts))
    os.kill(worker, signal.SIGKILL)


def count_made(parts: Path) -> Counter[int]:
    """Parts with findings, by the process that made them."""
    told = [
        pq.read_schema(path).metadata[b"made_by"] for path in parts.glob("*/*.findings.parquet")
    ]
    return Counter(int(made_by.split()[-1]) for made_by in told)


def test_without_a_server_nobody_elsewhere_is_asked(piers: Path, tmp_path: Path) -> None:
    order = Order((str(piers),), tmp_path / "w.duckdb", reading=Reading("dask"))
    with pytest.raises(
        RunFailedError, match="needs a Prefect server: start one, and name it in PREFECT_API_URL"
    ):
        run_ingest(order)
