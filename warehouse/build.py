"""A warehouse path -> a build file beside it to write to, and its publishing: readers only ever see
whole, committed states.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb

from warehouse.connect import connect, explain, is_damage
from warehouse.counts import renew_counts
from warehouse.errors import (
    DiskFullError,
    NewerSchemaError,
    WarehouseError,
    is_disk_full,
)
from warehouse.lake import NAME, is_lake, spell, words_of
from warehouse.lock import Turn, lock, tell_no_room
from warehouse.postgres import hold_turn, open_turns
from warehouse.schema import apply_schema, check_ours, check_version
from warehouse.turns import copy_file, keep_spare

TURN_SECONDS = 600.0  # so long another run may be at linking a lake


@dataclass(frozen=True, slots=True)
class Build:
    """The warehouse under construction. `connection` writes to `build_path`; nobody else sees it
    before `publish`.

    is_resumed: it holds what a run that was killed had loaded.
    """

    path: Path
    build_path: Path
    connection: duckdb.DuckDBPyConnection
    is_resumed: bool

    def alone(self) -> AbstractContextManager[object]:
        """While nobody else writes. Whoever has the build file is alone all the time."""
        return nullcontext()

    def publish(self) -> None:
        """Put the build file in the place of the published one, in one step. The connection is
        closed after it.
        """
        renew_counts(self.connection)
        self.connection.execute("drop table ops.build_base")
        self.connection.execute("checkpoint")
        self.connection.close()
        # a reader must not replay an old journal on the new file
        beside(self.path, ".wal").unlink(missing_ok=True)
        if self.path.exists():
            shutil.copymode(self.path, self.build_path)
        keep_spare(self.path, beside(self.path, ".spare"))
        self.build_path.replace(self.path)

    def discard(self) -> None:
        """Leave nothing of a build that nobody will take up; what a killed run had loaded stays.
        The connection is closed after it.
        """
        self.connection.close()
        if self.is_resumed:
            return
        for left in (self.build_path, beside(self.build_path, ".wal")):
            left.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class LakeBuild(Build):
    """A lake under construction: what is committed to it nobody sees before `publish`. Others may
    load it at the same time, in turns.
    """

    take_turn: Turn

    def alone(self) -> AbstractContextManager[object]:
        """While nobody else writes: as long as it takes to load a portion, or from linking to
        publishing.
        """
        return self.take_turn(float("inf"), lambda: None)

    def publish(self) -> None:
        """Let readers be on what was committed last. The connection is closed after it."""
        renew_counts(self.connection)
        self.connection.execute(PUBLISH)
        self.connection.close()

    def discard(self) -> None:
        """What was committed stays, unpublished, for the next run. The connection is closed after
        it.
        """
        self.connection.close()


PUBLISH = f"""
insert into ops.publication by name
select max(snapshot_id) as snapshot_id, now() at time zone 'utc' as published_at from ducklake_snapshots('{NAME}')
"""  # noqa: S608 - our own name


@contextmanager
def open_build(
    path: Path, wait_seconds: float = 0, on_wait: Callable[[], None] = lambda: None
) -> Iterator[Build]:
    """The warehouse at `path`, to write to, with this version's schema. A file has one writer at a
    time, a lake several, in turns.

    wait_seconds: how long to wait for somebody else who does. on_wait: is called once when the
    waiting begins. Raises a WarehouseError; what readers see is then untouched.
    """
    opened = open_lake_build if is_lake(path) else open_file_build
    with opened(path, wait_seconds, on_wait) as build:
        yield build


@contextmanager
def open_lake_build(
    path: Path, wait_seconds: float, on_wait: Callable[[], None]
) -> Iterator[Build]:
    """The lake of the catalogue at `path`. What a run that was killed had committed is there, and
    taken up.
    """
    path = path.resolve()
    with open_lake_turns(path) as take_turn:
        with take_turn(max(wait_seconds, TURN_SECONDS), on_wait):
            connection = connect(path)
            apply_schema(connection)
        try:
            yield LakeBuild(path, path, connection, is_resumed=True, take_turn=take_turn)
        except duckdb.IOException as error:
            if is_disk_full(error):
                raise DiskFullError(
                    f"the disk is full: make room and run it again, what readers of {spell(path)} see is as it was"
                ) from error
            raise WarehouseError(f"writing to {spell(path)} failed: {first_line(error)}") from error
        finally:
            connection.close()


@contextmanager
def open_lake_turns(path: Path) -> Iterator[Turn]:
    """How those who write to the lake take turns: by a lock file beside a SQLite catalogue, by a
    lock of the database of PostgreSQL.
    """
    words = words_of(path)
    if words is None:
        yield partial(lock, path)
        return
    with open_turns(words, spell(path)) as connection:
        yield partial(hold_turn, connection, spell(path))


@contextmanager
def open_file_build(
    path: Path, wait_seconds: float, on_wait: Callable[[], None]
) -> Iterator[Build]:
    """The build file of the warehouse at `path`.

    The build file of a run that was killed is taken up again when it began from the state that is
    published now. Leaving without `publish` keeps it for the next run. Raises a WarehouseError; the
    published file is then untouched.
    """
    # a link stays a link: the file that it names is replaced, by one on the same disk
    path = path.resolve()
    with lock(path, wait_seconds, on_wait):
        base = check_published(path)
        build_path = beside(path, ".build")
        resumed = resume(build_path, base)
        connection = resumed or begin(path, build_path, base)
        try:
            apply_schema(connection)
            yield Build(path, build_path, connection, is_resumed=resumed is not None)
        except (duckdb.IOException, duckdb.FatalException, duckdb.InternalException) as error:
            if is_damage(error):
                raise explain(path, error) from error
            if is_disk_full(error):
                raise DiskFullError(tell_no_room(build_path)) from error
            raise WarehouseError(
                f"writing {build_path} failed: {first_line(error)}; {path} is untouched"
            ) from error
        finally:
            connection.close()


def check_published(path: Path) -> str:
    """What tells this published state from any other; "" for none. Raises when the file cannot be
    read or is of a newer schema.
    """
    if not path.exists():
        return ""
    with connect(path, read_only=True) as connection:
        check_ours(path, connection, may_be_empty=True)
    stat = path.stat()
    return f"{stat.st_ino} {stat.st_size} {stat.st_mtime_ns}"


def resume(build_path: Path, base: str) -> duckdb.DuckDBPyConnection | None:
    """The build file that a killed run left, if it opens and began from `base`."""
    if not build_path.exists():
        return None
    with suppress(WarehouseError):
        connection = connect(build_path)
        with suppress(duckdb.Error, NewerSchemaError):
            check_version(connection)
            if connection.execute("select base from ops.build_base").fetchall() == [(base,)]:
                return connection
        connection.close()
    return None


def begin(path: Path, build_path: Path, base: str) -> duckdb.DuckDBPyConnection:
    """A new build file: a copy of the published one, or empty. It bears its base last, so that half
    a copy is never taken up.
    """
    for left in (build_path, beside(build_path, ".wal")):
        left.unlink(missing_ok=True)
    if base:
        copy_warehouse(path, build_path)
    connection = connect(build_path)
    connection.execute("create schema if not exists ops")
    connection.execute(
        "create or replace table ops.build_base as select ?::varchar as base", [base]
    )
    return connection


def copy_warehouse(path: Path, build_path: Path) -> None:
    """Copy the published file and its journal. Raises WarehouseError, and leaves nothing, where
    there is no room for them.
    """
    try:
        if (journal := beside(path, ".wal")).exists():
            shutil.copyfile(journal, beside(build_path, ".wal"))
        copy_file(path, build_path, beside(path, ".spare"))
    except OSError as error:
        build_path.unlink(missing_ok=True)
        if is_disk_full(error):
            raise DiskFullError(tell_no_room(build_path)) from error
        raise WarehouseError(
            f"cannot copy {path} to {build_path} ({error.strerror}): make room for a second one; it is untouched"
        ) from error


def beside(path: Path, ending: str) -> Path:
    """`onrecord.duckdb` -> `onrecord.duckdb.build`."""
    return path.with_name(path.name + ending)


def first_line(error: duckdb.Error) -> str:
    return str(error).partition(os.linesep)[0]
