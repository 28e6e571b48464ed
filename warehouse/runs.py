"""The life of a run -> rows of the ops tables; and back: the summary of a run."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import duckdb

from transforms.records import QualityResult, Reject
from warehouse.connect import as_table, insert_rows, make_arrow, transaction
from warehouse.falls import find_falls
from warehouse.rows import in_utc, make_reject_row

Counts = tuple[tuple[str, int], ...]  # names with their counts, the greatest first


@dataclass(frozen=True, slots=True)
class PageCounts:
    """Pages of a run: seen = loaded + unchanged + rejected."""

    seen: int
    loaded: int
    unchanged: int
    rejected: int


@dataclass(frozen=True, slots=True)
class Run:
    """A row of ops.run. ended_at and pages are None until the run has ended; times are UTC without
    a zone.
    """

    run_id: str
    flow_name: str
    started_at: datetime
    ended_at: datetime | None
    status: str
    code_version: str
    pages: PageCounts | None


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did, and what the warehouse holds after it. `failed_rules`: (rule, rows that broke
    it) without those noted only.

    falls: where quality fell compared to the runs before, a sentence each.
    """

    run: Run
    rejects_by_reason: Counts
    quotes_by_kind: Counts
    top_speakers: Counts
    failed_rules: Counts
    lines_by_cleaning_rule: Counts
    falls: tuple[str, ...] = ()


def start_run(  # noqa: PLR0913 - the columns of a run that has begun
    connection: duckdb.DuckDBPyConnection,
    run_id: str,
    flow_name: str,
    started_at: datetime,
    code_version: str,
    flow_run_id: str | None = None,
    is_text_only: bool = False,
) -> None:
    """Note the begin of a run; one that is still noted as running never reached its end."""
    begun = {
        "run_id": run_id,
        "flow_name": flow_name,
        "started_at": in_utc(started_at),
        "status": "running",
    }
    row = begun | {
        "code_version": code_version,
        "flow_run_id": flow_run_id,
        "is_text_only": is_text_only,
    }
    with transaction(connection):
        connection.execute("update ops.run set status = 'killed' where status = 'running'")
        insert_rows(connection, "ops.run", [row])


def end_run(
    connection: duckdb.DuckDBPyConnection,
    run_id: str,
    ended_at: datetime,
    status: str,
    pages: PageCounts,
) -> None:
    """Note the end of a run, and how it ended: done."""
    connection.execute(
        """
        update ops.run
        set ended_at = ?, status = ?, pages_seen = ?, pages_loaded = ?, pages_unchanged = ?, pages_rejected = ?
        where run_id = ?
        """,
        [
            in_utc(ended_at),
            status,
            pages.seen,
            pages.loaded,
            pages.unchanged,
            pages.rejected,
            run_id,
        ],
    )


def write_rejects(
    connection: duckdb.DuckDBPyConnection, run_id: str, rejects: Sequence[Reject]
) -> None:
    """Note what did not enter. `load_batch` does it for the rejects of its batch."""
    insert_rows(
        connection, "ops.rejected_page", [make_reject_row(reject, run_id) for reject in rejects]
    )


def write_quality_results(
    connection: duckdb.DuckDBPyConnection, run_id: str, results: Sequence[QualityResult]
) -> None:
    """Add results to the run's: a rule that was checked on several batches is one row with the
    counts of all.
    """
    if not results:
        return
    rows = [make_result_row(result, run_id) for result in results]
    with as_table(connection, "batch_result", make_arrow(connection, "ops.quality_result", rows)):
        connection.execute(ADD_RESULTS)


def make_result_row(result: QualityResult, run_id: str) -> dict[str, object]:
    keys = ",".join(result.sample_keys[:10]) or None
    return {
        "run_id": run_id,
        "is_success": result.unexpected_count == 0,
        **asdict(result),
        "sample_keys": keys,
    }


