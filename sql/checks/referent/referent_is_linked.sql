-- Every person, organisation or place of an article is linked to an entity.
select
    referent_id as row_key,
    entity_id is null as is_broken
from core.referent
