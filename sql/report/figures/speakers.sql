-- Who speaks
-- The forty with the most quoted words, in all outlets.
select
    speaker,
    speaker_entity_id as entity_id,
    speaker_kind as kind,
    sum(word_count)::bigint as word_count,
    count(*) as quote_count,
    count(*) filter (where kind = 'direct') as direct_quote_count,
    count(distinct article_id) as article_count,
    count(distinct outlet_id) as outlet_count
from mart.quote
where speaker_entity_id is not null
group by speaker_entity_id, speaker, speaker_kind
order by word_count desc, speaker
limit 40
