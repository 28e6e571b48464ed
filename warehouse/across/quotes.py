"""Quotes that are new, changed or otherwise linked -> to be compared; utterances -> core.utterance
and core.utterance_member.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.across.index import (
    QUOTES,
    MemberKeys,
    ask,
    find_candidates,
    finish_keys,
    read_candidates,
    start_keys,
    write_keys,
)
from warehouse.across.tables import (
    find_rows,
    make_temp,
    reach,
    replace_where,
    stage,
)
from warehouse.across.wordings import (
    TOLD_MEMBERS,
    TOUCHED_ONES,
    tell_quotes,
    tell_wordings,
)
from warehouse.connect import as_table, make_key_table
from warehouse.counts import TOUCHED as LINKED_SINCE
from warehouse.portions import split

Row = tuple[Any, ...]
AT_ONCE = 100_000  # quotes otherwise linked that are compared at one time
SCORE = {"quote_id_a": pa.string(), "quote_id_b": pa.string(), "score": pa.float64()}
MEMBER = {"utterance_id": pa.string(), "quote_id": pa.string(), "score": pa.float64()}
PART = MEMBER | {"char_start": pa.int32(), "char_end": pa.int32(), "part_text": pa.string()}
CHANGED = """(
    quote_id_a in (from changing_quote)
    or quote_id_b in (from changing_quote)
    or (quote_id_a, quote_id_b) in (select (one, other) from asked_pair)
)"""


def find_touched(connection: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    """Note the quotes that are to be compared (again), those that are gone, and those whose
    utterances are to be told again since their articles are otherwise related; how many they are,
    and how many of them are otherwise linked than before, AT_ONCE at most.
    """
    make_temp(connection, "changed_article", "from touched_article union all from gone_article")
    make_temp(connection, "relinked_article", RELINKED_ARTICLE)
    relinked = make_temp(connection, "relinked_quote", RELINKED.format(limit=AT_ONCE))
    touched = make_temp(connection, "touched_quote", TOUCHED)
    gone = make_temp(connection, "gone_quote", GONE)
    return gone + touched + make_temp(connection, "regrouped_quote", REGROUPED), relinked


RELINKED_ARTICLE = f"from ({LINKED_SINCE}) anti join touched_article using (article_id)"
RELINKED = f"""
select quote_id
from ({find_rows("core.quote", "relinked_article")}) as quote
inner join ({find_rows("ops.quote_state", "relinked_article")}) as held using (quote_id)
where held.speaker_entity_id is distinct from quote.speaker_entity_id
order by quote_id
limit {{limit}}
"""
TOUCHED = f"""
select quote_id {find_rows("core.quote", "touched_article")}
union
from relinked_quote
"""
GONE = f"""
select quote_id from ({find_rows("ops.quote_state", "changed_article")})
anti join ({find_rows("core.quote", "changed_article")}) using (quote_id)
"""
REGROUPED = """
select quote_id
from core.quote
where article_id in (select unnest([article_id_a, article_id_b]) from changed_likeness union
    from reclassed_article)
"""


def start(connection: duckdb.DuckDBPyConnection) -> None:
    """Take out what is kept of quotes that change or are gone, and note the new state."""
    start_keys(connection, QUOTES)
    connection.execute("delete from ops.quote_state where quote_id in (from changing_quote)")
    connection.execute(NOTE_STATE)


NOTE_STATE = """
insert into ops.quote_state by name
select quote.quote_id, quote.article_id, article.last_run_id as run_id, quote.speaker_entity_id
from core.quote
inner join core.article using (article_id)
where quote.quote_id in (from touched_quote)
"""


def read_texts(
    connection: duckdb.DuckDBPyConnection, size: int = 20_000, *, are_kept: bool = False
) -> Iterator[list[Row]]:
    """The touched quotes: key, first day and text; so many at a time. are_kept: those that are
    otherwise linked only, whose keys are there.
    """
    wanted = RELINKED_ONES if are_kept else OTHER_ONES
    make_temp(connection, "worded_quote", wanted)
    rows = connection.execute(READ_TEXTS).fetchall()
    yield from split(rows, size)


RELINKED_ONES = "from touched_quote semi join relinked_quote using (quote_id)"
OTHER_ONES = "from touched_quote anti join relinked_quote using (quote_id)"
READ_TEXTS = f"""
select quote.quote_id, article_vector.first_day, quote.text
from ({find_rows("core.quote", "worded_quote", "quote_id")}) as quote
left join ops.article_vector using (article_id)
order by quote.quote_id
"""


def write(connection: duckdb.DuckDBPyConnection, made: MemberKeys) -> None:
    write_keys(connection, QUOTES, made)


def finish(connection: duckdb.DuckDBPyConnection) -> None:
    """Which pairs of quotes are to be compared."""
    finish_keys(connection, QUOTES)
    ask(connection, ASK_QUOTES)
    find_candidates(connection, QUOTES)
    drop_two_speakers(connection)


def drop_two_speakers(connection: duckdb.DuckDBPyConnection) -> None:
    """Two of two speakers of one kind are no candidates, whatever their words. Nearly all that
    share some are such, and need not be read.
    """
    connection.execute(DROP_TWO_SPEAKERS)


# what `transforms.across.utterances.are_two` says of speakers
DROP_TWO_SPEAKERS = """
delete from candidate
where (one, other) in (
    with met as (
        select one as quote_id from candidate
        union
        select other from candidate
    ),

    voice as (
        select quote.quote_id, quote.speaker_entity_id, entity.kind
        from core.quote
        semi join met using (quote_id)
        inner join core.entity on quote.speaker_entity_id = entity.entity_id
    )

    select (candidate.one, candidate.other)
    from candidate
    inner join voice as one on candidate.one = one.quote_id
    inner join voice as other on candidate.other = other.quote_id
    where one.speaker_entity_id <> other.speaker_entity_id and one.kind = other.kind
)
"""


# how alike two articles are counts for their quotes
ASK_QUOTES = """
select distinct
    least(one.quote_id, other.quote_id) as one,
    greatest(one.quote_id, other.quote_id) as other
