-- Quotes in some outlets: of each kind, and of each way to leave the speaker unnamed, the surest, twelve at most.
with asked as (select unnest(getvariable('ids')::varchar[]) as outlet_id),

told as (
    select
        *,
        case
            when is_named_speaker then kind
            when speaker_mention_kind in ('collective', 'anonymous') then speaker_mention_kind
            else 'nobody'
        end as shelf
    from mart.quote
    where outlet_id in (select asked.outlet_id from asked)
)

select
    outlet_id,
    shelf,
    quote_id,
    quote,
    kind,
    speaker,
    speaker_entity_id,
    principal,
    source_chain,
    confidence,
    article_id,
    article_title,
    outlet,
    published_on,
    count(*) over (partition by outlet_id, shelf) as quote_count
from told
qualify
    row_number() over (
        partition by outlet_id, shelf
        order by confidence desc, published_on desc nulls last, quote_id
    ) <= 12
order by outlet_id, array_position(['direct', 'mixed', 'indirect', 'collective', 'anonymous', 'nobody'], shelf), confidence desc, quote_id
