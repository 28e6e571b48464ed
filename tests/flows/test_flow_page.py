"""The page of a flow run tells what it did and how to look at it; a Prefect server that goes away
in the middle takes no run with it.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from prefect.settings import PREFECT_API_URL, PREFECT_CLIENT_MAX_RETRIES, temporary_settings

from flows import on_server
from flows.flow_page import FlowPage, make_markdown
from flows.flow_run import tell_finish
from flows.on_server import NoServerError, run_on_server
from flows.order import Order
from flows.progress import Silent
from flows.verdict import Finish
from warehouse.runs import PageCounts, Run, RunSummary

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
RUN = Run("0" * 16, "ingest", NOON, None, "done", "1.0", PageCounts(3, 2, 0, 1))
NOBODY = "http://127.0.0.1:9/api"


class Listener(Silent):
    """Counts what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def count(self, outcome: str, pages: int = 1) -> None:
        self.told.append(f"{pages} {outcome}")


@pytest.fixture
def server_gone() -> Iterator[None]:
    with temporary_settings({PREFECT_API_URL: NOBODY, PREFECT_CLIENT_MAX_RETRIES: 0}):
        yield


@pytest.mark.filterwarnings("ignore:Artifact creation outside")  # of a run: there is none here
@pytest.mark.usefixtures("server_gone")
def test_a_server_that_went_away_is_not_told_and_the_run_goes_on() -> None:
    listener = Listener()
    page = FlowPage(listener)
    page.begin_batch(1, pages=2)
    page.count("read", 2)
    page.end_batch()
    assert listener.told == ["2 read"]


@pytest.mark.parametrize("is_published", [True, False])
def test_a_run_stands_that_was_published_before_the_server_went_away(
    is_published: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish = Finish(RunSummary(RUN, (), (), (), (), ()))

    def lose_server(_: Order) -> Finish:
        if is_published:
            tell_finish(finish)
        raise httpx.ConnectError("Connection refused")

    monkeypatch.setenv("PREFECT_API_URL", NOBODY)
    monkeypatch.setattr(on_server, "require_server", lambda _: None)
    monkeypatch.setattr(on_server, "run_flow", lose_server)
    if is_published:
        assert run_on_server(Order(("inbox",))) is finish
    else:
        with pytest.raises(NoServerError, match="the warehouse is as it was"):
            run_on_server(Order(("inbox",)))


def test_the_page_of_a_run_leads_to_the_report() -> None:
    told = make_markdown(RunSummary(RUN, (), (), (), (), ()), Path("/data/my news.duckdb"))
    assert "- **Pages**: 3 seen, 2 loaded, 0 unchanged, 1 rejected" in told
    assert "    onrecord report --warehouse '/data/my news.duckdb' --open" in told
