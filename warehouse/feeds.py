"""Visits of feeds and pages -> rows of the ops tables, and back; and the archives in which the
pages' bytes are kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

import duckdb

from transforms.records import Visit, VisitKind
from warehouse.connect import Row, as_table, insert_rows, make_key_table, transaction
from warehouse.rows import in_utc

TABLES: dict[VisitKind, str] = {"feed": "ops.feed", "page": "ops.page_visit"}
COMMON = (
    *(
        "address",
        "url",
        "outcome",
        "first_visited_at",
        "visited_at",
        "next_visit_at",
        "failure_count",
    ),
    *("moved_to", "etag", "last_modified", "content_sha256"),
)
TIMES = frozenset({"first_visited_at", "visited_at", "next_visit_at", "last_new_at"})


@dataclass(frozen=True, slots=True)
class RawFile:
    """An archive of fetched pages. Times are UTC."""

    file_uri: str
    run_id: str
    byte_count: int
    record_count: int
    first_fetched_at: datetime
    last_fetched_at: datetime


def find_visits(
    connection: duckdb.DuckDBPyConnection, addresses: Sequence[str]
) -> dict[str, Visit]:
    """What is remembered of these addresses, by address, and whether the warehouse holds the
    article.
    """
    with as_table(connection, "wanted", make_key_table(addresses, "address")):
        feeds = connection.execute(
            f"select {', '.join(COMMON)}, last_new_at from ops.feed semi join wanted using (address)"  # noqa: S608
        ).fetchall()
        pages = connection.execute(FIND_PAGES.format(columns=", ".join(COMMON))).fetchall()
    found = [make_visit("feed", row[:-1], last_new_at=in_zone(row[-1])) for row in feeds]
    found += [make_visit("page", row[:-1], is_loaded=row[-1]) for row in pages]
    return {visit.address: visit for visit in found}


FIND_PAGES = """
select {columns}, exists (select 1 from core.article where article.source_uri = page_visit.url) as is_loaded
from ops.page_visit semi join wanted using (address)
"""


def make_visit(
    kind: VisitKind,
    row: Sequence[Any],
    *,
    last_new_at: datetime | None = None,
    is_loaded: bool = False,
) -> Visit:
    """The visit that a row remembers."""
    columns: dict[str, Any] = {
        name: in_zone(value) if name in TIMES else value
        for name, value in zip(COMMON, row, strict=True)
    }
    return Visit(kind=kind, last_new_at=last_new_at, is_loaded=is_loaded, **columns)


def remember_visits(connection: duckdb.DuckDBPyConnection, visits: Sequence[Visit]) -> None:
    """Put what is to be remembered in the place of what was remembered before."""
    if not visits:
        return
    latest = {visit.address: visit for visit in visits}
    with (
        transaction(connection),
        as_table(connection, "visited", make_key_table(sorted(latest), "address")),
    ):
        for kind, table in TABLES.items():
            connection.execute(
                f"delete from {table} where address in (select address from visited)"  # noqa: S608
            )
            insert_rows(
                connection,
                table,
                [
                    make_row(latest[address])
                    for address in sorted(latest)
                    if latest[address].kind == kind
                ],
            )


def make_row(visit: Visit) -> Row:
    """The row of a visit."""
    row = {
        name: in_utc(value) if name in TIMES else value
        for name, value in asdict(visit).items()
        if name in COMMON
    }
    if visit.kind == "page":
        return row
    pause = visit.next_visit_at and int((visit.next_visit_at - visit.visited_at).total_seconds())
    return row | {"last_new_at": in_utc(visit.last_new_at), "interval_seconds": pause}


def remember_raw_files(connection: duckdb.DuckDBPyConnection, files: Sequence[RawFile]) -> None:
    """Note the archives that a run has written so far, in the place of what was noted of them
    before.
    """
    if not files:
        return
    uris = make_key_table([file.file_uri for file in files], "file_uri")
    with transaction(connection), as_table(connection, "listed", uris):
        connection.execute(
            "delete from ops.raw_file where file_uri in (select file_uri from listed)"
        )
        insert_rows(connection, "ops.raw_file", [dict(make_raw_row(file)) for file in files])


def make_raw_row(file: RawFile) -> Iterator[tuple[str, object]]:
    for name, value in asdict(file).items():
        yield name, in_utc(value) if isinstance(value, datetime) else value


def retire_raw_files(
    connection: duckdb.DuckDBPyConnection, before: datetime, now: datetime
) -> list[str]:
    """Note as deleted the archives whose last answer is from before a time; their paths, for
    whoever deletes them.
    """
    retire = "update ops.raw_file set removed_at = ? where removed_at is null and last_fetched_at < ? returning file_uri"
    return sorted(
        row[0] for row in connection.execute(retire, [in_utc(now), in_utc(before)]).fetchall()
    )


def in_zone(moment: datetime | None) -> datetime | None:
    """A time of the tables, with its zone."""
    return moment.replace(tzinfo=UTC) if moment else None
