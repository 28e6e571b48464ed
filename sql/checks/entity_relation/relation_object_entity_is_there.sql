-- In the articles whose names this run linked, every object_entity_id of entity_relation is a row of core.entity.
select
    entity_relation.relation_id as row_key,
    entity.entity_id is null as is_broken
from core.entity_relation
semi join linked_article using (article_id)
left join core.entity on entity_relation.object_entity_id = entity.entity_id
where entity_relation.object_entity_id is not null
