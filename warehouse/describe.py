"""A connection -> the page docs/tables.md, from the comments on schemas, tables, views and columns.

`python -m warehouse.describe > docs/tables.md` renews it; a test says when that is due.
"""

import sys
from itertools import groupby

import duckdb

from warehouse.schema import apply_schema

HEAD = """# Tables

What stands in the warehouse, from the comments on its tables and columns. Keys are text of 16 hex digits, the same in every run.
Times are UTC. Offsets (`char_start`, `char_end`) count Unicode code points of the article's text, or of its title where
`in_title`; the end is exclusive. NULL means "not stated" or "could not be told", never "not looked for".
Dashboards read `mart`: flat views with plain columns. `core` holds the facts, `ops` what the runs did.

How the tables of `core` hang together: a ring where a key is at home, a dot where a column holds it.

![The tables of core, one a line, and the keys that they hold](images/tables.svg)
"""

COLUMNS = """
with described as (
    select schema_name, table_name, comment from duckdb_tables() where not temporary
    union all
    select schema_name, view_name, comment from duckdb_views() where not (internal or temporary)
)

select schema_name, table_name, described.comment, column_name, data_type, duckdb_columns.comment
from duckdb_columns() inner join described using (schema_name, table_name)
where not duckdb_columns.internal and schema_name in ('mart', 'core', 'ops')
order by array_position(['mart', 'core', 'ops'], schema_name), table_name, column_index
"""


def describe_tables(connection: duckdb.DuckDBPyConnection) -> str:
    """Every view and table with its columns, as Markdown."""
    rows = connection.execute(COLUMNS).fetchall()
    return HEAD + "".join(
        f"\n## {schema}.{table}\n\n{comment}\n\n| column | type | meaning |\n|---|---|---|\n"
        + "".join(
            f"| {name} | {data_type.lower()} | {meaning} |\n"
            for *_, name, data_type, meaning in columns
        )
        for (schema, table, comment), columns in groupby(rows, key=lambda row: row[:3])
    )


if __name__ == "__main__":
    with duckdb.connect() as connection:
        apply_schema(connection)
        sys.stdout.write(describe_tables(connection))
