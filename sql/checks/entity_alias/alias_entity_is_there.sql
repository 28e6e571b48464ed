-- Every entity_id of entity_alias is a row of core.entity.
select
    entity_alias.entity_id || ' ' || entity_alias.alias as row_key,
    entity.entity_id is null as is_broken
from core.entity_alias
left join core.entity on entity_alias.entity_id = entity.entity_id
where entity_alias.entity_id is not null
