-- No two entities have one GeoNames key.
select
    min(entity_id) as row_key,
    count(*) > 1 as is_broken
from core.entity
where geonames_id is not null
group by geonames_id
