"""`python -m bench.growth [ARTICLES...]`: what linking a few new articles costs in a warehouse of
so many, CPU and memory of the process.

The articles are made by `bench.press` from a seed. A warehouse is linked when it is filled, and
again with the new articles, by a process of its own each time; `--keep FOLDER` keeps the
warehouses, which are then used again.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

import duckdb

from bench.press import find_day, make_article
from flows.linking import link_new
from transforms.keys import make_key
from transforms.records import Referent
from warehouse.columns import as_row
from warehouse.connect import connect, insert_rows, transaction
from warehouse.rows import make_form_rows
from warehouse.schema import apply_schema

SIZES = (0, 1_000, 10_000, 100_000)
NEW = 100
FIRST_DAY = date(2024, 1, 1)
ARTICLES_AT_ONCE = 5_000


def fill(connection: duckdb.DuckDBPyConnection, numbers: range, run_id: str) -> None:
    """Write articles with their referents, and mentions and quotes as many as news have."""
    for start in range(numbers.start, numbers.stop, ARTICLES_AT_ONCE):
        some = range(start, min(start + ARTICLES_AT_ONCE, numbers.stop))
        referents = [one for number in some for one in make_article(number)]
        with transaction(connection):
            insert_rows(
                connection, "core.article", [make_article_row(number, run_id) for number in some]
            )
            write_referents(connection, referents)
            write_mentions(connection, some)


def make_article_row(number: int, run_id: str) -> dict[str, object]:
    words = dict.fromkeys(
        ("text", "genre", "extractor", "published_source", "content_sha256", "source_uri"), ""
    )
    days = {"published_on": FIRST_DAY + timedelta(find_day(number)), "published_precision": "day"}
    runs = {"first_run_id": run_id, "last_run_id": run_id}
    return {"article_id": make_key("article", number), "word_count": 600, **words, **days, **runs}


def write_referents(connection: duckdb.DuckDBPyConnection, referents: Sequence[Referent]) -> None:
    insert_rows(connection, "core.referent", list(map(as_row, referents)))
    insert_rows(
        connection, "core.referent_form", [row for one in referents for row in make_form_rows(one)]
    )


def write_mentions(connection: duckdb.DuckDBPyConnection, numbers: Iterable[int]) -> None:
    """Four mentions of each referent, and two quotes of each person."""
    wanted = [make_key("article", number) for number in numbers]
    for statement in (MENTIONS, QUOTES):
        connection.execute(statement, [wanted])


MENTIONS = """
insert into core.entity_mention by name
select
    substr(sha256(referent_id || place), 1, 16) as mention_id,
    article_id,
    false as in_title,
    name as text,
    100 * place as char_start,
    100 * place + length(name) as char_end,
    kind,
    'name' as mention_kind,
    referent_id
from core.referent, range(4) as step (place)
where list_contains(?, article_id)
"""
QUOTES = """
insert into core.quote by name
select
    substr(sha256('quote' || referent_id || place), 1, 16) as quote_id,
    article_id,
    'indirect' as kind,
    false as in_title,
    'what they said' as text,
    0 as char_start,
    14 as char_end,
    'name' as speaker_mention_kind,
    referent_id as speaker_referent_id,
    0.9 as confidence
from core.referent, range(2) as step (place)
where kind = 'person' and list_contains(?, article_id)
"""


def link(path: Path, first: int, count: int) -> dict[str, float]:
    """Write articles and link them; CPU seconds of the linking, and most megabytes of this process
    before and with it.
    """
    with connect(path) as connection:
        apply_schema(connection)
        fill(connection, range(first, first + count), f"run{first}")
        connection.execute("checkpoint")
    before = measure_peak()
    with connect(path) as connection:
        began = time.process_time()
        link_new(connection)
        seconds = time.process_time() - began
        (entities,), *_ = connection.execute("select count(*) from core.entity").fetchall()
    return {"seconds": seconds, "before": before, "megabytes": measure_peak(), "entities": entities}


def measure_peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def link_apart(path: Path, first: int, count: int) -> dict[str, float]:
    """The same in a process of its own."""
    words = [sys.executable, "-m", "bench.growth", "--link", str(path), str(first), str(count)]
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603 - ourselves
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def measure_growth(sizes: Sequence[int], folder: Path) -> None:
    print(
        f"{'articles':>9}  {'entities':>9}  {'linking all: CPU s':>18}  {'MB':>6}  {f'{NEW} more: CPU s':>15}  {'MB':>6}"
    )
    for size in sizes:
        path = folder / f"{size}.duckdb"
        whole = (
            link_apart(path, 0, size)
            if size and not path.exists()
            else dict.fromkeys(("seconds", "megabytes"), float("nan"))
        )
        copy = folder / "more.duckdb"
        copy.unlink(missing_ok=True)
        if size:
            copy.write_bytes(path.read_bytes())
        more = link_apart(copy, size, NEW)
        shown = (
            f"{size:>9,}",
            f"{more['entities']:>9,.0f}",
            f"{whole['seconds']:>18.2f}",
            f"{whole['megabytes']:>6.0f}",
        )
        print(
            "  ".join((*shown, f"{more['seconds']:>15.2f}", f"{more['megabytes']:>6.0f}")),
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument("articles", nargs="*", type=int, default=SIZES)
    parser.add_argument("--keep", type=Path, help="folder for the warehouses")
    parser.add_argument(
        "--link", nargs=3, metavar=("FILE", "FIRST", "COUNT"), help=argparse.SUPPRESS
    )
    options = parser.parse_args()
    if options.link:
        path, first, count = options.link
        print(json.dumps(link(Path(path), int(first), int(count))))
        return
    with tempfile.TemporaryDirectory() as folder:
        measure_growth(options.articles, options.keep or Path(folder))


if __name__ == "__main__":
    main()
