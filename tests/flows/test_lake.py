"""A lake holds what a file holds, row for row, whether its catalogue is a file or a database and
its rows lie in a folder or an object store; several load it side by side, and readers see what was
published.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from bench.same import attach, compare
from flows.cli import onrecord
from flows.course import run_ingest
from flows.order import Order, Reading
from flows.verdict import Finish
from tests.flows.conftest import list_differences
from tests.flows.stores import open_object_store, open_postgres
from warehouse.build import open_build
from warehouse.errors import WarehouseError, WarehouseLockedError
from warehouse.extensions import find_extension, load_extension
from warehouse.lake import Lake, is_missing, parse_warehouse, spell, words_of
from warehouse.lake import attach as attach_lake
from warehouse.object_store import open_store
from warehouse.postgres import hold_turn, open_turns
from warehouse.query import run_query
from warehouse.sandbox import open_sandbox

PASSWORD = "of-the-press-4711"
NOBODY_THERE = "ducklake:postgres:dbname=news host=127.0.0.1 port=1 user=press"
KEY = "key-of-the-store-4712"


@pytest.fixture(scope="module")
def parts(piers_read: Path) -> Path:
    """What was read of the piers, in two parts, so that nobody need read them again."""
    (run,) = piers_read.with_name("parts").iterdir()
    return run


@pytest.fixture(scope="module")
def lake(parts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lake with a catalogue of SQLite into which they are loaded, one of them twice."""
    lake = Lake(tmp_path_factory.mktemp("lake") / "news.sqlite")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("ONRECORD_LAKE_DATA", raising=False)
        load(lake, halve(parts, 1, tmp_path_factory.mktemp("first")))
        load(lake, parts)
    return lake


