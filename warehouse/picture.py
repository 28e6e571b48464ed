"""A connection -> the picture docs/images/tables.svg: which tables of core hang together by which
keys, read from their columns.

`python -m warehouse.picture > docs/images/tables.svg` renews it; a test says when that is due.
"""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import duckdb

from warehouse.schema import apply_schema

KEYS = ("outlet", "article", "quote", "referent", "entity", "story", "utterance")
"""The tables whose keys others hold, from left to right."""
COLUMNS = """
select
    duckdb_columns.table_name,
    split_part(duckdb_tables.comment, '.', 1),
    list(column_name order by column_index)
from duckdb_columns()
inner join duckdb_tables() using (schema_name, table_name)
where schema_name = 'core'
group by all
order by duckdb_columns.table_name
"""
KEY = re.compile(r"(?:^|_)(?P<table>[a-z]+)_id(?:_[ab])?$")  # "speaker_entity_id", "article_id_a"
LINE, LEFT, GAP, TOP = 26, 170, 88, 46
STYLE = """
text { font: 13px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: #1b1e22; }
.soft { fill: #565c64; font-size: 11px; }
.key { stroke: #b9c0c8; stroke-width: 2; }
.tie { stroke: #2f6fb2; stroke-width: 1.5; }
.held { fill: #2f6fb2; }
.home { fill: #ffffff; stroke: #b8541a; stroke-width: 3; }
"""


@dataclass(frozen=True, slots=True)
class Table:
    """A table, what a row of it is, and the names of the columns by the key that they hold."""

    name: str
    meaning: str
    held: dict[str, list[str]]


def draw_tables(connection: duckdb.DuckDBPyConnection) -> str:
    """A line for each table, a rail for each key: a ring where the key is at home, a dot where a
    column holds it.
    """
    rows = connection.execute(COLUMNS).fetchall()
    tables = sort_tables(
        [Table(name, meaning, find_keys(columns)) for name, meaning, columns in rows]
    )
    width, height = LEFT + GAP * len(KEYS) + 330, TOP + LINE * len(tables) + 16
    drawn = [draw_rail(number, height) for number in range(len(KEYS))]
    drawn += [draw_table(table, TOP + LINE * (number + 0.5)) for number, table in enumerate(tables)]
    told = "The tables of core, and which of them hold the keys of outlet, article, quote, referent, entity, story and utterance"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="{told}">'
    return "\n".join(
        [
            head,
            f"<style>{STYLE}</style>",
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            *drawn,
            "</svg>\n",
        ]
    )


def find_keys(columns: Sequence[str]) -> dict[str, list[str]]:
    """`["quote_id", "speaker_entity_id"]` -> `{"quote": ["quote_id"], "entity":
    ["speaker_entity_id"]}`
    """
    found: dict[str, list[str]] = {}
    for column in columns:
        key = KEY.search(column)
        if key and key["table"] in KEYS:
            found.setdefault(key["table"], []).append(column)
    return found


def sort_tables(tables: Sequence[Table]) -> list[Table]:
    """Each table that is the home of a key, and after it those that belong to it by the key
    furthest to the right.
    """
    return sorted(tables, key=lambda table: (rank(table), table.name not in KEYS, table.name))


def rank(table: Table) -> int:
    if table.name in KEYS:
        return KEYS.index(table.name)
    return next(
        (number for number, key in enumerate(KEYS) if table.name.startswith(key)), len(KEYS)
    )


def draw_rail(number: int, height: float) -> str:
    x = find_x(number)
    rail = f'<line class="key" x1="{x}" x2="{x}" y1="{TOP}" y2="{height - 12}"/>'
    return f'{rail}<text x="{x}" y="{TOP - 12}" text-anchor="middle">{KEYS[number]}</text>'


def find_x(number: int) -> int:
    return LEFT + GAP * number + GAP // 2


def draw_table(table: Table, y: float) -> str:
    """Its name, what a row is, and its marks on the rails; above each mark the columns."""
    places = sorted(KEYS.index(key) for key in table.held)
    parts = [f'<text x="{LEFT - 8}" y="{y + 4:g}" text-anchor="end">{table.name}</text>']
    if places:
        parts.append(
            f'<line class="tie" x1="{find_x(places[0])}" x2="{find_x(places[-1])}" y1="{y:g}" y2="{y:g}"/>'
        )
    parts += [draw_mark(table, place, y) for place in places]
    short = table.meaning if len(table.meaning) <= 58 else table.meaning[:57] + "…"
    parts.append(
        f'<text class="soft" x="{LEFT + GAP * len(KEYS) + 6}" y="{y + 4:g}">{escape(short)}</text>'
    )
    return "".join(parts)


def draw_mark(table: Table, place: int, y: float) -> str:
    kind = "home" if table.name == KEYS[place] else "held"
    columns = escape(", ".join(table.held[KEYS[place]]))
    return f'<circle class="{kind}" cx="{find_x(place)}" cy="{y:g}" r="5"><title>{columns}</title></circle>'


if __name__ == "__main__":
    with duckdb.connect() as connection:
        apply_schema(connection)
        sys.stdout.write(draw_tables(connection))
