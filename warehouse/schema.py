"""A connection -> the same file with the tables, views and comments of this version."""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

import duckdb

from warehouse.connect import explain, transaction
from warehouse.errors import ForeignDatabaseError, NewerSchemaError
from warehouse.lake import fit, is_on_lake, note_empty

# the room beside this one, in a clone and in an installed package alike
SQL = Path(__file__).parents[1] / "sql"
SCHEMAS = ("core", "ops", "mart")
MARTS = (  # in the order of their making: a view may read those before it
    "article",
    "quote",
    "entity_mention",
    "entity_role",
    "speaker_daily",
    "entity_daily",
    "alias_monthly",
    "utterance",
    "utterance_wording",
    "story",
    "article_copy",
    "article_change",
    "accusation",
    "date",
    "outlet_profile",
    "pipeline_health",
)


def list_sql(*folders: str) -> list[Path]:
    """The SQL files of a folder of `sql/`, sorted by name."""
    return sorted(SQL.joinpath(*folders).glob("*.sql"))


def apply_schema(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring the file to this version's schema, where it has another. Raises NewerSchemaError,
    before any change, when the file is ahead of it.
    """
    migrations = list_sql("migrations")
    version = check_version(connection, migrations)
    if version == newest(migrations) and read_digest(connection) == digest_definitions():
        return
    with transaction(connection):
        if version:
            migrate(connection, version, migrations)
        create_objects(connection)
        if not version:
            connection.execute(
                "insert into ops.schema_version values (?, 'created')", [newest(migrations)]
            )
        connection.execute("delete from ops.schema_digest")
        connection.execute("insert into ops.schema_digest values (?)", [digest_definitions()])
    if is_on_lake(connection):
        note_empty(connection)


def read_digest(connection: duckdb.DuckDBPyConnection) -> str | None:
    """Which definitions the file was given last, where it says so."""
    try:
        found = connection.execute("select digest from ops.schema_digest").fetchall()
    except duckdb.CatalogException:
        return None
    return str(found[0][0]) if found else None


@cache
def digest_definitions() -> str:
    """SHA-256 of the definitions of all tables and views, in the order of their making."""
    return sha256("\0".join(map(read_sql, list_definitions())).encode()).hexdigest()


def list_definitions() -> list[Path]:
    """The files that make tables and views, in the order in which they are run."""
    marts = (SQL / "marts" / f"{name}.sql" for name in MARTS)
    return [*list_sql("tables", "core"), *list_sql("tables", "ops"), *marts]


def read_sql(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def check_version(
    connection: duckdb.DuckDBPyConnection, migrations: Sequence[Path] | None = None
) -> int:
    """The schema version of the file, 0 for an empty one. Raises NewerSchemaError when we do not
    know it.
    """
    # asked of the table itself: a list of tables counts the rows of each, which takes a lake long
    try:
        answer = connection.execute("select coalesce(max(version), 0) from ops.schema_version")
    except duckdb.CatalogException:
        return 0
    version = int(answer.fetchall()[0][0])
    known = newest(list_sql("migrations") if migrations is None else migrations)
    if version > known:
        raise NewerSchemaError(
            f"the warehouse has schema version {version}, this On Record knows up to {known}: upgrade On Record"
        )
    return version


def is_behind(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether the file has an older schema than this version, which the next run brings it to."""
    return check_version(connection) < newest(list_sql("migrations"))


def check_ours(
    path: Path, connection: duckdb.DuckDBPyConnection, *, may_be_empty: bool = False
) -> None:
    """Raise a WarehouseError where the file at `path` is of a newer schema, damaged, or a database
    of something else.
    """
    try:
        is_ours = check_version(connection) > 0
        is_empty = not is_ours and not connection.execute("from duckdb_tables() limit 1").fetchall()
    except duckdb.Error as error:
        raise explain(path, error) from error
    except NewerSchemaError as error:
        raise NewerSchemaError(f"{path}: {error}") from error
    if not is_ours and not (is_empty and may_be_empty):
        raise ForeignDatabaseError(
            f"{path} is a DuckDB database, but not of On Record: name another file with --warehouse"
        )


def newest(migrations: Sequence[Path]) -> int:
    """The version that the last migration brings about; 1 where there is none.
    `0002_alias_month.sql` brings about version 2.
    """
    return max((version_of(file) for file in migrations), default=1)


def version_of(migration: Path) -> int:
    return int(migration.name.split("_")[0])


def migrate(
    connection: duckdb.DuckDBPyConnection, version: int, migrations: Sequence[Path]
) -> None:
    """Run the migrations that the file has not seen, in order, and note each."""
    for file in migrations:
        if version_of(file) > version:
            connection.execute(read_sql(file))
            connection.execute(
                "insert into ops.schema_version values (?, ?)", [version_of(file), file.stem]
            )


def create_objects(connection: duckdb.DuckDBPyConnection) -> None:
    """Create what is missing and renew the views; comments come with each object, since renewing a
    view drops them.
    """
    fitted = fit if is_on_lake(connection) else str
    for schema in SCHEMAS:
        connection.execute(f"create schema if not exists {schema}")
    for file in list_definitions():
        connection.execute(fitted(read_sql(file)))
