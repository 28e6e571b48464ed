"""The numbers of the flow and of the command: what is enough is taken, what is not is left, and
either fails where the number is doubled or halved.
"""

import resource
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from itertools import repeat
from pathlib import Path
from types import SimpleNamespace

import pyarrow as pa
import pytest
from rich.console import Console

from flows import (
    course,
    flow_page,
    on_server,
    pace,
    progress,
    tasks,
    turn,
    verdict,
    work,
    workers,
)
from flows.commands import explain, explained, explore, summary, tables
from flows.commands.show import Wanted
from flows.elsewhere import reader, work_pool
from flows.elsewhere.crew import PartLostError
from flows.explorer import answers
from flows.flow_page import FlowPage
from flows.order import Order
from flows.pace import Pace
from flows.progress import PlainLines
from flows.sources import web
from flows.verdict import WEB, Tally
from flows.work import Work
from tests.articles import make_findings
from tests.numbers import Number
from transforms.explanation import Candidate, Explained
from transforms.quotes.trace import Trace
from transforms.records import DroppedLine, Reject
from warehouse.runs import Run, RunSummary

DOCS = Path(__file__).parents[2] / "docs"
GOOD = make_findings()
REJECT = Reject("a.html", "read", "empty_file")


# the command


def is_line_whole(words: int) -> bool:
    quote = replace(GOOD.quotes[0], char_start=0)
    document = replace(GOOD.article.document, text="tide " * words)
    return dict(explained.tell_line(quote, document))["line"].endswith("tide")


def explain_one(words: str = "tide", candidates: int = 0) -> Explained:
    """A quote of these words, and so many whom its pronoun may mean."""
    trace = Trace(replace(GOOD.quotes[0], text=words), None, ())
    return Explained(trace, None, "", (Candidate("Quill", 1.0, (), is_chosen=False),) * candidates)


def is_summary_whole(words: int) -> bool:
    return "…" not in dict(explained.summarise(explain_one("tide " * words))).popitem()[1]


def are_all_told(candidates: int) -> bool:
    return len(list(explained.tell_speaker(explain_one(candidates=candidates)))) == 1 + candidates


def is_dropped_line_whole(characters: int) -> bool:
    table = explain._lines_table((DroppedLine("x" * characters, "wall"),))
    return len(str(next(iter(table.columns[1].cells)))) == characters


def is_record_whole(characters: int) -> bool:
    return "more" not in tables.draw_value("text", "x" * characters, 10, 80)[-1]


def is_never_cut(characters: int) -> bool:
    """Whether a word of so many letters keeps its room."""
    return tables.make_column("word", ["x" * characters]).least == characters


def is_head_whole(characters: int) -> bool:
    return tables.make_column("x" * characters, [1]).least == characters


def has_share(columns: int) -> bool:
    """Whether the longest text gets so many columns of a screen of a hundred."""
    long = tables.make_column("text", ["x" * 200])
    return tables.find_room([long], 100)[0] >= columns


def is_line_of_a_pipe(characters: int) -> bool:
    """Whether a line of the summary of so many characters stays one where nobody looks on."""
    pipe = Console(file=StringIO())
    run = Run("0" * 16, "ingest", datetime(2024, 3, 1, tzinfo=UTC), None, "done", "1.0", None)
    rejects = (("x" * characters, 1),)
    told = RunSummary(run, rejects, (), (), (), ())
    summary.print_summary(told, Path("w.duckdb"), pipe)
    return "x" * characters in pipe.file.getvalue()


def are_all_rows(count: int) -> bool:
    return "first" not in answers.count_rows(count)


# the flow


def is_guessed_after(pages: int, seconds: float = 60.0) -> bool:
    """Whether it is told how long a batch takes, after so many pages and seconds."""
    course = Pace(100, clock=iter([0.0, *repeat(seconds, 9)]).__next__)
    course.count("analysed", pages)
    return bool(course.tell())


def is_guessed_in(seconds: float) -> bool:
    return is_guessed_after(50, seconds)


class Shown(FlowPage):
    """Notes what it would show."""

    shown = 0

    def _show(self, percent: float) -> None:
        self.shown += 1


def is_shown_after(seconds: float) -> bool:
    page = Shown(PlainLines())
    page._said_at = time.monotonic() - seconds
    page.count("read")
    return page.shown == 1


class Lines(PlainLines):
    """Notes what it would say."""

    said = 0

    def _say(self, pace: str = "") -> None:
        self.said += 1


def is_said_after(seconds: float) -> bool:
    lines = Lines()
    lines._said_at = time.monotonic() - seconds
    lines.count("read")
    return lines.said == 1


