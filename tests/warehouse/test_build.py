"""The warehouse file is always whole: whatever happens to a run, and whoever reads meanwhile."""

import errno
import os
import resource
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock

from tests.articles import make_findings
from transforms.records import Batch
from warehouse.build import open_build
from warehouse.connect import REBUILD, connect, tell_how_to_write
from warehouse.errors import (
    DamagedWarehouseError,
    DiskFullError,
    ForeignDatabaseError,
    NewerSchemaError,
    WarehouseError,
    WarehouseLockedError,
)
from warehouse.load import load_batch
from warehouse.query import run_query

COUNT = "select count(*)::integer as count from core.article"


def publish_article(path: Path, name: str) -> None:
    with open_build(path) as build:
        load_batch(
            build.connection,
            Batch((make_findings(url=f"https://harbour-post.example/{name}"),)),
            name,
        )
        build.publish()


def count_articles(path: Path) -> int:
    return run_query(path, COUNT).to_pylist()[0]["count"]


def test_what_is_published_is_read_and_added_to(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.duckdb"
    publish_article(path, "one")
    publish_article(path, "two")
    assert count_articles(path) == 2
    assert {file.name for file in path.parent.iterdir()} <= {
        "onrecord.duckdb",
        "onrecord.duckdb.lock",
    }


def test_a_folder_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match=r"there is no folder .*slip of the pen"):
        publish_article(tmp_path / "slip of the pen" / "onrecord.duckdb", "one")
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_the_warehouse_stays_a_link_and_permissions_stay_as_they_were(path: Path) -> None:
    path.chmod(0o640)
    link = path.with_name("link.duckdb")
    link.symlink_to(path)
    publish_article(link, "two")
    assert link.is_symlink()
    assert count_articles(path) == 2
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_build_that_is_not_published_is_not_seen(path: Path) -> None:
    with open_build(path) as build:
        load_batch(
            build.connection, Batch((make_findings(url="https://harbour-post.example/two"),)), "two"
        )
        assert count_articles(path) == 1
    assert count_articles(path) == 1


READER = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=True)
for line in sys.stdin:
    print(connection.execute(line).fetchall()[0][0], flush=True)
"""


def test_a_reader_that_holds_the_file_open_is_not_disturbed_by_publishing(path: Path) -> None:
    command = [sys.executable, "-c", READER, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdin and reader.stdout

        def ask() -> str:
            print(COUNT, file=reader.stdin, flush=True)
            return reader.stdout.readline().strip()

        assert ask() == "1"
        publish_article(path, "two")
        assert ask() == "1"  # the state that it opened
        reader.stdin.close()
    assert count_articles(path) == 2


KILLED_RUN = """
import os, signal, sys
from pathlib import Path
sys.path.append(sys.argv[3])
from tests.articles import make_findings
from transforms.records import Batch
from warehouse.build import open_build
from warehouse.connect import connect
from warehouse.load import load_batch
with open_build(Path(sys.argv[1])) as build:
    load_batch(build.connection, Batch((make_findings(url="https://harbour-post.example/two"),)), "killed")
    if sys.argv[2] == "in a transaction":
        build.connection.execute("begin")
        build.connection.execute("delete from core.article")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("moment", ["between batches", "in a transaction"])
def test_a_killed_run_leaves_the_published_file_whole_and_the_next_takes_up_its_work(
    path: Path, moment: str
) -> None:
    before = path.read_bytes()
    tests = str(Path(__file__).parents[1])
    killed = subprocess.run(
        [sys.executable, "-c", KILLED_RUN, str(path), moment, tests], check=False
    )
    assert killed.returncode == -9
    assert path.read_bytes() == before
    with open_build(path) as build:
        assert build.connection.execute(COUNT).fetchall() == [(2,)]
        build.publish()
    assert count_articles(path) == 2


def test_a_build_file_that_began_from_another_state_is_discarded(path: Path) -> None:
    with open_build(path) as build:
        load_batch(
            build.connection,
            Batch((make_findings(url="https://harbour-post.example/lost"),)),
            "lost",
        )
    path.write_bytes(path.read_bytes())  # a copy put back, as from a backup
    with open_build(path) as build:
        assert build.connection.execute(COUNT).fetchall() == [(1,)]


def test_a_broken_build_file_is_discarded(path: Path) -> None:
    path.with_name("onrecord.duckdb.build").write_bytes(b"half a copy")
    publish_article(path, "two")
    assert count_articles(path) == 2


def test_a_journal_left_beside_the_published_file_is_not_replayed_on_the_new_one(
    path: Path,
) -> None:
    writer = "import duckdb, os, sys; c = duckdb.connect(sys.argv[1]); c.execute('create table note (word varchar)'); os._exit(0)"
    subprocess.run([sys.executable, "-c", writer, str(path)], check=True)
    assert path.with_name("onrecord.duckdb.wal").exists()
    publish_article(path, "two")
    assert run_query(path, "select count(*)::integer as count from note").to_pylist() == [
        {"count": 0}
    ]
    assert count_articles(path) == 2


def expect_refusal(path: Path, error: type[WarehouseError], words: str) -> None:
    """Opening fails in one line that holds these words, and the file stays as it is."""
    before = path.read_bytes()
    with pytest.raises(error, match=words) as raised, open_build(path):
        pass
    assert "\n" not in str(raised.value)
    assert str(path) in str(raised.value)
    assert path.read_bytes() == before


