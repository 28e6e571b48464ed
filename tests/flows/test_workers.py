"""Worker processes: one result a piece, and a piece that kills its worker costs only itself."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from flows import workers
from flows.reading import open_pool
from flows.workers import Death, NoWorkersError, WorkerPool, allow_one_piece
from warehouse.portions import split

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    """With what workers of pages share: the server that forks them stays, and those of the tests
    that follow have what it has.
    """
    with open_pool(2, text_only=False) as pool:
        yield pool


def double(chunk: Sequence[int]) -> list[int]:
    return [2 * number for number in chunk]


def die_at_seven(chunk: Sequence[int]) -> list[int]:
    if 7 in chunk:
        time.sleep(0.2)  # no page kills before the pool has heard that its chunk was taken
        os.kill(os.getpid(), signal.SIGKILL)
    return list(chunk)


def spin(chunk: Sequence[int]) -> list[int]:
    allow_one_piece()
    workers._set_soft_limit(workers.resource.RLIMIT_CPU, 1)
    while chunk:
        pass
    return []


def hoard_at_seven(chunk: Sequence[int]) -> list[int]:
    time.sleep(0.2)
    return [len(bytearray(workers.MEMORY_BYTES + 1)) if piece == 7 else piece for piece in chunk]


def test_results_come_in_the_order_of_the_pieces(pool: WorkerPool) -> None:
    assert list(pool.run(double, range(100), chunk_size=7)) == [2 * number for number in range(100)]


def test_a_piece_that_kills_its_worker_is_named_and_its_neighbours_are_not_lost(
    pool: WorkerPool,
) -> None:
    results = list(pool.run(die_at_seven, list(range(20)), chunk_size=5))
    assert [result for result in results if not isinstance(result, Death)] == [
        n for n in range(20) if n != 7
    ]
    assert isinstance(results[7], Death)
    assert results[7].reason == "memory_limit"


def test_a_piece_that_spins_is_stopped_by_the_limit_of_cpu(pool: WorkerPool) -> None:
    (death,) = pool.run(spin, [1])
    assert isinstance(death, Death)
    assert death.reason == "cpu_limit"


@pytest.mark.skipif(not workers.STATM.exists(), reason="the limit of memory needs Linux")
def test_a_piece_that_hoards_is_stopped_by_the_limit_of_memory(pool: WorkerPool) -> None:
    results = list(pool.run(hoard_at_seven, range(6, 9)))
    assert isinstance(results[1], Death)
    assert results[1].reason == "memory_limit"
    assert results[::2] == [6, 8]


def test_the_pool_works_on_after_deaths(pool: WorkerPool) -> None:
    assert list(pool.run(double, [1, 2, 3])) == [2, 4, 6]


def tell_process(chunk: Sequence[int]) -> list[int]:
    return [os.getpid() for _ in chunk]


def test_a_worker_that_the_system_kills_while_it_waits_costs_nothing() -> None:
    with open_pool(1, text_only=True) as pool:
        (worker,) = pool.run(tell_process, [0])
        assert not isinstance(worker, Death)
        os.kill(worker, signal.SIGKILL)
        time.sleep(0.5)
        assert list(pool.run(double, range(40))) == [2 * number for number in range(40)]


def end_at_once() -> None:
    os._exit(1)


def test_where_no_process_can_be_kept_running_the_user_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "_start_worker", end_at_once)
    with pytest.raises(NoWorkersError, match="run it again"), open_pool(2, text_only=True) as pool:
        list(pool.run(double, [1, 2, 3]))


def test_chunks_are_full_but_for_the_last() -> None:
    assert list(split(range(5), 2)) == [[0, 1], [2, 3], [4]]


def test_pieces_are_asked_for_when_their_turn_is_near_so_that_memory_does_not_grow_with_them(
    pool: WorkerPool,
) -> None:
    asked = iter(range(10_000))
    assert next(pool.run(double, asked)) == 0
    assert next(asked) == 2 * 4 * 16  # workers, chunks of each, pieces of a chunk


IN_A_FOLDER = """
import transforms
from flows.workers import WorkerPool
from tests.flows.test_workers import name_home
if __name__ == "__main__":
    with WorkerPool(1, ["transforms.keys"]) as pool:
        print(*pool.run(name_home, ["transforms"]), transforms.__file__)
"""


def name_home(chunk: Sequence[str]) -> list[str | None]:
    return [sys.modules[name].__file__ for name in chunk]


def test_workers_take_no_module_out_of_the_folder_that_the_user_stands_in(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs" / "transforms"
    theirs.mkdir(parents=True)
    (theirs / "__init__.py").write_text("print('not ours')\n")
    command = tmp_path / "command.py"
    command.write_text(IN_A_FOLDER)
    environment = {name: told for name, told in os.environ.items() if name != "PYTHONSAFEPATH"}
    answer = subprocess.run(
        [sys.executable, command],
        cwd=theirs.parent,
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    of_worker, ours = answer.stdout.split()
    assert of_worker == ours
    assert Path(ours).is_relative_to(ROOT)
