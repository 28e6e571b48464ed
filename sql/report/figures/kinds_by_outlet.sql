-- In their own words, or in the outlet's
-- Quotes wholly, partly or not in quotation marks; the thirty outlets with the most quotes.
select
    coalesce(outlet, '(not stated)') as outlet,
    outlet_id,
    count(*) filter (where kind = 'direct') as direct,
    count(*) filter (where kind = 'mixed') as mixed,
    count(*) filter (where kind = 'indirect') as indirect
from mart.quote
group by outlet_id, outlet
order by count(*) desc, outlet
limit 30
