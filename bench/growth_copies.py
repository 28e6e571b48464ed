"""`python -m bench.growth_copies ARTICLES FILE`: a linked and compared warehouse of the made-up
press, of so many articles, in a small part of the time that loading them takes.

The first BASE articles are loaded as `bench.growth_pages` loads them; the others are copies of all
their rows under other keys and names, each copy some days before the next. The outlets and the
words of the texts stay: which keys are crowded is counted anew. The base is kept beside the file.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb

from bench.growth_pages import run_apart
from warehouse.across.index import CROWDED, CROWDED_WORD
from warehouse.across.tables import make_temp
from warehouse.connect import connect
from warehouse.counts import ALIASES
from warehouse.schema import apply_schema

BASE = 10_000
MOST = 256  # copies: the last byte of a key tells which it is of, so that keys keep their order
# all copies have the same
ONCE = frozenset({"core.outlet", "ops.link_state", "ops.run", "ops.quality_result"})
# the file has these by itself; a month holds several copies
SELF_MADE = frozenset({"ops.alias_monthly", "ops.schema_digest", "ops.schema_version"})
SHARED_KEYS = ("outlet_id", "first_run_id", "last_run_id", "run_id", "wikidata_id", "external_id")
ADDRESSES = ("url", "canonical_url", "source_uri")
NAMES = ("name", "folded", "surname", "name_key", "alias")
DAYS = ("day", "first_day", "last_day")

Column = tuple[str, str]  # name and type


def make_warehouse(articles: int, path: Path) -> None:
    """So many articles in a new file, rounded down to whole bases."""
    size = min(BASE, articles)
    base = path.with_name(f"{path.name}.{size}")
    if not base.exists():
        run_apart(range(size), base)
    multiply(base, path, articles // size)


def multiply(base: Path, path: Path, copies: int) -> None:
    """So many copies of all rows of a made-up warehouse in a new file. The last one bears the keys
    and names of the base: who comes next knows them.
    """
    if copies > MOST:
        raise SystemExit(f"at most {MOST} copies can be told apart: take a larger base")
    with connect(path) as connection:
        apply_schema(connection)
        connection.execute(f"attach '{base}' as base (read_only)")
        tables = list_tables(connection)
        days = count_days(connection)
        for place in range(copies):
            number = copies - 1 - place
            for table, columns in tables.items():
                if number == 0 or table not in ONCE:
                    connection.execute(copy(table, columns, number, days * place))
        count_anew(connection)
        connection.execute("checkpoint")


def list_tables(connection: duckdb.DuckDBPyConnection) -> dict[str, list[Column]]:
    """The tables of the base that hold rows, with their columns; without what is counted anew and
    what the file has by itself.
    """
    tables: dict[str, list[Column]] = {}
    for table, *column in connection.execute(COLUMNS).fetchall():
        tables.setdefault(table, []).append((column[0], column[1]))
    return {table: tables[table] for table in tables if table not in SELF_MADE}


COLUMNS = """
select schema_name || '.' || table_name, column_name, data_type
from duckdb_columns()
inner join duckdb_tables() using (database_name, schema_name, table_name)
where database_name = 'base' and estimated_size > 0
order by duckdb_tables.table_oid, column_index
"""


def count_days(connection: duckdb.DuckDBPyConnection) -> int:
    """On how many days the base was printed."""
    (days,), *_ = connection.execute(
        "select max(published_on) - min(published_on) + 1 from base.core.article"
    ).fetchall()
    return int(days)


def copy(table: str, columns: Sequence[Column], number: int, days: int) -> str:
    """SQL: add a copy of the table's rows. number: of the copy; 0 keeps keys and names. days: that
    it is later than the base.
    """
    told = ", ".join(f"{mark(*column, number, days)} as {column[0]}" for column in columns)
    where = "where verdict <> 'crowded'" if table == "ops.common_key" else ""
    return f"insert into {table} by name select {told} from base.{table} {where}"  # noqa: S608


def mark(column: str, data_type: str, number: int, days: int) -> str:
    """SQL: what the column holds in a copy."""
    if data_type == "DATE" or column in DAYS:
        return f"({column} + {days})::{data_type}"
    if data_type == "UBIGINT":
        return mark_number(column, number)
    if number and data_type == "VARCHAR":
        return mark_text(column, number)
    if number and column == "geonames_id":
        return f"{column} + {number}::bigint * 1000000000"
    if number and column == "names":
        return f"list_transform({column}, lambda name: name || '{number}')"
    return column


def mark_number(column: str, number: int) -> str:
    """SQL: the number of a member, a node or the like, or a key that they share."""
    marked = f"xor({column}, {number}::ubigint)"
    # runs of words of other texts are others, the words are the same
    return f"if(kind in ('shingle', 'said'), {marked}, {column})" if column == "key" else marked


def mark_text(column: str, number: int) -> str:
    """SQL: a key, an address or a name; any other text stays."""
    if column in ADDRESSES:
        return f"{column} || '?copy={number}'"
    if column in NAMES:
        return f"{column} || '{number}'"
    if column == "form":
        return f"if(alias_kind in ('role', 'country'), form, form || '{number}')"
    if column not in SHARED_KEYS and column.removesuffix("_a").removesuffix("_b").endswith("_id"):
        last = f"xor(('0x' || right({column}, 2))::utinyint, {number}::utinyint)"
        return f"left({column}, 14) || lower(lpad(hex({last}), 2, '0'))"
    return column


def count_anew(connection: duckdb.DuckDBPyConnection) -> None:
    """Which keys are crowded, and the names by month, in all copies together."""
    connection.execute(CROWDED_KEYS)
    make_temp(connection, "counted_month", ARTICLES_OF_MONTHS)
    make_temp(connection, "touched_alias", FORMS_OF_MONTHS)
    connection.execute(ALIASES)


CROWDED_KEYS = f"""
insert into ops.common_key by name
select 'crowded' as verdict, kind, key
from (select kind, key from ops.article_key union all select kind, key from ops.quote_key)
group by kind, key
having count(*) > case when kind in ('word', 'said_word') then {CROWDED_WORD} else {CROWDED} end
"""  # noqa: S608 - our own words
ARTICLES_OF_MONTHS = """
select
    article_id,
    outlet_id,
    published_on,
    date_trunc('month', published_on)::date as published_month_on
from core.article
"""
FORMS_OF_MONTHS = """
select distinct form as alias, outlet_id, published_month_on
from core.referent_form
inner join counted_month using (article_id)
"""


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.growth_copies", description=__doc__)
    parser.add_argument("articles", type=int)
    parser.add_argument("file", type=Path)
    options = parser.parse_args(words)
    if options.file.exists():
        raise SystemExit(f"{options.file} is there already")
    make_warehouse(options.articles, options.file)


if __name__ == "__main__":
    main(sys.argv[1:])
