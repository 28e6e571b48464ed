"""Articles that are new, changed, gone or linked anew -> the tables of what questions ask of each
article, so that they need not read its quotes and mentions.
"""

import duckdb

from warehouse.across.tables import find_rows, make_temp

IS_NAME = "mention_kind in ('name', 'surname', 'acronym', 'metonym')"
IS_NAMED = """(
    speaker_mention_kind not in ('anonymous', 'collective', 'none')
    and (speaker_mention_kind <> 'pronoun' or speaker_entity_id is not null)
)"""


def renew_article_counts(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring the tables in line for the articles of `touched_article`, whose quotes are among
    `counted_quote`.
    """
    make_temp(connection, "read_quote", READ_QUOTES)
    make_temp(connection, "read_mention", READ_MENTIONS)
    for table, rows in BY_ARTICLE.items():
        connection.execute(FORGET.format(table=table))
        connection.execute(f"insert into ops.{table} by name {rows}")


FORGET = "delete from ops.{table} where article_id in (from touched_article)"
READ_QUOTES = "from counted_quote semi join touched_article using (article_id)"
READ_MENTIONS = f"""
select
    article_id,
    mention_id,
    entity_id,
    kind,
    mention_kind,
    in_title,
    text,
    char_start,
    char_end
{find_rows("core.entity_mention", "touched_article")}
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
VERBS = "had|has|have|is|are|was|were|did|does|would|will|could|should|can|may|might|never"
ACCUSATION = f"""
with act as (
    select
        *,
        -- what is complained of begins here: "the mayor of ...", "that the mayor had ..."
        coalesce(
            nullif(
                regexp_extract(
                    text,
                    '(?i)^.*?[ "”’''](?:of|for|over|{VERBS})\\s'
                ),
                ''
            ),
            text
        ) as target
    from read_quote
    where cue_class in ('accusation', 'criticism')
)

select
    act.article_id,
    act.quote_id,
    mention.mention_id,
    mention.text as accused_text,
    mention.kind as accused_kind,
    mention.char_start as accused_start,
    mention.char_end as accused_end,
    mention.entity_id as accused_entity_id
from act
inner join read_mention as mention
    on
        act.article_id = mention.article_id
        and act.in_title = mention.in_title
        and act.char_start <= mention.char_start
        and mention.char_end <= act.char_start + length(act.target)
where
    (mention.entity_id is not null or mention.kind in ('person', 'organisation'))
    and mention.entity_id is distinct from act.speaker_entity_id
    -- "the mayor's plan" and "the mayor aides" are not the mayor; "that the board misled the mayor"
    -- says nothing against the mayor
    and regexp_matches(
        substr(act.text, mention.char_end - act.char_start + 1),
        case
            when starts_with(act.text, 'that ')
                then '(?i)^["”’'']?\\s+(?:and|or|{VERBS})\\b'
            else '(?i)^["”’'']?(?:$|[,;.]|\\s+(?:and|or|of|for|over|on|as|who)\\b)'
        end
    )
-- the same name twice in one accusation is accused once
qualify row_number() over (
    partition by act.quote_id, mention.entity_id order by mention.char_start, mention.mention_id
) = 1
"""  # noqa: S608 - our own words
HEADLINE_CLAIM = """
with quote_of_headline as (
    select
        *,
        list_distinct(regexp_extract_all(lower(text), '[\\p{L}\\p{N}]{3,}')) as words
    from read_quote
    where in_title
),

quote_of_body as (
    select
        *,
        list_distinct(regexp_extract_all(lower(text), '[\\p{L}\\p{N}]{3,}')) as words
    from read_quote
    where not in_title and article_id in (select article_id from quote_of_headline)
),

written as (
    select
        article_id,
        list_distinct(regexp_extract_all(lower(text), '[\\p{L}\\p{N}]{3,}')) as words
    from core.article
    where article_id in (select article_id from quote_of_headline)
),

headline as (
    select
        quote_of_headline.article_id,
        quote_id as headline_quote_id,
        quote_of_headline.words,
        greatest(len(quote_of_headline.words), 1) as word_count,
        round(len(list_intersect(quote_of_headline.words, written.words)) / word_count, 2)
            as text_share
    from quote_of_headline
    inner join written using (article_id)
),

candidate as (
    select
        headline.*,
        quote_of_body.quote_id as body_quote_id,
        quote_of_body.char_start,
        quote_of_body.confidence as confidence_to,
        round(len(list_intersect(headline.words, quote_of_body.words)) / word_count, 2)
            as word_share
    from headline
    inner join quote_of_body using (article_id)
    union all by name
    from headline
),

-- a better one that is as sure leaves no bar under which the others are the best
ranked as (
    select
        *,
        coalesce(
            max(coalesce(confidence_to, 1)) over (
                partition by headline_quote_id
                order by word_share desc nulls last, char_start, body_quote_id
                rows between unbounded preceding and 1 preceding
            ),
            -1
        ) as confidence_above
    from candidate
)

select
    article_id,
    headline_quote_id,
    body_quote_id,
    word_share,
    text_share,
    confidence_above,
    confidence_to
from ranked
where confidence_to is null or confidence_to > confidence_above
"""
BY_ARTICLE = {
    "article_count": ARTICLE_COUNT,
    "appearance": APPEARANCE,
    "answer": ANSWER,
    "quoted_fragment": QUOTED_FRAGMENT,
    "accusation": ACCUSATION,
    "headline_claim": HEADLINE_CLAIM,
}
