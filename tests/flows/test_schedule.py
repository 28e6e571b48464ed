"""On a real Prefect server: `onrecord deploy` sets it up, its scheduler plans runs, and a worker
completes them.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from uuid import uuid4

import duckdb
import pytest
from click.testing import CliRunner
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import DeploymentUpdate
from prefect.client.schemas.filters import DeploymentFilter, DeploymentFilterId, FlowRunFilter
from prefect.client.schemas.objects import FlowRun
from prefect.client.schemas.schedules import IntervalSchedule

from bench.children import end_with_parent
from flows.automations import put_automations
from flows.cli import onrecord
from flows.flow_page import announce_falls
from flows.ingest import ingest
from warehouse.runs import Run, RunSummary

PATIENCE = 240.0  # seconds that a busy machine may take
RECORD = {
    "id": "a1",
    "title": "Der Hafen",
    "text": "Die Gespräche im Hafen gehen weiter. Niemand hat uns angerufen, sagte der Vorsitzende.",
}


class Alerts(ThreadingHTTPServer):
    """A webhook on loopback that keeps what is posted to it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), AlertHandler)
        self.texts: list[str] = []

    def wait_for(self, words: str) -> str:
        """The first alert with these words."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            for text in list(self.texts):
                if words in text:
                    return text
            time.sleep(0.1)
        pytest.fail(f"no alert with {words!r} in {PATIENCE} s: {self.texts}")


class AlertHandler(BaseHTTPRequestHandler):
    server: Alerts

    def do_POST(self) -> None:
        self.server.texts.append(
            json.loads(self.rfile.read(int(self.headers["Content-Length"])))["text"]
        )
        self.send_response(200)
        self.end_headers()

    def log_message(self, *words: object) -> None:
        """Tests are quiet."""


@pytest.fixture(scope="module")
def alerts() -> Iterator[Alerts]:
    with Alerts() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def home(
    tmp_path_factory: pytest.TempPathFactory, prefect_server: dict[str, str], alerts: Alerts
) -> Path:
    """A folder for which `onrecord deploy` was typed."""
    home = tmp_path_factory.mktemp("home")
    arguments = [
        "deploy",
        "--home",
        str(home),
        "--alerts",
        f"http://127.0.0.1:{alerts.server_port}/",
    ]
    answer = CliRunner(env=prefect_server).invoke(onrecord, arguments, catch_exceptions=False)
    assert answer.exit_code == 0, answer.output
    assert answer.output.count("deployment ingest/") == 2
    assert "concurrency limit warehouse onrecord.duckdb: 1" in answer.output
    return home


@contextmanager
def working(home: Path, environment: dict[str, str]) -> Iterator[None]:
    """A worker of the pool at work; it is gone afterwards with all that it started, whatever
    happens.
    """
    words = [
        "-m",
        "prefect",
        "worker",
        "start",
        "--pool",
        "onrecord",
        "--type",
        "process",
        "--limit",
        "1",
    ]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    worker = subprocess.Popen(
        [sys.executable, *words],
        env=environment,
        cwd=home,
        start_new_session=True,
        preexec_fn=end_with_parent,
        **quiet,
    )
    try:
        yield
    finally:
        worker.terminate()
        with suppress(subprocess.TimeoutExpired):
            worker.wait(10)
        with suppress(ProcessLookupError):
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()


def test_a_scheduled_run_loads_the_inbox(home: Path, prefect_server: dict[str, str]) -> None:
    (home / "inbox" / "records.jsonl").write_text(json.dumps(RECORD), encoding="utf-8")
    with get_client(sync_client=True) as client:
        for name in ("folder-hourly", "feeds-every-15-minutes"):
            assert wait_for_run(client, f"ingest/{name}", "SCHEDULED").auto_scheduled
        folder = client.read_deployment_by_name("ingest/folder-hourly")
        quick = DeploymentUpdate(parameters={**folder.parameters, "text_only": True, "workers": 1})
        client.update_deployment(folder.id, quick)
        soon = datetime.now(UTC) + timedelta(seconds=5)
        once = IntervalSchedule(interval=timedelta(hours=1), anchor_date=soon)
        client.create_deployment_schedules(folder.id, [(once, True)])
        with working(home, prefect_server):
            completed = wait_for_run(client, "ingest/folder-hourly", "COMPLETED")
        client.delete_deployment(folder.id)
    assert completed.auto_scheduled
    with duckdb.connect(str(home / "onrecord.duckdb"), read_only=True) as connection:
        assert connection.execute("select external_id from core.article").fetchall() == [("a1",)]


def test_a_run_that_failed_is_posted_to_the_webhook(home: Path, alerts: Alerts) -> None:
    (home / "barren").mkdir()
    (home / "barren" / "empty.html").touch()
    ingest(
        [str(home / "barren")],
        home / "barren.duckdb",
        text_only=True,
        workers=1,
        wait_seconds=90,
        return_state=True,
    )
    assert "barren was rejected: empty_file 1" in alerts.wait_for("is Failed")


def test_a_fall_in_quality_is_posted_to_the_webhook(home: Path, alerts: Alerts) -> None:
    run = Run("0" * 16, "ingest", datetime(2024, 3, 1, tzinfo=UTC), None, "done", "1.0", None)
    announce_falls(
        RunSummary(run, (), (), (), (), (), falls=('rule "a" used to hold',)), "w.duckdb"
    )
    assert alerts.wait_for("Quality fell") == 'Quality fell: rule "a" used to hold'


def test_automations_are_there_once_however_often_they_are_set_up(home: Path) -> None:
    with get_client(sync_client=True) as client:
        before = sorted(automation.name for automation in client.read_automations())
        list(put_automations(client, uuid4()))
        assert sorted(automation.name for automation in client.read_automations()) == before
    assert len(before) == 5


def wait_for_run(client: SyncPrefectClient, name: str, state: str) -> FlowRun:
    """The first run of a deployment that is in the state."""
    deployment = client.read_deployment_by_name(name).id
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        runs = client.read_flow_runs(
            deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=[deployment])),
            flow_run_filter=FlowRunFilter(),
        )
        for run in runs:
            if run.state_type and run.state_type.value == state:
                return run
        time.sleep(0.3)
    pytest.fail(f"no run of {name} was {state} in {PATIENCE} s: {[run.state_name for run in runs]}")
