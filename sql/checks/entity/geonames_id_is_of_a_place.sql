-- Only places have a GeoNames key.
select
    entity_id as row_key,
    kind <> 'place' as is_broken
from core.entity
where geonames_id is not null
