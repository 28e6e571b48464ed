"""Pages of a batch -> core.article_version and core.version_quote: every state of a page's title
and text, whichever was loaded first.

A state is its words: what differs in white space only is the same. The one seen last is the state
that core.article holds; the quotes of the others are kept in core.version_quote. What changed is
named later (`change_kind` is NULL until then).
"""

from collections.abc import Iterable, Sequence

import duckdb
import pyarrow as pa

from transforms.records import Findings
from warehouse.connect import as_table, insert_rows, make_key_table
from warehouse.rows import in_utc

QUOTE = ("quote_id", "kind", "in_title", "text", "char_start", "char_end", "speaker_text")


def keep_former(connection: duckdb.DuckDBPyConnection, article_ids: Sequence[str]) -> None:
    """Before these articles are replaced: the quotes of the states that they are in."""
    with as_table(connection, "wanted", make_key_table(article_ids, "article_id")):
        connection.execute(KEEP_FORMER)


STATE = """left(sha256(concat_ws(
    chr(31),
    article_id,
    regexp_replace(coalesce(title, ''), '\\s', '', 'g'),
    regexp_replace(text, '\\s', '', 'g')
)), 16)"""
KEEP_FORMER = f"""
insert into core.version_quote by name
select
    held.version_id,
    quote.article_id,
    quote.quote_id,
    quote.kind,
    quote.in_title,
    quote.text,
    quote.char_start,
    quote.char_end,
    quote.speaker_text
from core.quote
inner join (select article_id, {STATE} as version_id from core.article semi join wanted using (article_id)) as held using (article_id)
"""  # noqa: S608 - our own expression


def write_versions(connection: duckdb.DuckDBPyConnection, findings: Iterable[Findings]) -> None:
    """After the articles of a batch are written: the states that its pages show, and the quotes of
    those that are not the newest.
    """
    findings = list(findings)
    if not findings:
        return
    with as_table(connection, "shown_page", make_page_table(findings)):
        connection.execute(
            f"create or replace temp table shown_state as select *, {STATE} as version_id from shown_page"  # noqa: S608
        )
    connection.execute(DROP_OTHER_READINGS)
    connection.execute("create or replace temp table merged_state as " + MERGE_STATES)
    connection.execute(
        "delete from core.article_version where version_id in (select version_id from merged_state)"
    )
    connection.execute("insert into core.article_version by name from merged_state")
    connection.execute("create or replace temp table numbered_state as " + NUMBER_STATES)
    connection.execute(SET_NUMBERS)
    write_quotes(connection, findings)


def make_page_table(findings: Sequence[Findings]) -> pa.Table:
    pages = [(found.article.article_id, found.article.document) for found in findings]
    return pa.table(
        {
            "place": pa.array(range(len(pages)), pa.int32()),
            "article_id": pa.array([article_id for article_id, _ in pages], pa.string()),
            "title": pa.array([page.title for _, page in pages], pa.string()),
            "text": pa.array([page.text for _, page in pages], pa.string()),
            "content_sha256": pa.array([page.content_sha256 for _, page in pages], pa.string()),
            "fetched_at": pa.array(
                [in_utc(page.fetched_at) for _, page in pages], pa.timestamp("us")
            ),
            "source_uri": pa.array([page.source_uri for _, page in pages], pa.string()),
        }
    )


# the same bytes were read otherwise before, by another version of On Record: the page had one
# state, not two
DROP_OTHER_READINGS = """
delete from core.article_version
where (article_id, content_sha256, source_uri) in (select (article_id, content_sha256, source_uri) from shown_state)
and version_id not in (select version_id from shown_state)
"""
MERGE_STATES = """
with witness as (
    select version_id, article_id, title, text, content_sha256, source_uri, fetched_at as seen_from, fetched_at as seen_to
    from shown_state
    union all
    select version_id, article_id, title, text, content_sha256, source_uri, seen_from, seen_to
    from core.article_version
    where rowid in (
        select rowid from core.article_version
        where version_id in (select version_id from shown_state)
    )
),

newest as (
    select * exclude (seen_from, seen_to)
    from witness
    qualify row_number() over (
        partition by version_id order by seen_to desc nulls last, content_sha256 desc, source_uri desc, title, text
    ) = 1
),

seen as (
    select version_id, min(seen_from) as seen_from, max(seen_to) as seen_to
    from witness
    group by version_id
)

select *
from newest
inner join seen using (version_id)
"""
NUMBER_STATES = """
select
    version_id,
    row_number() over (partition by article_id order by seen_to nulls first, content_sha256, source_uri) as version_no
from core.article_version
where article_id in (select article_id from shown_state)
"""
SET_NUMBERS = """
update core.article_version
set version_no = numbered_state.version_no, change_kind = case when numbered_state.version_no = 1 then 'first' end
from numbered_state
where article_version.version_id = numbered_state.version_id
"""


