"""What a run tells while it works."""

from collections import Counter

import pytest

from flows.progress import PlainLines, Silent, current_reporter, open_reporter, report_to, tell


def test_counts_are_told_in_the_order_in_which_they_began() -> None:
    assert tell(Counter({"read": 1200, "rejected": 3})) == "1,200 read, 3 rejected"


def test_off_a_terminal_a_step_is_a_plain_line(capsys: pytest.CaptureFixture[str]) -> None:
    with open_reporter() as reporter:
        assert isinstance(reporter, PlainLines)
        reporter.step("reading pages")
        reporter.count("read", 7)
        reporter.step("finding quotes")
    assert capsys.readouterr().err.splitlines() == ["reading pages", "finding quotes: 7 read"]


def test_a_long_step_gives_a_sign_of_life(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    reporter = PlainLines()
    reporter.step("reading pages")
    monkeypatch.setattr("flows.progress.SECONDS_BETWEEN_LINES", 0.0)
    reporter.count("read")
    assert capsys.readouterr().err.splitlines() == ["reading pages", "reading pages: 1 read"]


def test_a_run_tells_the_reporter_of_its_command_and_otherwise_nobody() -> None:
    reporter = PlainLines()
    assert isinstance(current_reporter(), Silent)
    with report_to(reporter):
        assert current_reporter() is reporter
    assert isinstance(current_reporter(), Silent)