def test_a_second_run_is_told_of_the_first(path: Path) -> None:
    with FileLock(f"{path}.lock"):
        expect_refusal(path, WarehouseLockedError, "another run is writing")


def test_a_program_that_writes_to_the_published_file_is_named(path: Path) -> None:
    with subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()",
            str(path),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdin and writer.stdout
        assert writer.stdout.readline() == "open\n"
        expect_refusal(path, WarehouseLockedError, "open for writing in another program")
        writer.stdin.close()


def test_a_newer_schema_is_left_alone(path: Path) -> None:
    with duckdb.connect(path) as connection:
        connection.execute("insert into ops.schema_version values (999, 'from the future')")
    expect_refusal(path, NewerSchemaError, "schema version 999.*upgrade On Record")


@pytest.mark.parametrize(
    "content",
    [b"", b"not a database", b"<html></html>" * 5000],
    ids=["empty", "words", "a web page"],
)
def test_a_file_that_is_no_warehouse_is_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    expect_refusal(path, DamagedWarehouseError, "not a DuckDB file or is damaged")


def test_a_truncated_file_is_left_alone(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20000])
    expect_refusal(path, DamagedWarehouseError, "damaged")


def test_a_file_damaged_behind_its_head_is_left_alone(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:20000] + bytes(len(content) - 20000))
    expect_refusal(path, DamagedWarehouseError, "damaged: restore a copy")


@pytest.mark.parametrize("table", ["main.customer", "core.article", "ops.schema_version"])
def test_a_database_of_something_else_is_left_alone(tmp_path: Path, table: str) -> None:
    path = tmp_path / "sales.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute(f"create schema if not exists {table.partition('.')[0]}")
        connection.execute(f"create table {table} (version integer)")
    expect_refusal(path, ForeignDatabaseError, "not of On Record: name another file")


def test_a_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with (
        pytest.raises(WarehouseError, match=r"cannot write in .*: name another file"),
        open_build(tmp_path / "file" / "onrecord.duckdb"),
    ):
        pass


def test_an_error_of_the_run_is_not_taken_for_one_of_the_lock(path: Path) -> None:
    with pytest.raises(PermissionError, match="elsewhere"), open_build(path):
        raise PermissionError("elsewhere")


def test_the_file_can_be_read_by_duckdb_1(path: Path) -> None:
    with duckdb.connect(path, read_only=True) as connection:
        tags = connection.execute(
            "select tags['storage_version'] from duckdb_databases() where not internal"
        ).fetchall()
    assert tags == [("v1.5.0+",)]


def test_a_full_disk_is_told_and_leaves_no_half_copy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(_source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = path.read_bytes()
    monkeypatch.setattr("warehouse.build.shutil.copyfile", fill)
    with pytest.raises(WarehouseError, match="make room"), open_build(path):
        pass
    assert path.read_bytes() == before
    assert not path.with_name(f"{path.name}.build").exists()


@pytest.mark.parametrize("room", [4_000, 300_000, 2_000_000])
def test_a_full_disk_is_named_and_leaves_the_warehouse_as_it_was(path: Path, room: int) -> None:
    before = path.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    # the system says that a file is too large where a disk would be full
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
    try:
        with pytest.raises(DiskFullError, match="the disk is full"), open_build(path) as build:
            build.connection.execute(
                "create table ops.ballast as select md5(i::varchar) as words from range(1_000_000) as t (i)"
            )
            build.publish()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == before


def test_rows_with_a_key_can_come_and_go_day_after_day(tmp_path: Path) -> None:
    path = tmp_path / "days.duckdb"
    for day in range(12):
        with open_build(path) as build:
            build.connection.execute(
                "delete from core.outlet where hash(outlet_id) % 5 = ?", [day % 5]
            )
            build.connection.execute(
                "insert or replace into core.outlet by name select "
                "printf('%016d', n) as outlet_id, ? as name from range(?, ?) as step (n)",
                [f"day {day}", 400 * day, 400 * day + 600],
            )
            build.publish()
    with connect(path) as connection:
        rows = connection.execute("select outlet_id, name from core.outlet").fetchall()
        assert len(dict(rows)) == len(rows)
        for outlet_id, name in rows[::97]:
            query = "select name from core.outlet where outlet_id = ?"
            assert connection.execute(query, [outlet_id]).fetchall() == [(name,)]
        with pytest.raises(duckdb.ConstraintException):
            connection.execute("insert into core.outlet from core.outlet limit 1")


def test_what_comes_to_a_table_with_a_key_is_written_by_itself(tmp_path: Path) -> None:
    """Rows that are there already are not written anew, but by a DuckDB that cannot leave them."""
    path = tmp_path / "days.duckdb"
    for day in range(2):
        with open_build(path) as build:
            build.connection.execute(
                "insert into core.outlet by name select "
                "printf('%016d', n) as outlet_id, 'Harbour Post' as name "
                "from range(?, ?) as step (n)",
                [3000 * day, 3000 * day + 3000 - 2900 * day],
            )
            build.publish()
    with connect(path, read_only=True) as connection:
        query = "select count(distinct row_group_id) from pragma_storage_info('core.outlet')"
        portions = 2 if REBUILD in tell_how_to_write() else 1
        assert connection.execute(query).fetchall() == [(portions,)]
