"""The flow `ingest` on a real Prefect server: what its page there tells, and when it counts as
failed.
"""

from pathlib import Path
from uuid import UUID

import duckdb
import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId
from prefect.client.schemas.objects import FlowRun

from flows.ingest import ingest
from flows.verdict import RunFailedError

pytestmark = pytest.mark.usefixtures("prefect_server")
PAGE = (
    "Pier to close\n\n"
    + "The council of Port Ellery voted on Tuesday to close the pier for the winter. " * 5
)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "empty.html").write_text("", encoding="utf-8")
    return inbox


def load(inbox: Path, **options: object) -> FlowRun:
    """The flow run of a run on the inbox."""
    warehouse = inbox.with_name("w.duckdb")
    ingest([str(inbox)], warehouse, workers=1, text_only=True, return_state=True, **options)
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        newest = connection.execute(
            "select flow_run_id from ops.run order by started_at desc limit 1"
        ).fetchall()
    with get_client(sync_client=True) as client:
        return client.read_flow_run(UUID(newest[0][0]))


def test_the_page_of_a_flow_run_tells_what_it_did(inbox: Path) -> None:
    (inbox / "pier.txt").write_text(PAGE, encoding="utf-8")
    run = load(inbox)
    assert run.state is not None
    assert (run.state.name, run.state.message) == (
        "Completed",
        "2 seen, 1 loaded, 0 unchanged, 1 rejected",
    )
    of_run = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run.id]))
    with get_client(sync_client=True) as client:
        artifacts = {
            str(artifact.key): artifact.data
            for artifact in client.read_artifacts(artifact_filter=of_run)
        }
    assert artifacts.keys() == {"onrecord-run", "onrecord-rejects", "onrecord-progress"}
    assert str(inbox / "empty.html") in str(artifacts["onrecord-rejects"])
    assert artifacts["onrecord-progress"] == 100.0


def test_a_run_whose_source_gives_nothing_but_rejects_has_failed_at_once(inbox: Path) -> None:
    run = load(inbox)
    assert run.state is not None
    assert run.state.name == "Failed"
    assert (
        run.state.message
        == f"every page of {inbox} was rejected: empty_file 1 (1 seen, 0 loaded, 0 unchanged, 1 rejected)"
    )
    assert run.run_count == 1


def test_parameters_are_checked_before_anything_runs(inbox: Path) -> None:
    with pytest.raises(Exception, match="workers"):
        ingest([str(inbox)], inbox.with_name("w.duckdb"), workers=0)
    assert not inbox.with_name("w.duckdb").exists()


def test_whoever_calls_the_flow_gets_the_error_of_one_line(tmp_path: Path) -> None:
    (tmp_path / "w.duckdb").write_text("not a warehouse", encoding="utf-8")
    with pytest.raises(RunFailedError, match="is not a DuckDB file"):
        ingest([str(tmp_path)], tmp_path / "w.duckdb")