def write_quotes(connection: duckdb.DuckDBPyConnection, findings: Sequence[Findings]) -> None:
    """Quotes of the states that the batch shows, and of no state that is the newest, or none any
    more.
    """
    former = dict(connection.execute(FORMER_PLACES).fetchall())
    with as_table(connection, "rewritten", make_key_table(sorted(former.values()), "version_id")):
        connection.execute(
            "delete from core.version_quote where version_id in (select version_id from rewritten)"
        )
    insert_rows(
        connection,
        "core.version_quote",
        [
            row
            for place, version_id in former.items()
            for row in make_rows(findings[place], version_id)
        ],
    )
    connection.execute(DROP_CURRENT_QUOTES)


FORMER_PLACES = """
select min(shown_state.place), shown_state.version_id
from shown_state
inner join core.article_version using (version_id, content_sha256, source_uri)
group by shown_state.version_id
"""
DROP_CURRENT_QUOTES = """
delete from core.version_quote
where article_id in (select article_id from shown_state)
and version_id not in (
    select version_id from core.article_version
    where article_id in (select article_id from shown_state)
    qualify row_number() over (partition by article_id order by version_no desc) > 1
)
"""


def make_rows(found: Findings, version_id: str) -> list[dict[str, object]]:
    key = {"version_id": version_id, "article_id": found.article.article_id}
    return [{**key, **{name: getattr(quote, name) for name in QUOTE}} for quote in found.quotes]


def read_changes(
    connection: duckdb.DuckDBPyConnection,
) -> list[tuple[str, str | None, str, list[str], str | None, str, list[str]]]:
    """The states whose change has no name yet: version_id, then title, text and quotes before and
    after.
    """
    return connection.execute(READ_CHANGES).fetchall()


READ_CHANGES = """
with state as (
    select
        *,
        lag(version_id) over (partition by article_id order by version_no) as former_id
    from core.article_version
    where article_id in (select article_id from core.article_version where change_kind is null)
),

newest as (
    select max_by(version_id, version_no) as version_id, article_id from state group by article_id
),

shown as (
    select version_id, text, char_start from core.version_quote semi join state using (version_id)
    union all
    select newest.version_id, quote.text, quote.char_start from newest inner join core.quote using (article_id)
),

said as (
    select version_id, list(text order by char_start, text) as quotes from shown group by version_id
)

select
    state.version_id,
    former.title,
    former.text,
    coalesce(before.quotes, []),
    state.title,
    state.text,
    coalesce(after.quotes, [])
from state
inner join state as former on state.former_id = former.version_id
left join said as before on former.version_id = before.version_id
left join said as after on state.version_id = after.version_id
where state.change_kind is null
order by state.version_id
"""


def write_changes(connection: duckdb.DuckDBPyConnection, kinds: Sequence[tuple[str, str]]) -> None:
    """Name what changed."""
    if not kinds:
        return
    names = pa.table(
        {
            "version_id": pa.array([key for key, _ in kinds], pa.string()),
            "kind": pa.array([kind for _, kind in kinds], pa.string()),
        }
    )
    with as_table(connection, "named_change", names):
        connection.execute(SET_CHANGES)


SET_CHANGES = """
update core.article_version
set change_kind = named_change.kind
from named_change
where article_version.version_id = named_change.version_id
"""


def fill_missing(connection: duckdb.DuckDBPyConnection) -> None:
    """The state of articles that were loaded before states were kept."""
    if connection.execute(HAS_MISSING).fetchall()[0][0]:
        connection.execute(FILL_MISSING)


HAS_MISSING = """
select exists (
    select article_id from core.article anti join core.article_version using (article_id)
)
"""
FILL_MISSING = f"""
insert into core.article_version by name
select
    {STATE} as version_id,
    article_id,
    1 as version_no,
    title,
    text,
    content_sha256,
    fetched_at as seen_from,
    fetched_at as seen_to,
    'first' as change_kind,
    source_uri
from core.article
anti join core.article_version using (article_id)
"""  # noqa: S608 - our own expression
