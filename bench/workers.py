"""`python -m bench.workers [here|dask|work-pool ...] [--pages PAGES...]`: how many times as fast
two workers read as one, and whether the rows are the same.

A small and a large archive are ingested by one worker and by two, and the wall time is told: whole
commands, and what the pages between the two archives take. For Dask and the work pool a Prefect
server is started on loopback, for the pool also its workers, each with one process. Nothing else
may run meanwhile.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.children import end_with_parent
from bench.corpus import read_html_pages, write_archive
from bench.same import attach, compare

BIN = Path(sys.executable).parent
RUNNERS = ("here", "dask", "work-pool")
GOALS = {"here": 1.8, "dask": 1.7, "work-pool": 1.8}
SMALL, LARGE = 40, 280  # pages
PART_PAGES = {"dask": 20, "work-pool": 70}  # a part of the pool starts Python anew
START_SECONDS = 120
QUIET = {"DO_NOT_TRACK": "1", "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
TABLES = "select distinct table_name from duckdb_tables() where schema_name = 'core' order by all"

Seconds = Mapping[int, tuple[float, float]]  # of the small and the large archive, by workers


def measure(runner: str, archives: Sequence[Path], folder: Path) -> Seconds:
    """Wall seconds of whole commands."""
    seconds = {}
    with open_server(runner, folder) as environment:
        for workers in (1, 2):
            with open_pool(runner, workers, environment):
                small, large = (
                    ingest(runner, archive, workers, environment) for archive in archives
                )
            seconds[workers] = small, large
    return seconds


def ingest(runner: str, archive: Path, workers: int, environment: Mapping[str, str]) -> float:
    """Wall seconds of the command; its warehouse stays."""
    path = name_warehouse(runner, archive, workers)
    # a worker of the pool has one process, whoever many they are
    crew = ["--workers", "1" if runner == "work-pool" else str(workers)]
    if runner != "here":
        crew += ["--task-runner", runner, "--part-pages", str(PART_PAGES[runner])]
    began = time.perf_counter()
    run(["onrecord", "ingest", str(archive), "--warehouse", str(path), *crew], environment)
    return time.perf_counter() - began


def name_warehouse(runner: str, archive: Path, workers: int) -> Path:
    return archive.with_name(f"{runner}-{workers}-{archive.stem}.duckdb")


def run(command: Sequence[str], environment: Mapping[str, str]) -> None:
    program, *words = command
    done = subprocess.run(  # noqa: S603 - ourselves
        [str(BIN / program), *words], env=environment, check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"{program} {' '.join(words)}\n{done.stdout}{done.stderr}")


@contextmanager
def open_server(runner: str, folder: Path) -> Iterator[dict[str, str]]:
    """The environment of the commands: with a server of their own where others are to read."""
    environment = {**os.environ, **QUIET, "PREFECT_HOME": str(folder / runner)}
    if runner == "here":
        yield environment
        return
    port = find_port()
    words = ["server", "start", "--host", "127.0.0.1", "--port", str(port)]
    with keep([str(BIN / "prefect"), *words], environment) as server:
        url = f"http://127.0.0.1:{port}/api"
        if not becomes_healthy(url, server):
            raise SystemExit(f"no Prefect server after {START_SECONDS} s")
        environment |= {"PREFECT_API_URL": url}
        if runner == "work-pool":
            run(["onrecord", "deploy"], environment)
        yield environment


@contextmanager
def open_pool(runner: str, workers: int, environment: Mapping[str, str]) -> Iterator[None]:
    """So many workers of the work pool, where that is asked."""
    with ExitStack() as stack:
        for number in range(workers if runner == "work-pool" else 0):
            words = ["worker", "start", "--pool", "onrecord", "--limit", "1", "--name", f"{number}"]
            stack.enter_context(keep([str(BIN / "prefect"), *words], environment))
        yield


@contextmanager
def keep(
    command: Sequence[str], environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """While the command runs."""
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - ourselves
        command,
        env=environment,
        stdout=nowhere,
        stderr=nowhere,
        preexec_fn=end_with_parent,
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.wait(30)


def find_port() -> int:
    with socket.socket() as sought:
        sought.bind(("127.0.0.1", 0))
        return int(sought.getsockname()[1])


def becomes_healthy(url: str, server: subprocess.Popen[bytes]) -> bool:
    """Whether a Prefect server that was started answers in time; waits until it does."""
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(f"{url}/health", timeout=5):  # noqa: S310 - our own server
                return True
        except (URLError, OSError):
            time.sleep(0.1)
    return False


def tell(runner: str, seconds: Seconds, pages: int) -> str:
    """`dask: two workers read 1.75 times as fast as one (goal 1.7), ...`. pages: between the two
    archives.
    """
    (small, large), (small_of_two, large_of_two) = seconds[1], seconds[2]
    one, two = large - small, large_of_two - small_of_two
    if min(one, two) <= 0:
        return f"{runner}: too noisy to tell: {dict(seconds)}"
    return (
        f"{runner}: two workers read {one / two:.2f} times as fast as one (goal {GOALS[runner]}), "
        f"{pages / one:.1f} and {pages / two:.1f} pages a second; "
        f"whole commands {large:.1f} and {large_of_two:.1f} s, {large / large_of_two:.2f} times"
    )


def tell_rows(one: Path, other: Path) -> str:
    both = attach(str(one), str(other))
    tables = [name for (name,) in both.execute(TABLES).fetchall()]
    others = [found.table for found in compare(both, tables, 0) if not found.is_none]
    return f"rows differ in {', '.join(others)}" if others else "all rows are the same"


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.workers", description=__doc__)
    parser.add_argument("runners", nargs="*", default=["here"], choices=RUNNERS)
    parser.add_argument("--pages", nargs="+", default=["samples"], help="files, folders, archives")
    parser.add_argument("--sizes", nargs=2, type=int, default=(SMALL, LARGE), help="of archives")
    options = parser.parse_args(words)
    contents = [page.content for page in read_html_pages(options.pages)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archives = [
            write_archive(contents, size, folder / f"{size}.warc.gz") for size in options.sizes
        ]
        first = name_warehouse(options.runners[0], archives[1], 1)
        for runner in options.runners:
            seconds = measure(runner, archives, folder)
            print(tell(runner, seconds, options.sizes[1] - options.sizes[0]))
            rows = tell_rows(first, name_warehouse(runner, archives[1], 2))
            print(
                f"  of one worker of {options.runners[0]} and two of {runner}: {rows}", flush=True
            )


if __name__ == "__main__":
    main(sys.argv[1:])
