"""A lake: a warehouse whose rows lie in Parquet files and whose catalogue, a SQLite file or a
database of PostgreSQL, knows every state that they were in (DuckLake).

What a run commits is a snapshot; readers are on the one that was published last, whatever has been
committed since. What DuckLake has none of is left out of the statements that make tables: primary
keys, and comments on the columns of views.
"""

import os
import re
import shlex
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError
from warehouse.extensions import SHUT, load_extension
from warehouse.object_store import is_wanted, open_store
from warehouse.postgres import name_place, read_words

PREFIX = "ducklake:"
OF_SQLITE = "ducklake:sqlite:"
OF_POSTGRES = "ducklake:postgres:"
NAME = "lake"  # what statements call the attached lake
MAGIC = b"SQLite format 3\x00"
DATA_SETTING = "ONRECORD_LAKE_DATA"  # where the rows of a lake that is made lie
# so long somebody waits whom another keeps out of the catalogue: SQLite lets nobody read while a
# commit is written, and a slow disk takes its time over one
CATALOGUE_SECONDS = 120
# all rows lie in Parquet files: where the few rows of a statement may lie in the catalogue, each
# reading of a table asks there too, and a run costs half as much again
IN_FILES = "data_inlining_row_limit 0"
# "run_id varchar primary key,"
PRIMARY_KEY = re.compile(r" primary key(?=,)|,\s*primary key \([^)]*\)")
# "comment on column mart.quote.text is 'words';"
COMMENT_OF_MART_COLUMN = re.compile(r"comment on column mart\.[^;]*?'(?:[^']|'')*';")


class Lake(type(Path())):  # type: ignore[misc]  # the class of paths of this system
    """The path of a lake's catalogue, which need not be there yet; of a lake in PostgreSQL, the
    name of what lies on this machine: logs, what was fetched, parts.

    words: by which its database of PostgreSQL is found, as libpq takes them; None for SQLite.
    """

    words: str | None = None

    def resolve(self, strict: bool = False) -> "Lake":
        return make_lake(super().resolve(strict), self.words)

    def exists(self, **how: bool) -> bool:
        """Whether it can be asked: who is no file answers for itself."""
        return self.words is not None or super().exists(**how)

    def __reduce__(self) -> tuple[object, tuple[str, str | None]]:
        return make_lake, (str(self), self.words)


def make_lake(path: str | Path, words: str | None) -> Lake:
    lake = Lake(path)
    lake.words = words
    return lake


def parse_warehouse(words: str) -> Path:
    """`ducklake:sqlite:news.sqlite` and `ducklake:postgres:dbname=news host=db.example.org` are
    lakes, all else a file. Raises a WarehouseError for a kind of lake that cannot be had.
    """
    if words.startswith(OF_SQLITE):
        return Lake(words.removeprefix(OF_SQLITE))
    if words.startswith(OF_POSTGRES):
        found = words.removeprefix(OF_POSTGRES).strip()
        return make_lake(name_place(read_words(found)), found)
    if words.startswith(PREFIX):
        raise WarehouseError(
            f"{words.split(':')[1]} holds no catalogue of a lake: name {OF_SQLITE}FILE or {OF_POSTGRES}dbname=NAME host=HOST"
        )
    return Path(words)


def spell(path: Path) -> str:
    """The warehouse as `--warehouse` names it."""
    words = words_of(path)
    if words is not None:
        return f"{OF_POSTGRES}{words}"
    return f"{OF_SQLITE}{path}" if is_lake(path) else str(path)


def as_argument(path: Path) -> str:
    """The warehouse as it is typed after `--warehouse` once it is there."""
    return shlex.quote(str(path) if words_of(path) is None else spell(path))


def words_of(path: Path) -> str | None:
    """By which a lake is found in PostgreSQL; None for one of SQLite, and for a file."""
    return path.words if isinstance(path, Lake) else None


