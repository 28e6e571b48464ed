-- No two rows of the articles of this run have one relation_id.
select
    entity_relation.relation_id as row_key,
    count(*) > 1 as is_broken
from checked_entity_relation as entity_relation
group by entity_relation.relation_id
