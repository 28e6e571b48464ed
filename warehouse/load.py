"""A checked batch -> its rows in the warehouse, in one transaction, each article in the place of
its older version.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import duckdb

from transforms.records import Batch, Document, Findings, Outlet, Reject
from warehouse.columns import as_row
from warehouse.connect import as_table, insert_rows, make_arrow, make_key_table, transaction
from warehouse.rows import CHILDREN, in_utc, make_article_row, make_child_rows
from warehouse.runs import write_rejects
from warehouse.versions import keep_former, write_versions

# the greater one is kept: later fetched, then by content and place, so that order is no matter
Version = tuple[datetime, str, str]
NEVER = datetime.min  # noqa: DTZ901 - like the times of the tables, without a zone


@dataclass(frozen=True, slots=True)
class LoadCounts:
    """What a batch did to the warehouse. pages_rejected counts the batch's own rejected pages and
    the older versions of articles.

    pages_loaded is less the pages of an earlier batch of the run that the batch replaced: those
    count as rejected now.
    """

    pages_loaded: int
    pages_rejected: int


@dataclass(frozen=True, slots=True)
class Held:
    """An article that the warehouse holds already."""

    first_run_id: str
    last_run_id: str
    version: Version
    url: str | None
    external_id: str | None


def load_batch(connection: duckdb.DuckDBPyConnection, batch: Batch, run_id: str) -> LoadCounts:
    """Write the articles of the batch, all that hangs on them, and its rejects.

    Of two pages of one article the later fetched wins, within the batch and against the warehouse;
    the other becomes a Reject (`older_version`), and where its words are others a former state of
    the article. Loading the same input again, or in another order, leaves the same rows (but for
    the run's key).
    """
    held = find_held(connection, sorted({found.article.article_id for found in batch.findings}))
    kept, older = choose_versions(batch.findings, held)
    replaced = [
        held[article_id]
        for article_id in kept
        if article_id in held and held[article_id].last_run_id == run_id
    ]
    rejects = (*batch.rejects, *older, *map(reject_replaced, replaced))
    with transaction(connection):
        merge_outlets(connection, [found.article.document.outlet for found in batch.findings])
        replaced_ids = [article_id for article_id in kept if article_id in held]
        keep_former(connection, replaced_ids)
        delete_articles(connection, replaced_ids)
        insert_articles(connection, kept, held, run_id)
        write_versions(connection, batch.findings)
        name_outlets(connection, [found.article.document.outlet for found in batch.findings])
        write_rejects(connection, run_id, rejects)
    rejected = sum(reject.scope == "page" for reject in rejects)
    return LoadCounts(pages_loaded=len(kept) - len(replaced), pages_rejected=rejected)


def find_held(connection: duckdb.DuckDBPyConnection, article_ids: Sequence[str]) -> dict[str, Held]:
    """What the warehouse holds of these articles."""
    with as_table(connection, "wanted", make_key_table(article_ids, "article_id")):
        rows = connection.execute(HELD).fetchall()
    return {row[0]: make_held(*row[1:]) for row in rows}


HELD = """
select
    article_id,
    first_run_id,
    last_run_id,
    fetched_at,
    content_sha256,
    source_uri,
    url,
    external_id
from core.article semi join wanted using (article_id)
"""


def make_held(  # noqa: PLR0913 - the columns of a row
    first: str,
    last: str,
    fetched_at: datetime | None,
    sha256: str,
    uri: str,
    url: str | None,
    external_id: str | None,
) -> Held:
    return Held(first, last, (fetched_at or NEVER, sha256, uri), url, external_id)


def choose_versions(
    findings: Iterable[Findings], held: dict[str, Held]
) -> tuple[dict[str, Findings], list[Reject]]:
    """The version to keep of each article, by article_id, and a reject for every other page."""
    kept: dict[str, Findings] = {}
    older = []
    for found in sorted(
        findings, key=lambda found: version_of(found.article.document), reverse=True
    ):
        article_id, version = found.article.article_id, version_of(found.article.document)
        if article_id in kept or (article_id in held and version < held[article_id].version):
            older.append(reject_older(found.article.document))
        else:
            kept[article_id] = found
    return dict(sorted(kept.items())), older


def version_of(document: Document) -> Version:
    fetched_at = in_utc(document.fetched_at) or NEVER
    return fetched_at, document.content_sha256, document.source_uri


def reject_older(document: Document) -> Reject:
    return name_older(document.source_uri, document.url, document.external_id)


def reject_replaced(held: Held) -> Reject:
    """The reject of a page that an earlier batch of the same run had loaded."""
    return name_older(held.version[2], held.url, held.external_id)


def name_older(source_uri: str, url: str | None, external_id: str | None) -> Reject:
    return Reject(
        source_uri,
        stage="load",
        reason="older_version",
        field="article.article_id",
        observed_value=url or external_id,
        detail="another page of the same article was fetched later, or is the same page in another place",
        url=url,
    )


def merge_outlets(connection: duckdb.DuckDBPyConnection, outlets: Iterable[Outlet | None]) -> None:
    """Add what the pages show of their outlets. Older versions count too, so that the order of
    loading makes no difference.
    """
    rows = [as_row(outlet) for outlet in set(outlets) if outlet]
    if not rows:
        return
    with as_table(connection, "shown_outlet", make_arrow(connection, "core.outlet", rows)):
        connection.execute(MERGE_OUTLETS)


MERGE_OUTLETS = """
merge into core.outlet using (
with witness as (
    from core.outlet semi join shown_outlet using (outlet_id)
    union all by name
    from shown_outlet
)
select
    outlet_id,
    max_by(name, row(name <> lower(name), length(name), name)) as name,
    min(domain) as domain,
    min(country_code) as country_code
from witness
group by outlet_id
) as merged using (outlet_id)
when matched then update by name
when not matched then insert by name
"""


def name_outlets(connection: duckdb.DuckDBPyConnection, outlets: Iterable[Outlet | None]) -> None:
    """Give outlets the name that most of their articles show, so that one page cannot rename the
    outlet of a whole domain.
    """
    keys = sorted({outlet.outlet_id for outlet in outlets if outlet})
    with as_table(connection, "shown_outlet", make_key_table(keys, "outlet_id")):
        connection.execute(NAME_OUTLETS)


NAME_OUTLETS = """
update core.outlet
set name = voted.name
from (
    select outlet_id, max_by(name, row(page_count, name <> lower(name), length(name), name)) as name
    from (
        select outlet_id, outlet_name as name, count(*) as page_count
        from core.article
        semi join shown_outlet using (outlet_id)
        where outlet_name is not null
        group by outlet_id, outlet_name
    ) as shown
    group by outlet_id
) as voted
where outlet.outlet_id = voted.outlet_id
"""


def delete_articles(connection: duckdb.DuckDBPyConnection, article_ids: Sequence[str]) -> None:
    """Take out articles and all that hangs on them."""
    if not article_ids:
        return
    with as_table(connection, "replaced", make_key_table(article_ids)):
        for table in ("core.article", *CHILDREN):
            connection.execute(
                f"delete from {table} where article_id in (select key from replaced)"  # noqa: S608
            )


def insert_articles(
    connection: duckdb.DuckDBPyConnection,
    kept: dict[str, Findings],
    held: dict[str, Held],
    run_id: str,
) -> None:
    """Write articles that are not there, or no longer."""
    first_runs = {
        article_id: held[article_id].first_run_id if article_id in held else run_id
        for article_id in kept
    }
    rows = [
        make_article_row(found.article, first_runs[article_id], run_id)
        for article_id, found in kept.items()
    ]
    insert_rows(connection, "core.article", rows)
    for table, children in make_child_rows(list(kept.values())).items():
        insert_rows(connection, table, children)