from changed_likeness
inner join core.quote as one on changed_likeness.article_id_a = one.article_id
inner join core.quote as other on changed_likeness.article_id_b = other.article_id
where
    one.quote_id not in (from changing_quote)
    and other.quote_id not in (from changing_quote)
"""


def list_candidates(
    connection: duckdb.DuckDBPyConnection, size: int = 50_000
) -> Iterator[list[tuple[str, str]]]:
    """The pairs to be compared, in the order of days; so many at a time."""
    if make_temp(connection, "translated_quote", TRANSLATED):
        connection.execute(
            "delete from candidate where (one, other) in (select (one, other) from translated_quote)"
        )
    for rows in read_candidates(connection, "candidate", size):
        yield [(one, other) for one, other, _ in rows]


def list_translated(
    connection: duckdb.DuckDBPyConnection, size: int = 100_000
) -> Iterator[list[tuple[str, str]]]:
    """The pairs of an article and its translation, sorted; so many at a time."""
    rows = connection.execute("from translated_quote order by all").fetchall()
    yield from split(rows, size)


# pairs of which one is new or changed, or that are asked about
TRANSLATED = """
with asked_article as (
    select distinct article_id
    from core.quote
    where quote_id in (from touched_quote union all select one from asked_pair)
),

asked_translation as (
    select article_id_a, article_id_b
    from core.article_pair
    where
        relation = 'translation'
        and (article_id_a in (from asked_article) or article_id_b in (from asked_article))
),

translated as (
    select
        least(one.quote_id, other.quote_id) as one,
        greatest(one.quote_id, other.quote_id) as other
    from asked_translation
    inner join core.quote as one on asked_translation.article_id_a = one.article_id
    inner join core.quote as other on asked_translation.article_id_b = other.article_id
)

from translated
where
    one in (from touched_quote)
    or other in (from touched_quote)
    or (one, other) in (select (one, other) from asked_pair)
"""


def read_quotes(connection: duckdb.DuckDBPyConnection, quote_ids: Sequence[str]) -> list[Row]:
    """quote_id, article_id, text, speaker, its kind, uttered_on, first and last day of quotes."""
    with as_table(connection, "asked_quote", make_key_table(quote_ids, "quote_id")):
        return connection.execute(READ_QUOTES).fetchall()


READ_QUOTES = f"""
select
    quote.quote_id,
    quote.article_id,
    quote.text,
    quote.speaker_entity_id,
    entity.kind,
    quote.uttered_on,
    article_vector.first_day,
    article_vector.last_day
