-- Who speaks for whom
-- Spokespeople with the person or body that they speak for.
select
    coalesce(speaker, '(not named)') as speaker,
    speaker_entity_id as entity_id,
    principal,
    principal_entity_id,
    count(*) as quote_count,
    count(distinct outlet_id) as outlet_count
from mart.quote
where principal is not null
group by speaker, speaker_entity_id, principal, principal_entity_id
order by quote_count desc, speaker, principal
limit 30