ADD_RESULTS = """
merge into ops.quality_result using (
with result as (
    from ops.quality_result semi join batch_result using (run_id, suite, rule)
    union all by name
    from batch_result
)
select
    run_id,
    suite,
    rule,
    min(table_name) as table_name,
    min(column_name) as column_name,
    min(severity) as severity,
    bool_and(is_success) as is_success,
    sum(evaluated_count)::bigint as evaluated_count,
    sum(unexpected_count)::bigint as unexpected_count,
    nullif(array_to_string(list_sort(flatten(list(string_split(sample_keys, ','))))[:10], ','), '') as sample_keys
from result
group by run_id, suite, rule
) as merged using (run_id, suite, rule)
when matched then update by name
when not matched then insert by name
"""


def read_rejects(
    connection: duckdb.DuckDBPyConnection, run_id: str, limit: int
) -> list[dict[str, object]]:
    """The first rejected pages of a run, by place."""
    return connection.sql(REJECTS_OF_RUN, params=[run_id, limit]).to_arrow_table().to_pylist()


REJECTS_OF_RUN = """
select source_uri, stage, reason, detail
from ops.rejected_page
where run_id = ? and scope = 'page'
order by all
limit ?
"""


def read_run(connection: duckdb.DuckDBPyConnection, run_id: str) -> Run:
    """One run. Raises LookupError for one that is not there."""
    rows = connection.execute(
        f"select {RUN_COLUMNS} from ops.run where run_id = ?",  # noqa: S608
        [run_id],
    ).fetchall()
    if not rows:
        raise LookupError(f"no run {run_id} in ops.run")
    return make_run(rows[0])


RUN_COLUMNS = "run_id, flow_name, started_at, ended_at, status, code_version, pages_seen, pages_loaded, pages_unchanged, pages_rejected"


def make_run(row: Sequence[Any]) -> Run:
    run_id, flow_name, started_at, ended_at, status, code_version, *pages = row
    return Run(
        run_id,
        flow_name,
        started_at,
        ended_at,
        status,
        code_version,
        None if None in pages else PageCounts(*pages),
    )


def summarise_run(connection: duckdb.DuckDBPyConnection, run_id: str) -> RunSummary:
    """What the run did. Quotes and speakers: the sure ones of all runs. Raises LookupError for a
    run that is not there.
    """
    return RunSummary(
        read_run(connection, run_id),
        rejects_by_reason=count(connection, REJECTS_BY_REASON, run_id),
        quotes_by_kind=count(connection, QUOTES_BY_KIND),
        top_speakers=count(connection, TOP_SPEAKERS),
        failed_rules=count(connection, FAILED_RULES, run_id),
        lines_by_cleaning_rule=count(connection, LINES_BY_RULE, run_id),
        falls=find_falls(connection, run_id),
    )


def count(connection: duckdb.DuckDBPyConnection, query: str, *parameters: str) -> Counts:
    return tuple(
        (str(name), int(number))
        for name, number in connection.execute(query, parameters).fetchall()
    )


REJECTS_BY_REASON = """
select reason, count(*) from ops.rejected_page where run_id = ? and scope = 'page' group by reason order by 2 desc, 1
"""
# as mart.quote has them, but without the names of all that it joins
QUOTES_BY_KIND = """
select kind, count(*) from core.quote where confidence >= 0.5 group by kind order by 2 desc, 1
"""
TOP_SPEAKERS = """
with spoken as (
    select speaker_entity_id as entity_id, count(*) as quote_count
    from core.quote
    where confidence >= 0.5
    group by speaker_entity_id
)

select name, quote_count from spoken inner join core.entity using (entity_id)
order by 2 desc, 1 limit 5
"""
FAILED_RULES = """
select rule, unexpected_count from ops.quality_result
where run_id = ? and not is_success and severity <> 'info' order by 2 desc, 1
"""
LINES_BY_RULE = """
select rule, sum(line_count)::bigint
from core.article_rule inner join core.article using (article_id)
where last_run_id = ? group by rule order by 2 desc, 1
"""
