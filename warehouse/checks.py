"""A connection -> what the assertions across tables (`sql/checks/<table>/<rule>.sql`) find in the
warehouse, noted in ops.quality_result.

Each file asks for `row_key` and `is_broken`. `checked_article` are the articles that are looked at,
with their title and text: those that the run has written; `checked_quote` and its like the rows
that hang on them; `linked_article` those articles and the ones whose names it linked anew. What can
be asked of all rows at little cost is asked of all. `onrecord check` looks at every article.
"""

from pathlib import Path

import duckdb

from transforms.records import QualityResult
from warehouse.across.tables import make_temp
from warehouse.connect import transaction
from warehouse.runs import write_quality_results
from warehouse.schema import SQL, list_sql

SUITE = "warehouse"


def check_warehouse(
    connection: duckdb.DuckDBPyConnection, run_id: str
) -> tuple[QualityResult, ...]:
    """Check the state that the run has brought about; the results are written, too."""
    connection.execute(WRITTEN, [run_id])
    make_temp(connection, "named_anew", NAMED_ANEW)
    results = check_articles(
        connection, "from written_article", "from named_anew", ROWS_OF_ARTICLES
    )
    write_quality_results(connection, run_id, results)
    return results


WRITTEN = """
create or replace temp table written_article as
select article_id, title, text from core.article where last_run_id = ?
"""
NAMED_ANEW = """
select article_id from written_article
union
select article_id from ops.stale_article
"""


CHECKED_TABLES = (
    "entity_mention",
    "entity_relation",
    "quote",
    "quote_source",
    "quote_span",
    "referent",
    "time_mention",
)
EVERY_ROW = "create or replace temp view checked_{table} as from core.{table}"
# what a run has written stands at the end of a table: where that begins is found in the keys of
# articles, and nothing else is read of what comes before
ROWS_OF_ARTICLES = """
create or replace temp table checked_{table}_row as
select rowid as row_no from core.{table} semi join checked_article using (article_id);

create or replace temp view checked_{table} as
from core.{table} where rowid in (select row_no from checked_{table}_row)
"""


def check_everything(connection: duckdb.DuckDBPyConnection) -> tuple[QualityResult, ...]:
    """Check all articles, whichever run wrote them; nothing is written."""
    every_article = "select article_id, title, text from core.article"
    return check_articles(connection, every_article, every_article, EVERY_ROW)


def check_articles(
    connection: duckdb.DuckDBPyConnection, checked: str, linked: str, rows: str
) -> tuple[QualityResult, ...]:
    """What all assertions find, in one and the same state, in the articles of the two queries.
    rows: how the rows of a table are found that hang on the first ones.
    """
    with transaction(connection):
        connection.execute(f"create or replace temp view checked_article as {checked}")
        connection.execute(f"create or replace temp view linked_article as {linked}")
        for table in CHECKED_TABLES:
            connection.execute(rows.format(table=table))
        return tuple(
            check_rule(connection, table, file)
            for table in list_checked_tables()
            for file in list_sql("checks", table)
        )


def list_checked_tables() -> list[str]:
    """The tables that have assertions, sorted."""
    return sorted(folder.name for folder in (SQL / "checks").iterdir() if folder.is_dir())


def check_rule(connection: duckdb.DuckDBPyConnection, table: str, file: Path) -> QualityResult:
    """What one assertion finds."""
    assertion = file.read_text(encoding="utf-8")
    evaluated_count, unexpected_count = connection.execute(
        COUNT.format(assertion=assertion)
    ).fetchall()[0]
    keys = find_keys(connection, assertion) if unexpected_count else ()
    return QualityResult(
        suite=SUITE,
        rule=file.stem,
        table_name=table,
        column_name=None,
        severity="critical",
        evaluated_count=evaluated_count,
        unexpected_count=unexpected_count,
        sample_keys=keys,
    )


def find_keys(connection: duckdb.DuckDBPyConnection, assertion: str) -> tuple[str, ...]:
    """The smallest keys of the rows that break it. To make the keys of all rows is dear: they are
    asked for where there are any.
    """
    (keys,) = connection.execute(KEYS.format(assertion=assertion)).fetchall()[0]
    return tuple(keys)


COUNT = """
with assertion as ({assertion})
select count(*), count(*) filter (where is_broken)
from assertion
"""
KEYS = """
with assertion as ({assertion})
select min(row_key, 10)
from assertion
where is_broken
"""
