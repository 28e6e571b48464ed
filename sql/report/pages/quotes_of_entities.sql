-- Quotes of some speakers, or spoken for them: of each the surest, fifty at most.
with asked as (select unnest(getvariable('ids')::varchar[]) as entity_id),

spoken as (
    select
        speaker_entity_id as entity_id,
        quote_id
    from core.quote
    where speaker_entity_id in (select asked.entity_id from asked)
    union
    select
        principal_entity_id as entity_id,
        quote_id
    from core.quote
    where principal_entity_id in (select asked.entity_id from asked)
)

select
    spoken.entity_id,
    quote.quote_id,
    quote.quote,
    quote.kind,
    quote.speaker,
    quote.speaker_entity_id,
    quote.principal,
    quote.source_chain,
    quote.confidence,
    quote.article_id,
    quote.article_title,
    quote.outlet,
    quote.outlet_id,
    quote.published_on,
    count(*) over (partition by spoken.entity_id) as quote_count
from spoken
inner join mart.quote using (quote_id)
qualify
    row_number() over (
        partition by spoken.entity_id
        order by quote.confidence desc, quote.published_on desc nulls last, quote.quote_id
    ) <= 50
order by spoken.entity_id, quote.confidence desc, quote.published_on desc nulls last, quote.quote_id
