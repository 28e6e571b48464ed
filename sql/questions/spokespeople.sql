-- Who speaks for whom?
-- Spokespeople with the person or body for whom they speak.
select
    coalesce(speaker, '(not named)') as speaker,
    principal,
    count(*) as quote_count,
    count(distinct outlet_id) as outlet_count,
    min(published_on) as first_published_on,
    max(published_on) as last_published_on
from mart.quote
where principal is not null
group by speaker, principal
order by quote_count desc, speaker, principal
