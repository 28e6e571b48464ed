-- Every row of entity_relation hangs on an article of the warehouse.
select
    entity_relation.relation_id as row_key,
    article.article_id is null as is_broken
from core.entity_relation
left join core.article using (article_id)
