"""A connection -> what the assertions across tables (`sql/checks/<table>/<rule>.sql`) find in the
warehouse, noted in ops.quality_result.

Each file asks for `row_key` and `is_broken`. `checked_article` are the articles that the run has
written: what only a new version of an article can break is looked for there, what linking or
deleting can break is looked for everywhere.
"""

from pathlib import Path

import duckdb
import pyarrow as pa

from transforms.records import QualityResult
from warehouse.connect import as_table, transaction
from warehouse.runs import write_quality_results
from warehouse.schema import SQL, list_sql

SUITE = "warehouse"


def check_warehouse(
    connection: duckdb.DuckDBPyConnection, run_id: str
) -> tuple[QualityResult, ...]:
    """Check the state that the run has brought about; the results are written, too."""
    written = connection.sql(
        "select article_id from core.article where last_run_id = ?", params=[run_id]
    )
    results = check_articles(connection, written.to_arrow_table())
    write_quality_results(connection, run_id, results)
    return results


def check_everything(connection: duckdb.DuckDBPyConnection) -> tuple[QualityResult, ...]:
    """Check all articles, whichever run wrote them; nothing is written."""
    return check_articles(
        connection, connection.sql("select article_id from core.article").to_arrow_table()
    )


def check_articles(
    connection: duckdb.DuckDBPyConnection, articles: pa.Table
) -> tuple[QualityResult, ...]:
    """What all assertions find in one and the same state."""
    with transaction(connection), as_table(connection, "checked_article", articles):
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
    evaluated_count, unexpected_count, keys = connection.execute(
        SUMMARISE.format(assertion=assertion)
    ).fetchall()[0]
    return QualityResult(
        suite=SUITE,
        rule=file.stem,
        table_name=table,
        column_name=None,
        severity="critical",
        evaluated_count=evaluated_count,
        unexpected_count=unexpected_count,
        sample_keys=tuple(keys or ()),
    )


SUMMARISE = """
with assertion as ({assertion})
select count(*), count(*) filter (where is_broken), min(row_key, 10) filter (where is_broken)
from assertion
"""
