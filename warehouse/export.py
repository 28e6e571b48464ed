"""A connection -> a folder of Parquet files with a `datapackage.json` that says what every column
means, and a README.

The package follows Frictionless Data: https://datapackage.org. Only files that this room names are
written.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError

COLUMNS = """
with described as (
    select schema_name, table_name, comment from duckdb_tables()
    union all
    select schema_name, view_name as table_name, comment from duckdb_views() where not internal
)

select schema_name, table_name, described.comment, column_name, data_type, duckdb_columns.comment
from duckdb_columns() inner join described using (schema_name, table_name)
where not duckdb_columns.internal and list_contains($schemas, schema_name)
order by schema_name, table_name, column_index
"""
PRIMARY_KEYS = """
select schema_name, table_name, constraint_column_names
from duckdb_constraints()
where constraint_type = 'PRIMARY KEY'
"""
LAST_RUN = "select max(coalesce(ended_at, started_at)) from ops.run"
MONTH_OF = "published_on"
MONTH = f"coalesce(strftime({MONTH_OF}, '%Y-%m'), 'unknown')"
TYPES = {
    "VARCHAR": "string",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "UBIGINT": "integer",
    "DOUBLE": "number",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "datetime",
}
REFERRED = {  # how a column ends -> the table that it points to, longest first
    "entity_id": "entity",
    "article_id": "article",
    "outlet_id": "outlet",
    "quote_id": "quote",
    "utterance_id": "utterance",
    "referent_id": "referent",
    "story_id": "story",
    "run_id": "run",
}


@dataclass(frozen=True, slots=True)
class Resource:
    """A table or view as it was exported."""

    schema: str
    table: str
    meaning: str
    columns: Sequence[tuple[str, str, str]]
    """Name, type and meaning."""
    primary_key: Sequence[str]
    row_count: int
    files: Sequence[str]
    """Where its rows are, from the folder of the export; several where they are parted by month."""

    @property
    def name(self) -> str:
        return f"{self.schema}_{self.table}"

    @property
    def path(self) -> str:
        """Its one file, or the pattern of all."""
        return self.files[0] if len(self.files) == 1 else f"{self.schema}/{self.table}/*/*.parquet"


def export(
    connection: duckdb.DuckDBPyConnection,
    schemas: Sequence[str],
    folder: Path,
    *,
    by_month: bool = False,
) -> list[Resource]:
    """Write every table and view of the schemas, then what describes them.

    by_month: what has a day of publication is parted by its month, into folders that DuckDB, Arrow
    and Spark read as one table.
    """
    resources = list(write_tables(connection, schemas, folder, by_month))
    made = connection.execute(LAST_RUN).fetchall()[0][0]
    package = describe(
        resources, folder, made.isoformat(timespec="seconds") + "Z" if made else None
    )
    (folder / "datapackage.json").write_text(
        json.dumps(package, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    (folder / "README.md").write_text(
        write_readme(resources, package.get("created")), encoding="utf-8"
    )
    (folder / "CODEBOOK.md").write_text(
        write_codebook(resources, package.get("created")), encoding="utf-8"
    )
    return resources


def write_tables(
    connection: duckdb.DuckDBPyConnection, schemas: Sequence[str], folder: Path, by_month: bool
) -> Iterator[Resource]:
    keys = {
        (schema, table): names
        for schema, table, names in connection.execute(PRIMARY_KEYS).fetchall()
    }
    rows = connection.execute(COLUMNS, {"schemas": list(schemas)}).fetchall()
    for (schema, table, meaning), found in groupby(rows, key=lambda row: row[:3]):
        columns = [(name, kind, said) for *_, name, kind, said in found]
        names = [name for name, *_ in columns]
        (folder / schema).mkdir(exist_ok=True)
        # a name of our own, from the catalogue
        relation = connection.sql(f'from "{schema}"."{table}"')
        is_parted = by_month and MONTH_OF in names
        files = (
            write_months(relation, folder / schema / table)
            if is_parted
            else write(relation, folder / schema / f"{table}.parquet")
        )
        key = keys.get((schema, table)) or guess_key(table, names)
        listed = [file.relative_to(folder).as_posix() for file in files]
        yield Resource(
            schema,
            table,
            meaning,
            columns,
            key,
            sum(count_rows(connection, file) for file in files),
            listed,
        )


def write(relation: duckdb.DuckDBPyRelation, file: Path) -> list[Path]:
    """Write the rows to one file."""
    with telling_room(file):
        relation.write_parquet(str(file), compression="zstd")
    return [file]


def write_months(relation: duckdb.DuckDBPyRelation, folder: Path) -> list[Path]:
    """Write the rows of each month to `published_month=2026-11/`, those without a day to
    `published_month=unknown/`.
    """
    parted = relation.project(f"*, {MONTH} as published_month")
    with telling_room(folder):
        parted.write_parquet(str(folder), compression="zstd", partition_by=["published_month"])
    return sorted(folder.rglob("*.parquet")) or write(relation, folder.with_suffix(".parquet"))


@contextmanager
def telling_room(file: Path) -> Iterator[None]:
    """A WarehouseError where there is no room, or no right to write."""
    try:
        yield
    except duckdb.IOException as error:
        raise WarehouseError(f"cannot write {file}: {str(error).splitlines()[0]}") from error


def guess_key(table: str, columns: Sequence[str]) -> list[str]:
    """`quote_id` of `quote`: a big table has no constraint, but a rule of quality that holds it
    unique.
    """
    return [f"{table}_id"] if f"{table}_id" in columns else []


def count_rows(connection: duckdb.DuckDBPyConnection, file: Path) -> int:
    found = connection.read_parquet(str(file)).count("*").fetchall()
    return int(found[0][0])


def describe(resources: Sequence[Resource], folder: Path, created: str | None) -> dict[str, object]:
    """The package: every table with its columns, keys and size."""
    names = {resource.name for resource in resources}
    package: dict[str, object] = {
        "profile": "data-package",
        "name": "onrecord",
        "title": "Who is on record saying what, where and when",
    }
    if created:
        package["created"] = created
    package["resources"] = [describe_resource(resource, folder, names) for resource in resources]
    return package


def describe_resource(resource: Resource, folder: Path, names: set[str]) -> dict[str, object]:
    fields = [
        {"name": name, "type": name_type(kind), "description": said}
        for name, kind, said in resource.columns
    ]
    schema: dict[str, object] = {"fields": fields}
    if resource.primary_key:
        schema["primaryKey"] = list(resource.primary_key)
    if foreign := list(find_references(resource, names)):
        schema["foreignKeys"] = foreign
    return {
        "name": resource.name,
        "path": resource.files[0] if len(resource.files) == 1 else list(resource.files),
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": resource.meaning,
        "bytes": sum((folder / file).stat().st_size for file in resource.files),
        "rowCount": resource.row_count,
        "schema": schema,
    }


def name_type(kind: str) -> str:
    """DuckDB's name of a type -> that of Frictionless Data."""
    return "array" if kind.endswith("[]") else TYPES.get(kind, "any")


