"""A run that is stopped half-way leaves the published warehouse as it was, and the same command
completes it.
"""

import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from weakref import ref

import duckdb
import pytest

from flows.batch_task import batch_task
from flows.failures import StoppedError, keep_signals, stop_if_asked

COMMAND = [sys.executable, "-c", "from flows.cli import main; main()", "ingest"]
PAGE = """Pier {number} of Port Ellery to close for the winter

The council of Port Ellery voted on Tuesday to close pier {number} for the winter, after divers had found cracks in its posts.

"It is not safe any more," said the harbour master, Ines Duarte. "We should have closed pier {number} last year."

Two councillors voted against it, since the pier is the only way to the ferry. The council will meet again in March.
"""
PATIENCE = 120.0  # seconds that a busy machine may take to get there


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(PAGE.format(number=number), encoding="utf-8")
    return folder


def start(folder: Path, warehouse: Path) -> subprocess.Popen[str]:
    arguments = [
        *COMMAND,
        str(folder),
        "--warehouse",
        str(warehouse),
        "--workers",
        "1",
        "--text-only",
    ]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(path: Path, process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not path.exists() and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert path.exists()


@pytest.mark.parametrize(
    ("number", "exit_code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143)],
    ids=["Ctrl-C", "SIGTERM"],
)
def test_a_run_that_is_told_to_stop_publishes_nothing_and_says_so(
    folder: Path, tmp_path: Path, number: int, exit_code: int
) -> None:
    warehouse = tmp_path / "w.duckdb"
    run = start(folder, warehouse)
    wait_for(tmp_path / "w.duckdb.build", run)
    run.send_signal(number)
    _, said = run.communicate(timeout=PATIENCE)
    assert run.returncode == exit_code
    assert said.splitlines()[-1].startswith("onrecord: interrupted.")
    assert "Traceback" not in said
    assert not warehouse.exists()


def test_a_signal_that_a_library_swallowed_stops_the_run_at_its_next_step() -> None:
    taken: list[str] = []
    step = batch_task("note")(taken.append)
    with pytest.raises(StoppedError, match="SIGTERM"), keep_signals():
        step("before")
        with suppress(BaseException):
            signal.raise_signal(signal.SIGTERM)
        step("after")
    assert taken == ["before"]
    step("of another run")
    assert taken == ["before", "of another run"]


def test_a_signal_that_meets_python_freeing_something_prints_nothing_and_stops_the_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    freed: set[str] = set()
    noted = ref(freed, lambda _: signal.raise_signal(signal.SIGTERM))
    with pytest.raises(StoppedError, match="SIGTERM"), keep_signals():
        del freed
        stop_if_asked()
    assert noted() is None
    assert capsys.readouterr().err == ""


def test_a_killed_run_publishes_nothing_leaves_nobody_behind_and_the_rerun_completes(
    folder: Path, tmp_path: Path
) -> None:
    warehouse = tmp_path / "w.duckdb"
    run = start(folder, warehouse)
    wait_for(tmp_path / "w.duckdb.build", run)
    children = descendants(run.pid)
    run.kill()
    run.communicate(timeout=PATIENCE)
    assert not warehouse.exists()
    rerun = start(folder, warehouse)
    rerun.communicate(timeout=PATIENCE)
    assert rerun.returncode == 0
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        assert connection.execute("select count(*) from core.article").fetchall() == [(40,)]
    assert [child for child in children if Path(f"/proc/{child}").exists()] == []


def descendants(process: int) -> list[int]:
    """The processes that a process has started, and those that they have."""
    children = Path(f"/proc/{process}/task/{process}/children")
    found = [int(child) for child in children.read_text().split()] if children.exists() else []
    return [each for child in found for each in (child, *descendants(child))]
