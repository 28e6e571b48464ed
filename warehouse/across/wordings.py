"""Utterances whose members changed -> what questions ask of them: their wordings, and the day on
which each was said.
"""

import duckdb

from warehouse.across.tables import find_rows, make_temp, replace_where
from warehouse.article_counts import IS_NAMED

TOUCHED_ONES = "utterance_id in (from touched_utterance)"


def tell_all_wordings(connection: duckdb.DuckDBPyConnection) -> None:
    """The wordings of all utterances, anew."""
    make_temp(connection, "touched_utterance", ALL_UTTERANCES)
    make_temp(connection, "told_quote", tell_quotes("core.utterance_member"))
    make_temp(connection, "told_member", TOLD_MEMBERS)
    tell_wordings(connection)


ALL_UTTERANCES = """
select utterance_id from core.utterance_member
union
select utterance_id from ops.wording
union
select utterance_id from ops.said
"""


def tell_wordings(connection: duckdb.DuckDBPyConnection) -> None:
    """The wordings of `touched_utterance`, whose quotes are `told_quote` and whose members
    `told_member`.
    """
    replace_where(connection, "ops.wording", TOUCHED_ONES, WORDINGS)
    replace_where(connection, "ops.said", TOUCHED_ONES, SAID)


TOLD_MEMBERS = find_rows("core.utterance_member", "touched_utterance", "utterance_id")


def tell_quotes(member: str) -> str:
    """SQL: the quotes of these members, with what is asked of them and of their articles."""
    return TOLD_QUOTES.format(quote=find_rows("core.quote", member, "quote_id"))


TOLD_QUOTES = """
select
    quote.quote_id,
    quote.article_id,
    quote.text,
    quote.kind,
    quote.in_title,
    quote.char_start,
    quote.char_end,
    quote.speaker_entity_id,
    quote.speaker_mention_kind,
    quote.uttered_on,
    quote.confidence,
    quote.cue_lemma,
    quote.cue_class,
    article.outlet_id,
    article.published_on,
    coalesce(article.is_copy, false) as is_copy
from ({quote}) as quote
inner join core.article using (article_id)
"""
WORDINGS = f"""
with several as (
    select utterance_id, speaker_entity_id
    from core.utterance
    where quote_count > 1 and {TOUCHED_ONES}
),

source_of_quote as (
    select quote_id, count(*)::integer as source_count
    from core.quote_source
    semi join told_quote using (quote_id)
    group by quote_id
)

select
    utterance_id,
    quote_id,
    told_quote.article_id,
    outlet_id,
    published_on,
    is_copy,
    several.speaker_entity_id,
    confidence,
    cue_lemma,
    cue_class,
    coalesce(source_count, 0) as source_count,
    score,
    is_representative,
    part_text
from several
inner join told_member using (utterance_id)
inner join told_quote using (quote_id)
left join source_of_quote using (quote_id)
"""
SAID = f"""
select utterance_id, coalesce(min(uttered_on), min(published_on)) as said_on
from told_member
inner join told_quote using (quote_id)
where confidence >= 0.5 and not in_title
group by utterance_id
having bool_or({IS_NAMED}) and coalesce(min(uttered_on), min(published_on)) is not null
"""