from ({find_rows("core.quote", "asked_quote", "quote_id")}) as quote
left join core.entity on quote.speaker_entity_id = entity.entity_id
left join ops.article_vector using (article_id)
"""


def read_places(
    connection: duckdb.DuckDBPyConnection, quote_ids: Sequence[str]
) -> dict[str, float]:
    """Where quotes stand in the texts of their articles, as a share of these; without those that
    are not in quotation marks, or in titles.
    """
    with as_table(connection, "asked_quote", make_key_table(quote_ids, "quote_id")):
        return dict(connection.execute(READ_PLACES).fetchall())


READ_PLACES = """
select quote_id, round(char_start / length(article.text), 6)
from core.quote
semi join asked_quote using (quote_id)
inner join core.article using (article_id)
where not in_title and kind <> 'indirect'
"""


def write_scores(connection: duckdb.DuckDBPyConnection, rows: Sequence[Row]) -> None:
    """What the compared quotes have to do with each other becomes this."""
    stage(connection, "found_score", SCORE, rows)
    make_temp(connection, "former_score", f"from ops.quote_likeness where {CHANGED}")
    make_temp(connection, "changed_score", CHANGED_SCORES)
    replace_where(connection, "ops.quote_likeness", CHANGED, "from found_score")


CHANGED_SCORES = """
select quote_id_a, quote_id_b from (from former_score except from found_score)
union
select quote_id_a, quote_id_b from (from found_score except from former_score)
"""


def read_touched_pairs(
    connection: duckdb.DuckDBPyConnection,
) -> tuple[list[str], list[tuple[str, str, float]]]:
    """The quotes whose utterances may have changed, sorted, and the pairs among them."""
    columns = ("quote_id_a", "quote_id_b")
    reach(connection, "quote_reach", QUOTE_SEED, "ops.quote_likeness", columns)
    make_temp(connection, "grouped_quote", GROUPED)
    members = [
        key for (key,) in connection.execute("from grouped_quote order by quote_id").fetchall()
    ]
    pairs = connection.execute(
        "from ops.quote_likeness where quote_id_a in (from grouped_quote) order by all"
    ).fetchall()
    return members, pairs


QUOTE_SEED = """
select quote_id as id from touched_quote
union
from regrouped_quote
union
select unnest([quote_id_a, quote_id_b]) from changed_score
"""
GROUPED = "select id as quote_id from quote_reach semi join core.quote on id = quote_id"


def read_likenesses(
    connection: duckdb.DuckDBPyConnection, article_ids: Sequence[str]
) -> list[tuple[str, str, float]]:
    """How alike any two of these articles are."""
    with as_table(connection, "asked_article", make_key_table(article_ids, "article_id")):
        return connection.execute(LIKENESSES).fetchall()


LIKENESSES = """
select article_id_a, article_id_b, likeness
from ops.article_likeness
where article_id_a in (from asked_article) and article_id_b in (from asked_article)
"""


def read_spans(
    connection: duckdb.DuckDBPyConnection, quote_ids: Sequence[str]
) -> dict[str, list[tuple[int, int]]]:
    """Where the pieces of quotes stand in the texts, in their order."""
    with as_table(connection, "asked_quote", make_key_table(quote_ids, "quote_id")):
        rows = connection.execute(READ_SPANS).fetchall()
    spans: dict[str, list[tuple[int, int]]] = {}
    for quote_id, start, end in rows:
        spans.setdefault(quote_id, []).append((start, end))
    return spans


READ_SPANS = """
select quote_id, char_start, char_end
from core.quote_span
semi join asked_quote using (quote_id)
order by quote_id, position
"""


def write_utterances(
    connection: duckdb.DuckDBPyConnection, rows: Sequence[Row], parts: Sequence[Row]
) -> None:
    """The utterances of the grouped quotes become these; then the rows of core.utterance that hang
    on what was touched. parts: of quotes that report several, also of the one that is in rows.
    """
    stage(connection, "whole_member", MEMBER, rows)
    stage(connection, "found_part", PART, parts)
    make_temp(connection, "found_member", FOUND_MEMBERS)
    grouped = "quote_id in (select quote_id from grouped_quote union all from gone_quote)"
    make_temp(connection, "touched_utterance", TOUCHED_UTTERANCES.format(grouped=grouped))
    make_temp(connection, "told_quote", tell_quotes("found_member"))
    replace_where(connection, "core.utterance_member", grouped, MEMBERS)
    make_temp(connection, "told_member", TOLD_MEMBERS)
    replace_where(connection, "core.utterance", TOUCHED_ONES, UTTERANCES)
    tell_wordings(connection)


FOUND_MEMBERS = """
select
    utterance_id,
    quote_id,
    coalesce(whole_member.score, found_part.score) as score,
    found_part.char_start,
    found_part.char_end,
    found_part.part_text
from whole_member
full join found_part using (utterance_id, quote_id)
"""
TOUCHED_UTTERANCES = """
select utterance_id from found_member
union
select utterance_id from core.utterance_member where {grouped}
"""
MEMBERS = """
with voted as (
    select
        utterance_id,
        mode(speaker_entity_id order by speaker_entity_id) as speaker_entity_id
    from found_member
    inner join told_quote using (quote_id)
    group by utterance_id
)

select
    utterance_id,
    quote_id,
    article_id,
    coalesce(found_member.char_start, told_quote.char_start) as char_start,
    coalesce(found_member.char_end, told_quote.char_end) as char_end,
    score,
    row_number() over (
        partition by utterance_id
        order by part_text is not null, is_copy, kind = 'indirect', score desc, quote_id
    ) = 1 as is_representative,
    told_quote.speaker_entity_id is null and voted.speaker_entity_id is not null as is_speaker_inferred,
    part_text
from found_member
inner join told_quote using (quote_id)
inner join voted using (utterance_id)
"""
UTTERANCES = """
select
    utterance_id,
    mode(speaker_entity_id order by speaker_entity_id) as speaker_entity_id,
    mode(uttered_on order by uttered_on) as uttered_on,
    min(published_on) as first_published_on,
    max(published_on) as last_published_on,
    count(*)::integer as quote_count,
    count(distinct outlet_id)::integer as outlet_count,
    count(distinct trim(regexp_replace(lower(coalesce(part_text, text)), '[^\\p{L}\\p{N}]+', ' ', 'g')))::integer as wording_count,
    any_value(quote_id) filter (is_representative) as representative_quote_id,
    min(score) as min_score
from told_member
inner join told_quote using (quote_id)
group by utterance_id
"""
