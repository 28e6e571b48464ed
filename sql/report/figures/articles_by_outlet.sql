-- Articles by outlet
-- The forty outlets with the most articles; articles that do not show their outlet stand last.
select
    coalesce(outlet, '(not stated)') as outlet,
    outlet_id,
    count(*) as article_count,
    sum(quote_count)::bigint as quote_count,
    min(published_on) as first_published_on,
    max(published_on) as last_published_on
from mart.article
group by outlet_id, outlet
order by outlet_id is null, article_count desc, outlet
limit 40
