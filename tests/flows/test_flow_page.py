"""The text that a run leaves on its page: what it did, and how to look at it."""

from datetime import UTC, datetime
from pathlib import Path

from flows.flow_page import make_markdown
from warehouse.runs import PageCounts, Run, RunSummary

RUN = Run("0" * 16, "ingest", datetime(2024, 3, 1, tzinfo=UTC), None, "done", "1.0", PageCounts(3, 2, 0, 1))


def test_the_page_of_a_run_leads_to_the_report() -> None:
    told = make_markdown(RunSummary(RUN, (), (), (), (), ()), Path("/data/my news.duckdb"))
    assert "- **Pages**: 3 seen, 2 loaded, 0 unchanged, 1 rejected" in told
    assert "    onrecord report --warehouse '/data/my news.duckdb' --open" in told
