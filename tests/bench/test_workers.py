"""What two workers save is told of the pages between two archives, and not where noise hides it."""

from pathlib import Path

import pytest

from bench.workers import name_warehouse, tell


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        ({1: (12.0, 32.0), 2: (13.0, 23.0)}, "read 2.00 times as fast as one (goal 1.7)"),
        ({1: (12.0, 32.0), 2: (13.0, 23.0)}, "10.0 and 20.0 pages a second"),
        ({1: (12.0, 32.0), 2: (13.0, 23.0)}, "whole commands 32.0 and 23.0 s, 1.39 times"),
        ({1: (12.0, 32.0), 2: (23.0, 23.0)}, "too noisy to tell"),
        ({1: (33.0, 32.0), 2: (13.0, 23.0)}, "too noisy to tell"),
    ],
)  # fmt: skip
def test_the_start_of_a_run_is_not_counted(
    seconds: dict[int, tuple[float, float]], told: str
) -> None:
    assert told in tell("dask", seconds, 200)


def test_each_run_has_a_warehouse_of_its_own() -> None:
    archives = [Path("40.warc.gz"), Path("280.warc.gz")]
    names = {name_warehouse("dask", one, count) for one in archives for count in (1, 2)}
    assert len(names) == 4
