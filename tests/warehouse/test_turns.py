"""A second file that holds the same as the published one, made without copying the whole: only
where nobody can notice.
"""

import os
import random
from pathlib import Path

import duckdb
import pytest

from warehouse import turns
from warehouse.turns import copy_file, is_free, keep_spare


@pytest.fixture(autouse=True)
def _every_file_is_worth_a_spare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "WORTH_A_SPARE", 0)
    # or a file system that clones would need no spare
    monkeypatch.setattr(turns, "clone", lambda source, target: False)


def write(path: Path, step: int) -> None:
    """A few thousand rows more, some less, some changed."""
    with duckdb.connect(
        str(path), config={"storage_compatibility_version": "v1.5.0"}
    ) as connection:
        connection.execute(
            "create table if not exists quote (id bigint primary key, words varchar)"
        )
        connection.execute(
            "insert into quote select i, md5(i::varchar) || repeat('x', i % 50) from range(?, ?) r (i)",
            [step * 9000, step * 9000 + 9000],
        )
        connection.execute("delete from quote where id % 97 = ?", [step])
        connection.execute("update quote set words = 'amended' where id = ?", [step * 4500])
        connection.execute("checkpoint")


def publish(path: Path, step: int) -> bytes:
    """One run: the build file, what it writes, and the published file as it was before."""
    build, spare = path.with_suffix(".build"), path.with_suffix(".spare")
    copy_file(path, build, spare)
    before = path.read_bytes()
    assert build.read_bytes() == before
    write(build, step)
    keep_spare(path, spare)
    build.replace(path)
    return before


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write(tmp_path / "onrecord.duckdb", 0)
    return tmp_path / "onrecord.duckdb"


def test_two_files_take_turns_and_each_begins_as_the_other_ended(path: Path) -> None:
    for step in range(1, 9):
        publish(path, step)
    first, second = path.stat().st_ino, path.with_suffix(".spare").stat().st_ino
    publish(path, 9)
    assert (path.stat().st_ino, path.with_suffix(".spare").stat().st_ino) == (second, first)


def test_only_the_blocks_that_differ_are_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for step in range(1, 20):
        publish(path, step)
    copied: list[int] = []
    monkeypatch.setattr(turns, "copy_bytes", lambda old, new, start, length: copied.append(start))
    copy_file(path, path.with_suffix(".build"), path.with_suffix(".spare"))
    assert 0 < len(copied) < path.stat().st_size / turns.BLOCK * 0.75


def test_a_reader_keeps_what_it_opened_however_many_runs_there_are(path: Path) -> None:
    with duckdb.connect(str(path), read_only=True) as reader:
        before = reader.execute("select count(*) from quote").fetchall()
        for step in range(1, 4):
            publish(path, step)
        assert reader.execute("select count(*), count(words) from quote").fetchall() == [
            before[0] * 2
        ]


def test_a_copy_of_the_published_file_that_is_being_made_is_not_written_into(path: Path) -> None:
    publish(path, 1)
    with path.with_suffix(".spare").open("rb") as copying:
        half = copying.read(1000)
        assert not is_free(path.with_suffix(".spare"))
        before = path.with_suffix(".spare").read_bytes()
        publish(path, 2)
        assert half + copying.read() == before


def test_a_file_with_another_name_is_left_alone(path: Path) -> None:
    publish(path, 1)
    os.link(path.with_suffix(".spare"), path.with_suffix(".backup"))
    backup = path.with_suffix(".backup").read_bytes()
    publish(path, 2)
    assert path.with_suffix(".backup").read_bytes() == backup


def test_a_spare_that_is_the_published_file_itself_is_left_alone(path: Path) -> None:
    """As after a kill between the two steps of publishing."""
    os.link(path, path.with_suffix(".spare"))
    assert publish(path, 1) == path.with_suffix(".spare").read_bytes()


@pytest.mark.parametrize("spare", [b"", b"no database", random.Random(1).randbytes(400_000)])
def test_what_is_no_database_is_no_spare(path: Path, spare: bytes) -> None:
    path.with_suffix(".spare").write_bytes(spare)
    publish(path, 1)


def test_a_file_with_blocks_of_another_size_is_copied_whole(tmp_path: Path) -> None:
    path = tmp_path / "small.duckdb"
    with duckdb.connect() as connection:
        connection.execute(f"attach '{path}' as small (block_size 16384)")
        connection.execute(
            "create table small.quote as select i as id, md5(i::varchar) as words from range(90000) r (i)"
        )
    path.with_suffix(".spare").write_bytes(path.read_bytes())
    copy_file(path, path.with_suffix(".build"), path.with_suffix(".spare"))
    assert path.with_suffix(".build").read_bytes() == path.read_bytes()
    assert not path.with_suffix(".spare").exists()


def test_a_small_warehouse_has_no_spare(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "WORTH_A_SPARE", 256 << 20)
    publish(path, 1)
    assert not path.with_suffix(".spare").exists()
