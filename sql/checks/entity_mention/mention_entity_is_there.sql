-- In the articles whose names this run linked, every entity_id of entity_mention is a row of core.entity.
select
    entity_mention.mention_id as row_key,
    entity.entity_id is null as is_broken
from core.entity_mention
semi join linked_article using (article_id)
left join core.entity on entity_mention.entity_id = entity.entity_id
where entity_mention.entity_id is not null
