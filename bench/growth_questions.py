"""`python -m bench.growth_questions ARTICLES FILE`: how long each question and mart takes on one
thread, in a warehouse of so many articles.

The file is made from a seed where it is not there, and kept. A question is asked three times; the
middle one counts.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from statistics import median

import duckdb
import pyarrow as pa

from bench.growth import ARTICLES_AT_ONCE, FIRST_DAY, write_referents
from bench.press import find_day, find_story, make_article
from transforms.keys import make_key
from warehouse.across.wordings import tell_all_wordings
from warehouse.connect import as_table, connect, transaction
from warehouse.counts import renew_counts
from warehouse.questions import list_questions
from warehouse.schema import MARTS, apply_schema

ROUNDS = 3
ROWS_DRAWN = 20_000


def make_warehouse(path: Path, articles: int) -> None:
    """Fill a new file with so many articles: about 14 quotes and 56 mentions each."""
    with connect(path) as connection:
        apply_schema(connection)
        for start in range(0, articles, ARTICLES_AT_ONCE):
            numbers = range(start, min(start + ARTICLES_AT_ONCE, articles))
            with transaction(connection):
                write_referents(connection, [one for no in numbers for one in make_article(no)])
        connection.execute(NAME_ENTITIES)
        with as_table(connection, "pressed_article", press(articles)):
            connection.execute(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"))
        tell_all_wordings(connection)
        renew_counts(connection)
        connection.execute("checkpoint")


NAME_ENTITIES = r"""
update core.referent
set entity_id = substr(sha256(concat(kind, case kind
    when 'person' then left(name, 1) || regexp_extract(name, '\S+$')
    when 'place' then left(name, 7)
    else name
end)), 1, 16)
"""


def press(articles: int) -> pa.Table:
    """A row for each article: what the press says of it."""
    numbers = range(articles)
    return pa.table(
        {
            "article_id": [make_key("article", number) for number in numbers],
            "article_no": list(numbers),
            "story_no": [find_story(number) for number in numbers],
            "published_on": [FIRST_DAY + timedelta(find_day(number)) for number in numbers],
        }
    )


def list_statements() -> Iterator[tuple[str, str]]:
    """What is asked: the questions, and what a tool asks that draws a mart."""
    yield from ((question.name, question.sql) for question in list_questions())
    for mart in MARTS:
        yield f"mart.{mart}, counted", f"select count(*) from (from mart.{mart})"  # noqa: S608
        yield f"mart.{mart}, {ROWS_DRAWN:,} rows", f"from mart.{mart} limit {ROWS_DRAWN}"


def measure(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[float, int]:
    """CPU seconds of the middle of some rounds, and the rows of the answer."""
    seconds, rows = [], 0
    for _ in range(ROUNDS):
        began = time.process_time()
        rows = connection.sql(sql).to_arrow_table().num_rows
        seconds.append(time.process_time() - began)
    return median(seconds), rows


def print_costs(path: Path, wanted: Sequence[str]) -> None:
    with connect(path, read_only=True) as connection:
        connection.execute("set threads = 1")
        for name, sql in list_statements():
            if not wanted or any(part in name for part in wanted):
                seconds, rows = measure(connection, sql)
                print(f"{seconds:7.2f}  {rows:>9,}  {name}", flush=True)


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.growth_questions", description=__doc__)
    parser.add_argument("articles", type=int)
    parser.add_argument("file", type=Path)
    parser.add_argument("wanted", nargs="*", help="parts of the names of what is to be asked")
    options = parser.parse_args(words)
    if not options.file.exists():
        make_warehouse(options.file, options.articles)
    print_costs(options.file, options.wanted)


if __name__ == "__main__":
    main(sys.argv[1:])