def is_barren(pages: int) -> bool:
    """Whether it is no chance that so many pages of the web were no articles."""
    return verdict.is_web_barren(Tally({}, (), {"https://wire.example"}, Counter({WEB: pages})))


def is_one_portion(pages: int) -> bool:
    return len(list(work.portion_out(repeat(REJECT, pages)))) == 1


def is_one_portion_of(characters: int) -> bool:
    """Whether three articles of so many characters are loaded together."""
    document = replace(GOOD.article.document, text="x" * characters)
    found = replace(GOOD, article=replace(GOOD.article, document=document))
    return len(list(work.portion_out([found] * 3))) == 1


class Crew:
    """Takes parts, loses each so often, and is done with them."""

    def __init__(self, losses: int) -> None:
        self.losses, self.out, self.most_out = losses, [], 0

    def submit(self, number: int) -> None:
        self.out.append(number)
        self.most_out = max(self.most_out, len(self.out))

    def take(self, *, is_patient: bool) -> tuple[int, BaseException | None] | None:
        if not is_patient:
            return None
        self.losses -= 1
        return self.out.pop(0), (OSError("lost") if self.losses >= 0 else None)


class NoPlace:
    """Holds nothing: what is read of a part is nothing."""

    def write(self, *_: object) -> None: ...
    def read(self, *_: object) -> Sequence[object]:
        return ()

    def drop(self, *_: object) -> None: ...


def is_read_elsewhere(losses: int) -> bool:
    """Whether a part comes back that was lost so often."""
    try:
        works = [Work(1, 1, (REJECT,))]
        return len(list(reader.read_elsewhere(Crew(losses), NoPlace(), works, is_kept=True))) == 1
    except PartLostError:
        return False


def are_all_out(parts: int) -> bool:
    """Whether so many parts are handed out before one has to come back."""
    crew, works = Crew(0), (Work(number, 1, (REJECT,)) for number in range(parts))
    assert len(list(reader.read_elsewhere(crew, NoPlace(), works, is_kept=True))) == parts
    return crew.most_out == parts


def may_use(seconds: int) -> bool:
    """Whether a worker may use so many seconds for one page."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    try:
        workers.allow_one_piece()
        limit = resource.getrlimit(resource.RLIMIT_CPU)[0]
    finally:
        workers.lift_limit()
    return limit >= used.ru_utime + used.ru_stime + seconds


# how long something is waited for: the waiting itself is noted, and nobody waits


class NotedError(Exception):
    """What was asked for, instead of doing it."""

    def __init__(self, *_: object, **asked: object) -> None:
        self.asked = asked


def note(*given: object, **asked: object) -> None:
    raise NotedError(*given, **asked)


def ask(owner: object, name: str, call: Callable[[], object]) -> dict[str, object]:
    """What the call asks a function of, by name."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, name, note)
        try:
            call()
        except NotedError as noted:
            return noted.asked
    return {}


def take_turn() -> dict[str, object]:
    order = Order(("pages",), Path("w.duckdb"))
    return ask(turn, "concurrency", turn.take_turn(order).__enter__)


def waits_for_turn(seconds: int) -> bool:
    return take_turn()["timeout_seconds"] >= seconds


def holds_turn(seconds: int) -> bool:
    """Whether a run that was killed may hold its turn for so long."""
    return take_turn()["lease_duration"] >= seconds


def waits_for_server(seconds: int) -> bool:
    asked = ask(on_server, "urlopen", lambda: on_server.require_server("http://127.0.0.1:9"))
    return asked["timeout"] >= seconds


class Pool:
    """Takes no work, and says for how long it would have."""

    schedule = staticmethod(note)


def may_stall(seconds: int) -> bool:
    """Whether one of two pieces may take so long."""
    idle = workers.WorkerPool.__new__(workers.WorkerPool)
    idle._pool = Pool()
    asked = ask(workers, "_run_chunk", lambda: idle._schedule(len, ["a", "b"]))
    return asked["timeout"] >= 2 * seconds


class Looks(work_pool.PoolCrew):
    """A crew that is done at the second look."""

    def __init__(self) -> None:
        self._done, self.looks = deque(), 0

    def _look(self) -> None:
        self.looks += 1
        if self.looks > 1:
            self._done.append((1, None))


def is_left_alone(seconds: float) -> bool:
    """Whether the server is not asked again for so long."""
    slept: list[float] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(work_pool.time, "sleep", slept.append)
        Looks().take(is_patient=True)
    return slept[0] >= seconds


