"""Addresses of pages and digests of files -> what the warehouse holds of them already, so that it
need not be read again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import duckdb
import pyarrow as pa

from transforms.records import Reject
from warehouse.connect import as_table, insert_rows, make_arrow, make_key_table, transaction


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that a run read to its end: one of many pages, or one whose only page was rejected.

    `file_uri` is the source_uri of its pages, without the place in the file ("#10345").
    """

    file_uri: str
    file_sha256: str
    byte_count: int
    pages_seen: int
    pages_rejected: int
    run_id: str
    code_version: str


def find_known(
    connection: duckdb.DuckDBPyConnection, source_uris: Sequence[str], *, is_text_enough: bool
) -> dict[str, str]:
    """The content_sha256 of the loaded articles that were read at these places, by source_uri.

    is_text_enough: whether those count whose text alone was loaded.
    """
    with as_table(connection, "wanted", make_key_table(source_uris, "source_uri")):
        return dict(connection.execute(KNOWN, [is_text_enough]).fetchall())


KNOWN = """
select source_uri, content_sha256
from core.article
semi join wanted using (source_uri)
left join ops.run on article.last_run_id = run.run_id
where ? or run.is_text_only is distinct from true
"""


def find_unchanged_files(
    connection: duckdb.DuckDBPyConnection, digests: Mapping[str, str], *, is_text_enough: bool
) -> dict[str, SourceFile]:
    """Those of the files (file_uri -> file_sha256) that were read to their end with the same bytes,
    by file_uri.

    is_text_enough: whether those count of which the text alone was loaded. The caller decides
    whether a file that another `code_version` read is to be read again.
    """
    uris, hashes = pa.array(digests.keys(), pa.string()), pa.array(digests.values(), pa.string())
    with as_table(connection, "wanted", pa.table({"file_uri": uris, "file_sha256": hashes})):
        rows = connection.execute(UNCHANGED_FILES, [is_text_enough]).fetchall()
    return {row[0]: SourceFile(*row) for row in rows}


UNCHANGED_FILES = """
select
    source_file.file_uri,
    source_file.file_sha256,
    source_file.byte_count,
    source_file.pages_seen,
    source_file.pages_rejected,
    source_file.run_id,
    source_file.code_version
from ops.source_file
semi join wanted using (file_uri, file_sha256)
left join ops.run using (run_id)
where ? or run.is_text_only is distinct from true
"""


def remember_files(
    connection: duckdb.DuckDBPyConnection, source_files: Sequence[SourceFile]
) -> None:
    """Note files whose pages are all loaded or rejected now; never one that was read in part."""
    if not source_files:
        return
    rows = make_arrow(connection, "ops.source_file", [asdict(file) for file in source_files])
    with as_table(connection, "read_file", rows):
        connection.execute(MERGE_FILES)


MERGE_FILES = """
merge into ops.source_file using read_file using (file_uri)
when matched then update by name
when not matched then insert by name
"""


def replay_rejects(
    connection: duckdb.DuckDBPyConnection, file_uris: Sequence[str], run_id: str
) -> list[Reject]:
    """Give this run the rejected pages of unchanged files, as the run that read them noted them;
    those pages.
    """
    with (
        transaction(connection),
        as_table(connection, "unchanged", make_key_table(file_uris, "file_uri")),
    ):
        rows = connection.sql(REJECTS_OF_FILES).to_arrow_table().to_pylist()
        insert_rows(connection, "ops.rejected_page", [{**row, "run_id": run_id} for row in rows])
    return [Reject(row["source_uri"], row["stage"], row["reason"]) for row in rows]


REJECTS_OF_FILES = """
select rejected_page.*
from unchanged
inner join ops.source_file using (file_uri)
inner join ops.rejected_page
    on source_file.run_id = rejected_page.run_id
    and source_file.file_uri in (rejected_page.source_uri, regexp_replace(rejected_page.source_uri, '#[0-9]+$', ''))
where rejected_page.scope = 'page'
order by rejected_page.source_uri, rejected_page.reason
"""
