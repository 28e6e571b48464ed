"""The counts that a warehouse keeps, as rows, and as counting everything anew makes them."""

import duckdb

from warehouse.article_counts import BY_ARTICLE
from warehouse.counts import DAILY, renew_counts

KEPT = (*DAILY, "alias_monthly", *BY_ARTICLE, "counted_article")


def read_counts(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: connection.execute(f"from ops.{table} order by all").fetchall() for table in KEPT
    }


def count_anew(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    """The counts of everything, in the place of those that were kept."""
    for table in KEPT:
        connection.execute(f"delete from ops.{table}")
    renew_counts(connection)
    return read_counts(connection)
