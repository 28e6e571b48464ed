-- How much of what an outlet reports stands in quotation marks?
-- Shares of direct, mixed and indirect speech by outlet, over all its quotes.
select
    outlet,
    count(*) as quote_count,
    round(avg((kind = 'direct')::integer), 3) as direct_share,
    round(avg((kind = 'mixed')::integer), 3) as mixed_share,
    round(avg((kind = 'indirect')::integer), 3) as indirect_share
from mart.quote
group by outlet_id, outlet
order by quote_count desc, outlet
