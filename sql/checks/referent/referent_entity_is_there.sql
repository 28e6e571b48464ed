-- In the articles whose names this run linked, every entity_id of referent is a row of core.entity.
select
    referent.referent_id as row_key,
    entity.entity_id is null as is_broken
from core.referent
semi join linked_article using (article_id)
left join core.entity on referent.entity_id = entity.entity_id
where referent.entity_id is not null