def is_lake(path: Path) -> bool:
    """Whether the path is one of a lake: it was named so, or a catalogue lies there."""
    if isinstance(path, Lake):
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def attach(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """A connection on which statements mean the lake; to read, in the state that was published
    last. Raises a WarehouseError.
    """
    connection = duckdb.connect(config=SHUT)
    if read_only:
        attach_published(connection, path, NAME)
    else:
        load_extensions(connection, path)
        attach_to_write(connection, path)
    connection.execute(f"use {NAME}")
    return connection


def attach_published(connection: duckdb.DuckDBPyConnection, path: Path, name: str) -> None:
    """Let statements read the lake, in the state that was published last, by this name."""
    load_extensions(connection, path)
    attach_as(connection, path, name, "read_only")
    if version := find_published(connection, name):
        connection.execute(f"detach {name}")
        attach_as(connection, path, name, f"read_only, snapshot_version {version}")


def attach_to_write(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Let statements write to the lake, which is made where it is not there."""
    try:
        attach_as(connection, path, NAME, f"{IN_FILES}, create_if_not_exists false")
    except duckdb.Error as error:
        if not is_missing(error):
            raise
        attach_as(connection, path, NAME, f"{IN_FILES}, data_path '{quote(choose_data(path))}'")


def is_missing(error: duckdb.Error) -> bool:
    """Whether a lake could not be attached since there is none."""
    words = str(error)
    return "does not exist - and creating" in words or "unable to open database file" in words


def load_extensions(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    load_extension(connection, "sqlite_scanner" if words_of(path) is None else "postgres_scanner")
    load_extension(connection, "ducklake")


def attach_as(connection: duckdb.DuckDBPyConnection, path: Path, name: str, options: str) -> None:
    """Attach the lake by this name; where its rows lie in an object store, with what reads that."""
    words = words_of(path)
    if words is None:
        catalogue = f"{OF_SQLITE}{path.resolve()}"
        options = f"{options}, meta_busy_timeout {CATALOGUE_SECONDS * 1000}"
    else:
        catalogue = f"{OF_POSTGRES}{words}"
    statement = f"attach '{quote(catalogue)}' as {name} ({options})"
    try:
        connection.execute(statement)
    except duckdb.Error as error:
        if not is_wanted(error):
            raise
        open_store(connection, os.environ)
        connection.execute(statement)


def choose_data(path: Path) -> str:
    """Where the Parquet files of a new lake are to lie: where the setting says, else in a folder
    beside its SQLite catalogue. Raises a WarehouseError for a database without the setting.
    """
    stated = os.environ.get(DATA_SETTING, "").strip()
    if "://" in stated:
        return stated.rstrip("/") + "/"
    if stated:
        return str(Path(stated).resolve())
    if words_of(path) is None:
        return str(path.resolve().with_name(f"{path.name}.data"))
    raise WarehouseError(
        f"there is no lake in {spell(path)}; to make one say in {DATA_SETTING} where its rows are to lie:"
        " s3://BUCKET/FOLDER, or a folder that all its machines see"
    )


def open_data(connection: duckdb.DuckDBPyConnection, path: Path) -> tuple[str, ...]:
    """The settings by which a connection that reaches no other files reads those of the lake."""
    data = f"set allowed_directories = ['{quote(find_data(connection))}']"
    if words_of(path) is not None:
        return (data,)
    catalogue = path.resolve()
    files = [str(catalogue), *(f"{catalogue}{ending}" for ending in ("-journal", "-wal", "-shm"))]
    told = ", ".join(f"'{quote(file)}'" for file in files)
    return (f"set allowed_paths = [{told}]", data)


def find_data(connection: duckdb.DuckDBPyConnection) -> str:
    """Where the Parquet files of the attached lake lie."""
    asked = f"select data_path from ducklake_settings('{NAME}')"  # noqa: S608 - our own name
    ((place,),) = connection.execute(asked).fetchall()
    return str(place)


def note_empty(connection: duckdb.DuckDBPyConnection) -> None:
    """Let the catalogue say of tables that never held a row that they hold none.

    Of a table without such a note DuckLake asks the catalogue anew for each of its columns each
    time that a statement names it: three quarters of what a small run on a lake cost.
    """
    catalogue = f"__ducklake_metadata_{NAME}"
    # of its own, and not on the lake: SQLite refuses to commit what is still read from it
    with connection.cursor() as asking:
        asking.execute("use memory")
        without = asking.execute(WITHOUT_NOTE.format(catalogue=catalogue)).to_arrow_table()
        if not without.num_rows:
            return
        asking.register("without_note", without)
        for note in (NOTE_COLUMNS, NOTE_TABLES):
            asking.execute(note.format(catalogue=catalogue))


WITHOUT_NOTE = """
select table_id, column_id
from {catalogue}.ducklake_column
anti join {catalogue}.ducklake_table_stats using (table_id)
where end_snapshot is null
"""
NOTE_COLUMNS = """
insert into {catalogue}.ducklake_table_column_stats (table_id, column_id, contains_null)
select table_id, column_id, false from without_note
"""
NOTE_TABLES = """
insert into {catalogue}.ducklake_table_stats (table_id, record_count, next_row_id, file_size_bytes)
select distinct table_id, 0, 0, 0 from without_note
"""


def find_published(connection: duckdb.DuckDBPyConnection, name: str) -> int | None:
    """The snapshot that readers are to see; None where none was published."""
    try:
        answer = connection.execute(
            f"select max(snapshot_id) from {name}.ops.publication"  # noqa: S608
        )
    except duckdb.CatalogException:
        return None
    (version,) = answer.fetchall()[0]
    return None if version is None else int(version)


def fit(statements: str) -> str:
    """The statements that make tables and views, without what a lake does not take."""
    return COMMENT_OF_MART_COLUMN.sub("", PRIMARY_KEY.sub("", statements))


def is_on_lake(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether the statements on a connection mean a lake."""
    return connection.execute("select current_database()").fetchall() == [(NAME,)]


def quote(words: str) -> str:
    """Words as they stand between quotation marks of SQL."""
    return words.replace("'", "''")
