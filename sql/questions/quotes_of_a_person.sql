-- What has one person said, word for word, in order of time?
-- Direct quotes of the person with the most of them; put a name in place of the inner query to ask for somebody else.
with asked as (
    select
        speaker_entity_id,
        count(*) as quote_count
    from mart.quote
    where kind = 'direct' and speaker_kind = 'person'
    group by speaker_entity_id
    order by quote_count desc, speaker_entity_id
    limit 1
)

select
    quote.speaker,
    coalesce(quote.uttered_on, quote.published_on) as said_on,
    quote.quote,
    quote.outlet,
    quote.article_title,
    quote.article_url
from mart.quote
semi join asked using (speaker_entity_id)
where quote.kind = 'direct'
order by said_on, quote.outlet, quote.article_id, quote.is_in_title desc, quote.char_start