def find_references(resource: Resource, names: set[str]) -> Iterator[Mapping[str, object]]:
    """Columns that hold the key of another table of the package."""
    for column, *_ in resource.columns:
        ending = next(
            (ending for ending in REFERRED if column == ending or column.endswith(f"_{ending}")),
            None,
        )
        if ending is None or [column] == list(resource.primary_key):
            continue
        home = "ops" if ending == "run_id" else "core"
        target = f"{home}_{REFERRED[ending]}"
        if target in names:
            yield {"fields": column, "reference": {"resource": target, "fields": ending}}


def write_readme(resources: Sequence[Resource], created: object) -> str:
    """What is here, how it is read, and how it is cited."""
    lines = [
        "# On Record: an export",
        "",
        f"State of the warehouse: {created or 'no run yet'}. One Parquet file a table; `datapackage.json` (Frictionless Data) says",
        "what every column means, of which type it is, and which columns are keys; CODEBOOK.md says the same to people.",
        "",
        "| file | rows | what |",
        "|---|---:|---|",
        *(f"| {one.path} | {one.row_count:,} | {one.meaning} |" for one in resources),
        "",
        *HOW_TO,
        "",
        *CITE,
    ]
    return "\n".join(lines) + "\n"


def write_codebook(resources: Sequence[Resource], created: object) -> str:
    """Every table with its columns, to read; how to cite them at its end."""
    lines = ["# Codebook", "", f"State of the warehouse: {created or 'no run yet'}.", ""]
    for one in resources:
        lines += [
            f"## {one.schema}.{one.table}",
            "",
            f"{one.meaning} {one.row_count:,} rows, in `{one.path}`.",
            "",
        ]
        if one.primary_key:
            lines += [f"Key: {', '.join(one.primary_key)}.", ""]
        lines += ["| column | type | meaning |", "|---|---|---|"]
        lines += [f"| {name} | {name_type(kind)} | {said} |" for name, kind, said in one.columns]
        lines.append("")
    return "\n".join([*lines, "## Before you count, and how to cite", "", *CITE]) + "\n"


HOW_TO = """\
Read it:

    duckdb -c "from 'mart/quote.parquet' limit 5"
    pandas.read_parquet("mart/quote.parquet")
    arrow::read_parquet("mart/quote.parquet")      # R

An export by month has a folder for each: `from read_parquet('mart/quote/*/*.parquet')`, pandas.read_parquet("mart/quote"),
arrow::open_dataset("mart/quote"); `published_month` is then a column more.
""".splitlines()
CITE = """\
Before you count: NULL means "not stated" or "could not be told". Offsets count Unicode code points of the article's text, the end
exclusive. `confidence` is the estimated share of such quotes with the right words and the right speaker; `mart` has those of 0.5 and
more, `core` all. Copies are marked, not left out: `is_copy`.

Cite it with the name and version of On Record, the day of this state and the sources that you loaded. Places are from GeoNames
(geonames.org, CC BY 4.0). Texts of articles and quotes belong to their publishers.""".splitlines()
