"""On a real Prefect server: `onrecord deploy` sets it up, its scheduler plans runs, and a worker completes them."""

import json
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import DeploymentFilter, DeploymentFilterId, FlowRunFilter
from prefect.client.schemas.objects import FlowRun
from prefect.client.schemas.schedules import IntervalSchedule

from flows.cli import onrecord

PATIENCE = 120.0  # seconds that a busy machine may take
RECORD = {
    "id": "a1",
    "title": "Der Hafen",
    "text": "Die Gespräche im Hafen gehen weiter. Niemand hat uns angerufen, sagte der Vorsitzende.",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, prefect_server: dict[str, str]) -> Path:
    """A folder for which `onrecord deploy` was typed."""
    home = tmp_path_factory.mktemp("home")
    deploy(home, prefect_server)
    return home


def deploy(home: Path, environment: dict[str, str]) -> list[str]:
    answer = CliRunner(env=environment).invoke(onrecord, ["deploy", "--home", str(home)], catch_exceptions=False)
    assert answer.exit_code == 0, answer.output
    return answer.output.splitlines()


def test_a_scheduled_run_loads_the_inbox(home: Path, prefect_server: dict[str, str]) -> None:
    (home / "inbox" / "records.jsonl").write_text(json.dumps(RECORD), encoding="utf-8")
    with get_client(sync_client=True) as client:
        for name in ("folder-hourly", "feeds-every-15-minutes"):
            assert wait_for_run(client, f"ingest/{name}", "SCHEDULED").auto_scheduled
        folder = client.read_deployment_by_name("ingest/folder-hourly")
        client.create_deployment_schedules(folder.id, [(IntervalSchedule(interval=timedelta(seconds=20)), True)])
        worker = [sys.executable, "-m", "prefect", "worker", "start", "--pool", "onrecord", "--limit", "1"]
        with subprocess.Popen(worker, env=prefect_server, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            completed = wait_for_run(client, "ingest/folder-hourly", "COMPLETED")
            process.terminate()
        client.delete_deployment(folder.id)
    assert completed.auto_scheduled
    with duckdb.connect(str(home / "onrecord.duckdb"), read_only=True) as connection:
        assert connection.execute("select external_id from core.article").fetchall() == [("a1",)]


def wait_for_run(client: SyncPrefectClient, name: str, state: str) -> FlowRun:
    """The first run of a deployment that is in the state."""
    deployment = client.read_deployment_by_name(name).id
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        runs = client.read_flow_runs(
            deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=[deployment])), flow_run_filter=FlowRunFilter()
        )
        for run in runs:
            if run.state_type and run.state_type.value == state:
                return run
        time.sleep(0.3)
    pytest.fail(f"no run of {name} was {state} in {PATIENCE} s: {[run.state_name for run in runs]}")
