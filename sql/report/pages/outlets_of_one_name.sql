-- Outlets that share their name with another: what tells them apart.
select
    outlet_id,
    name || ' (' || coalesce(domain, 'no address') || ')' as outlet
from core.outlet
qualify count(*) over (partition by lower(name)) > 1
order by outlet_id
