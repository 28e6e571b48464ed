-- The longest chains
-- Quotes with the most sources between the speaker and the outlet, the source next to the speaker first.
select
    coalesce(speaker, '(not named)') as speaker,
    speaker_entity_id as entity_id,
    quote,
    source_chain,
    outlet,
    source_count,
    outlet_id,
    article_id,
    quote_id
from mart.quote
where is_second_hand
order by source_count desc, confidence desc, quote_id
limit 12