@pytest.fixture(scope="module")
def shared_lake(parts: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The lake with a catalogue of PostgreSQL and its rows in an object store that two runs on half
    of the parts each have loaded at the same time.
    """
    halves = [halve(parts, number, tmp_path_factory.mktemp("half")) for number in (1, 2)]
    here = tmp_path_factory.mktemp("here")
    with (
        open_postgres(PASSWORD) as port,
        open_object_store("press") as store,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.chdir(here)
        patch.setenv("PGPASSWORD", PASSWORD)
        patch.setenv("AWS_ACCESS_KEY_ID", "press")
        patch.setenv("AWS_SECRET_ACCESS_KEY", KEY)
        patch.setenv("AWS_REGION", "eu-central-1")
        patch.setenv("AWS_ENDPOINT_URL", store)
        patch.setenv("ONRECORD_LAKE_DATA", "s3://press/lake")
        found = f"host=127.0.0.1 port={port} user=press dbname=press"
        lake = parse_warehouse(f"ducklake:postgres:{found}")
        with ThreadPoolExecutor(2) as both:
            loaded = list(both.map(load, (lake, lake), halves))
        assert sum(finish.summary.run.pages.loaded for finish in loaded) == 7
        yield lake


def load(lake: Path, parts: Path) -> Finish:
    return run_ingest(Order((str(parts),), lake, workers=1, reading=Reading(taken_up="findings")))


def halve(parts: Path, number: int, folder: Path) -> Path:
    for file in parts.glob(f"{number:06}.*"):
        shutil.copy(file, folder)
    return folder


def test_a_lake_holds_what_a_file_holds_whatever_was_loaded_before(
    lake: Path, piers_read: Path
) -> None:
    assert list_differences(piers_read, lake) == []


def test_what_two_load_into_a_lake_side_by_side_is_what_one_loads_into_a_file(
    shared_lake: Path, piers_read: Path
) -> None:
    named = spell(shared_lake)
    assert list_differences(piers_read, named) == []
    with attach(str(piers_read), named) as connection:
        across = ("article_pair", "story", "story_article", "utterance", "utterance_member")
        assert [each.table for each in compare(connection, across, 3) if not each.is_none] == []


def test_readers_are_on_what_was_published_whatever_has_been_committed_since(
    shared_lake: Path,
) -> None:
    count = "select count(*) as articles from core.article"
    with open_build(shared_lake) as build:
        build.connection.execute(
            "insert into core.article by name select * replace ('new' as article_id) from core.article limit 1"
        )
        assert run_query(shared_lake, count).to_pylist() == [{"articles": 7}]
        build.publish()
    assert run_query(shared_lake, count).to_pylist() == [{"articles": 8}]
    with open_build(shared_lake) as build:
        build.connection.execute("delete from core.article where article_id = 'new'")
        build.publish()
    assert run_query(shared_lake, count).to_pylist() == [{"articles": 7}]


@pytest.mark.parametrize("which", ["lake", "shared_lake"])
def test_a_question_to_a_lake_reaches_its_rows_and_nothing_else(
    which: str, request: pytest.FixtureRequest
) -> None:
    with open_sandbox(request.getfixturevalue(which)) as connection:
        assert connection.execute("select count(*) from article").fetchall() == [(7,)]
        for statement in (
            "from read_text('/etc/hostname')",
            "from read_text('s3://press/other')",
            "set enable_external_access = true",
        ):
            with pytest.raises(duckdb.Error, match=r"(?i)disabled|locked|cannot change"):
                connection.execute(statement)


def test_commands_read_a_lake_as_they_read_a_file_and_tell_no_secret(shared_lake: Path) -> None:
    named = ("--warehouse", spell(shared_lake))
    told = ""
    for words in ("share_of_speech", "select * from duckdb_databases(), duckdb_secrets(), ops.run"):
        answer = CliRunner().invoke(onrecord, ["sql", words, *named], catch_exceptions=False)
        assert answer.exit_code == 0, answer.output
        told += answer.output
    assert "Ines Duarte" in told
    assert "host=127.0.0.1" in told
    assert PASSWORD not in told
    assert KEY not in told


def test_who_writes_from_another_machine_waits_for_his_turn(shared_lake: Path) -> None:
    words, waits = words_of(shared_lake) or "", list[bool]()
    with (
        open_turns(words, "one") as one,
        open_turns(words, "other") as other,
        hold_turn(one, "one"),
        pytest.raises(WarehouseLockedError, match="another run is writing other after"),
        hold_turn(other, "other", 0.3, lambda: waits.append(True)),
    ):
        pass
    assert waits == [True]
    with open_turns(words, "next") as free, hold_turn(free, "next", 0):  # it went with who held it
        pass


@pytest.mark.parametrize("is_reader", [True, False])
def test_who_is_kept_out_of_a_catalogue_that_is_a_file_waits_two_minutes(
    lake: Path, is_reader: bool
) -> None:
    with attach_lake(lake, read_only=is_reader) as connection:
        waits = "select options['meta_busy_timeout'] from duckdb_databases() where database_name = 'lake'"
        assert connection.execute(waits).fetchall() == [("120000",)]  # milliseconds


def test_a_database_that_does_not_answer_is_told_in_one_line() -> None:
    with pytest.raises(WarehouseError, match=r"cannot be opened: .*Connection refused$") as raised:
        run_query(parse_warehouse(NOBODY_THERE), "from quote")
    assert "\n" not in str(raised.value)


def test_a_store_can_be_opened_whatever_its_keys_hold_and_shows_them_to_nobody() -> None:
    connection = duckdb.connect()
    open_store(connection, {"AWS_ACCESS_KEY_ID": "o'press", "AWS_SECRET_ACCESS_KEY": "hu'sh"})
    shown = str(connection.execute("from duckdb_secrets()").fetchall())
    assert "o'press" in shown
    assert "hu'sh" not in shown


@pytest.mark.parametrize(
    ("catalogue", "is_there"),
    [
        ("ducklake:sqlite:no_such_lake.sqlite", False),
        ("ducklake:sqlite:empty.sqlite", False),
        ("ducklake:sqlite:page.html", True),
    ],
)
def test_a_lake_that_is_not_there_is_told_from_one_that_cannot_be_read(
    catalogue: str, is_there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with sqlite3.connect("empty.sqlite") as database:
        database.execute("create table page (page_id)")
    Path("page.html").write_text("<p>The quay is shut. " * 99)
    with duckdb.connect() as connection:
        for name in ("ducklake", "sqlite_scanner"):
            load_extension(connection, name)
        with pytest.raises(duckdb.Error) as told:
            connection.execute(f"attach '{catalogue}' as lake (read_only)")
    assert is_missing(told.value) is not is_there


def test_an_extension_that_is_not_installed_is_told_with_what_installs_it() -> None:
    assert find_extension("sqlite_scanner").is_file()
    with pytest.raises(WarehouseError, match="lakes are not installed: pip install"):
        find_extension("no_such_extension")
