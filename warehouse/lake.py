"""A lake: a warehouse whose rows lie in Parquet files and whose catalogue, a SQLite file, knows
every state that they were in (DuckLake).

Its path is that of the catalogue; the data lie in a folder beside it. What a run commits is a
snapshot; readers are on the one that was published last, whatever has been committed since. What
DuckLake has none of is left out of the statements that make tables: primary keys, and comments on
the columns of views.
"""

import re
from importlib.util import find_spec
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError

PREFIX = "ducklake:"
OF_SQLITE = "ducklake:sqlite:"
NAME = "lake"  # what statements call the attached lake
MAGIC = b"SQLite format 3\x00"
# so long somebody waits whom another keeps out of the catalogue: SQLite lets nobody read while a
# commit is written, and a slow disk takes its time over one
CATALOGUE_SECONDS = 120
# all rows lie in Parquet files: where the few rows of a statement may lie in the catalogue, each
# reading of a table asks there too, and a run costs half as much again
IN_FILES = "data_inlining_row_limit 0"
# in packages that carry them, so that nothing is fetched
EXTENSIONS = (
    "sqlite_scanner",
    "ducklake",
)
# "run_id varchar primary key,"
PRIMARY_KEY = re.compile(r" primary key(?=,)|,\s*primary key \([^)]*\)")
# "comment on column mart.quote.text is 'words';"
COMMENT_OF_MART_COLUMN = re.compile(r"comment on column mart\.[^;]*?'(?:[^']|'')*';")


class Lake(type(Path())):  # type: ignore[misc]  # the class of paths of this system
    """The path of a lake's catalogue, which need not be there yet."""


def parse_warehouse(words: str) -> Path:
    """`ducklake:sqlite:news.sqlite` is a lake, all else a file. Raises a WarehouseError for a kind
    of lake that cannot be had.
    """
    if words.startswith(OF_SQLITE):
        return Lake(words.removeprefix(OF_SQLITE))
    if words.startswith(PREFIX):
        raise WarehouseError(
            f"{words.split(':')[1]} holds no catalogue of a lake yet: name a SQLite file, {OF_SQLITE}FILE"
        )
    return Path(words)


def spell(path: Path) -> str:
    """The warehouse as `--warehouse` names it."""
    return f"{OF_SQLITE}{path}" if is_lake(path) else str(path)


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
    connection = duckdb.connect(
        config={"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    )
    if read_only:
        attach_published(connection, path, NAME)
    else:
        load_extensions(connection)
        attach_as(connection, path, NAME, f"data_path '{quote(str(data_of(path)))}', {IN_FILES}")
    connection.execute(f"use {NAME}")
    return connection


def attach_published(connection: duckdb.DuckDBPyConnection, path: Path, name: str) -> None:
    """Let statements read the lake, in the state that was published last, by this name."""
    load_extensions(connection)
    attach_as(connection, path, name, "read_only")
    if version := find_published(connection, name):
        connection.execute(f"detach {name}")
        attach_as(connection, path, name, f"read_only, snapshot_version {version}")


def load_extensions(connection: duckdb.DuckDBPyConnection) -> None:
    for name in EXTENSIONS:
        connection.execute(f"load '{quote(find_extension(name))}'")


def attach_as(connection: duckdb.DuckDBPyConnection, path: Path, name: str, options: str) -> None:
    patience = f"meta_busy_timeout {CATALOGUE_SECONDS * 1000}"
    connection.execute(
        f"attach '{quote(OF_SQLITE + str(path.resolve()))}' as {name} ({options}, {patience})"
    )


def data_of(path: Path) -> Path:
    """The folder where the Parquet files of a lake lie."""
    return path.resolve().with_name(f"{path.name}.data")


def open_data(path: Path) -> tuple[str, ...]:
    """The settings by which a connection that reaches no other files reads those of the lake."""
    catalogue = path.resolve()
    files = [str(catalogue), *(f"{catalogue}{ending}" for ending in ("-journal", "-wal", "-shm"))]
    told = ", ".join(f"'{quote(file)}'" for file in files)
    return (
        f"set allowed_paths = [{told}]",
        f"set allowed_directories = ['{quote(str(data_of(path)))}']",
    )


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


def find_extension(name: str) -> str:
    """The file of an extension of DuckDB that a package carries. Raises a WarehouseError where it
    is not installed.
    """
    package = f"duckdb_extension_{name}"
    spec = find_spec(package)
    files = (
        list(Path(spec.origin).parent.rglob(f"{name}.duckdb_extension"))
        if spec and spec.origin
        else []
    )
    if not files:
        raise WarehouseError("lakes are not installed: pip install 'onrecord[lake]'")
    return str(files[0])


def fit(statements: str) -> str:
    """The statements that make tables and views, without what a lake does not take."""
    return COMMENT_OF_MART_COLUMN.sub("", PRIMARY_KEY.sub("", statements))


def is_on_lake(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether the statements on a connection mean a lake."""
    return connection.execute("select current_database()").fetchall() == [(NAME,)]


def quote(words: str) -> str:
    """Words as they stand between quotation marks of SQL."""
    return words.replace("'", "''")