def is_one_batch(pages: int) -> bool:
    order, seen = Order(("pages",), Path("w.duckdb")), []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(course, "list_arrivals", lambda *_: iter(()))
        patch.setattr(course, "plan_work", lambda _run, _arrivals, size: seen.append(size))
        course.list_work(None, order)
    return seen[0] >= pages


def are_rejects_shown(count: int) -> bool:
    """Whether so many are asked for, for the page of a flow run."""
    seen: list[int] = []
    run = SimpleNamespace(build=SimpleNamespace(connection=None, path=Path("w.duckdb")), run_id="")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tasks, "read_rejects", lambda *asked: seen.append(asked[-1]))
        for written in ("announce_falls", "write_artifacts"):
            patch.setattr(flow_page, written, lambda *_: None)
        tasks.leave_artifacts(run, None)
    return seen[0] >= count


def is_asked_ahead(waiting: int) -> bool:
    """Whether a site is asked for more while so many outcomes wait to be taken."""
    fetcher = SimpleNamespace(
        manners=SimpleNamespace(hosts_at_once=10_000), stopped=threading.Event()
    )
    tour = web.Tour(fetcher, None, None, None, False, None)
    tour.ready.append("harbour.example")
    tour.waiting["harbour.example"] = deque([None])
    for _ in range(waiting):
        tour.outcomes.put(None)
    tour.start(SimpleNamespace(submit=lambda *_: None))
    return not tour.ready


CASES = [
    Number(turn, "ANSWER_SECONDS", waits_for_turn, 5, 6),
    Number(turn, "LEASE_SECONDS", holds_turn, 60, 61),
    Number(on_server, "ANSWER_SECONDS", waits_for_server, 10, 11),
    Number(workers, "STALLED_SECONDS", may_stall, 60, 61),
    Number(work_pool, "SECONDS_BETWEEN_LOOKS", is_left_alone, 1.0, 1.1),
    Number(course, "PAGES_A_BATCH", is_one_batch, 1_000, 1_001),
    Number(tasks, "REJECTS_SHOWN", are_rejects_shown, 500, 501),
    Number(web, "AHEAD", is_asked_ahead, 199, 200),
    Number(explained, "WIDTH_OF_QUOTE", is_line_whole, 60, 61),
    Number(explained, "WIDTH_OF_RIVAL", is_summary_whole, 20, 21),
    Number(explained, "MOST_CANDIDATES", are_all_told, 6, 7),
    Number(explain, "WIDTH_OF_LINE", is_dropped_line_whole, 400, 401),
    Number(tables, "LONGEST_IN_RECORD", is_record_whole, 2000, 2001),
    Number(summary, "WIDE", is_line_of_a_pipe, 9985, 9986),
    Number(tables, "NARROWEST", is_never_cut, 16, 17),
    Number(tables, "SHORTEST_HEAD", is_head_whole, 12, 13),
    Number(tables, "SHARE_OF_LONGEST", has_share, 38, 39),
    Number(answers, "MOST_ROWS", are_all_rows, 10000, 10001),
    Number(pace, "PAGES_BEFORE_A_GUESS", is_guessed_after, 8, 7),
    Number(pace, "SECONDS_BEFORE_A_GUESS", is_guessed_in, 3.0, 1.5),
    Number(flow_page, "SECONDS_BETWEEN_UPDATES", is_shown_after, 8.0, 3.0),
    Number(progress, "SECONDS_BETWEEN_LINES", is_said_after, 15.0, 7.0),
    Number(verdict, "FEW_PAGES", is_barren, 6, 5),
    Number(work, "PORTION_PAGES", is_one_portion, 1000, 1001),
    Number(work, "PORTION_CHARACTERS", is_one_portion_of, 7999999, 8000000),
    Number(reader, "MOST_TRIES", is_read_elsewhere, 2, 3),
    Number(reader, "MOST_OUT", are_all_out, 64, 65),
    Number(workers, "CPU_SECONDS", may_use, 10, 11),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


def test_a_screen_ends_after_a_thousand_rows_unless_it_was_said_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert Wanted("table", None, None, is_raw=False).most_rows == 1_000
    assert Wanted("table", 0, None, is_raw=False).most_rows is None


def test_a_table_of_the_explorer_has_pages_of_25_rows() -> None:
    from flows.explorer.widgets import make_table

    assert make_table(pa.table({"number": list(range(40))}))._component_args["page-size"] == 25


def test_the_explorer_listens_where_the_docs_say_and_shows_as_many_rows() -> None:
    told = (DOCS / "explore.md").read_text(encoding="utf-8")
    assert f"http://127.0.0.1:{explore.PORT}" in told
    assert f"an answer has {answers.MOST_ROWS:,} rows at most" in told
