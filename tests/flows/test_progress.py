"""What a run tells while it works."""

from collections import Counter

import pytest

from flows.pace import Pace, tell_seconds
from flows.progress import (
    LiveLine,
    PlainLines,
    Silent,
    current_reporter,
    open_reporter,
    report_to,
    tell,
)


def test_counts_are_told_in_the_order_in_which_they_began() -> None:
    assert tell(Counter({"read": 1200, "rejected": 3})) == "1,200 read, 3 rejected"


def test_off_a_terminal_a_step_is_a_plain_line(capsys: pytest.CaptureFixture[str]) -> None:
    with open_reporter() as reporter:
        assert isinstance(reporter, PlainLines)
        reporter.step("reading pages")
        reporter.count("read", 7)
        reporter.step("finding quotes")
    assert capsys.readouterr().err.splitlines() == ["reading pages", "finding quotes: 7 read"]


def test_a_long_step_gives_a_sign_of_life(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
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


def test_a_batch_tells_its_speed_and_the_time_left() -> None:
    now = [0.0]
    pace = Pace(120, number=2, clock=lambda: now[0])
    assert (pace.share, pace.tell()) == (0.0, "")
    pace.count("unchanged", 20)
    now[0] = 10.0
    pace.count("read", 50)
    pace.count("analysed", 7)
    assert pace.tell() == ""  # too few to guess from
    pace.count("analysed", 1)
    pace.count("rejected", 2)
    assert pace.tell() == "1.0 pages a second, 1 min 30 s left in batch 2"
    assert pace.share == 0.1


def test_without_a_batch_nothing_is_guessed() -> None:
    pace = Pace()
    pace.count("loaded", 3)
    assert (pace.share, pace.tell()) == (0.0, "")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "0 s"), (59.6, "1 min 0 s"), (80, "1 min 20 s"), (7300, "2 h 1 min")],
)
def test_a_time_is_told_as_people_say_it(seconds: float, words: str) -> None:
    assert tell_seconds(seconds) == words


def test_on_a_terminal_the_line_has_a_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    with open_reporter() as reporter:
        assert isinstance(reporter, LiveLine)
        reporter.begin_batch(1, 10)
        reporter.step("reading pages")
        reporter.count("analysed", 5)
        assert reporter.live.tasks[0].percentage == 50.0
        reporter.end_batch()
        assert reporter.live.tasks[0].total is None
    assert "reading pages" in capsys.readouterr().err
