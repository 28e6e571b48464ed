"""Articles that are new, changed, gone or linked anew -> the tables of what questions ask of each
article, so that they need not read its quotes and mentions.
"""

import duckdb

from warehouse.across.tables import make_temp

IS_NAME = "mention_kind in ('name', 'surname', 'acronym', 'metonym')"
IS_NAMED = """(
    speaker_mention_kind not in ('anonymous', 'collective', 'none')
    and (speaker_mention_kind <> 'pronoun' or speaker_entity_id is not null)
)"""


def renew_article_counts(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring the tables in line for the articles of `touched_article`."""
    make_temp(connection, "read_quote", READ_QUOTES)
    make_temp(connection, "read_mention", READ_MENTIONS)
    for table, rows in BY_ARTICLE.items():
        connection.execute(FORGET.format(table=table))
        connection.execute(f"insert into ops.{table} by name {rows}")


FORGET = "delete from ops.{table} where article_id in (from touched_article)"
READ_QUOTES = """
select
    article_id,
    quote_id,
    kind,
    in_title,
    text,
    char_start,
    cue_class,
    speaker_text,
    speaker_mention_kind,
    speaker_entity_id,
    confidence
from core.quote
semi join touched_article using (article_id)
"""
READ_MENTIONS = """
select article_id, entity_id, mention_kind, in_title
from core.entity_mention
semi join touched_article using (article_id)
"""
ARTICLE_COUNT = f"""
with sure as (
    from read_quote
    where confidence >= 0.5
),

quote_of_article as (
    select
        article_id,
        count(*) as quote_count,
        count(*) filter (where kind = 'direct') as direct_quote_count,
        count(*) filter (where kind = 'mixed') as mixed_quote_count,
        count(*) filter (where kind = 'indirect') as indirect_quote_count,
        count(distinct speaker_entity_id) as speaker_count
    from sure
    group by article_id
),

told_once as (
    from sure
    qualify row_number() over (partition by article_id, text order by char_start, quote_id) = 1
),

told_of_article as (
    select
        article_id,
        count(*) as told_count,
        count(*) filter (where {IS_NAMED}) as named_count,
        count(*) filter (where speaker_mention_kind = 'collective') as collective_count,
        count(*) filter (where speaker_mention_kind = 'anonymous') as anonymous_count
    from told_once
    group by article_id
),

mention_of_article as (
    select
        article_id,
        count(*) as mention_count,
        count(distinct entity_id) as entity_count
    from read_mention
    group by article_id
)

select
    article_id,
    coalesce(quote_count, 0) as quote_count,
    coalesce(direct_quote_count, 0) as direct_quote_count,
    coalesce(mixed_quote_count, 0) as mixed_quote_count,
    coalesce(indirect_quote_count, 0) as indirect_quote_count,
    coalesce(speaker_count, 0) as speaker_count,
    coalesce(told_count, 0) as told_count,
    coalesce(named_count, 0) as named_count,
    coalesce(collective_count, 0) as collective_count,
    coalesce(anonymous_count, 0) as anonymous_count,
    coalesce(mention_count, 0) as mention_count,
    coalesce(entity_count, 0) as entity_count
from (from core.article semi join touched_article using (article_id))
left join quote_of_article using (article_id)
left join told_of_article using (article_id)
left join mention_of_article using (article_id)
"""  # noqa: S608 - our own words
APPEARANCE = f"""
select
    article_id,
    entity_id,
    count(*) as mention_count,
    count(*) filter (where {IS_NAME}) as name_count,
    count(*) filter (where in_title) as title_mention_count
from read_mention
where entity_id is not null
group by article_id, entity_id
"""  # noqa: S608 - our own words
ANSWER = """
with voice as (
    select
        article_id,
        speaker_entity_id,
        cue_class,
        lag(speaker_entity_id) over (
            partition by article_id order by char_start, quote_id
        ) as answered_entity_id
    from read_quote
    where speaker_entity_id is not null and not in_title and confidence >= 0.5
)

select
    article_id,
    speaker_entity_id,
    answered_entity_id,
    count(*) as answer_count,
    count(*) filter (where cue_class = 'denial') as denial_count
from voice
where answered_entity_id <> speaker_entity_id
group by article_id, speaker_entity_id, answered_entity_id
"""
QUOTED_FRAGMENT = """
with found as (
    select
        article_id,
        quote_id,
        unnest(
            regexp_extract_all(text, '[“„«"]([^“”„«»"]{1,60})[”“»"]', 1)
        ) as fragment,
        case when speaker_mention_kind <> 'pronoun' then speaker_text end as speaker_text,
        speaker_entity_id,
        confidence
    from read_quote
    where kind = 'mixed'
)

select * replace (lower(trim(fragment, ' ,.;:')) as fragment)
from found
where len(string_split(trim(fragment), ' ')) <= 3
"""
BY_ARTICLE = {
    "article_count": ARTICLE_COUNT,
    "appearance": APPEARANCE,
    "answer": ANSWER,
    "quoted_fragment": QUOTED_FRAGMENT,
}
