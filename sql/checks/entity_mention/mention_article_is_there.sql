-- Every row of entity_mention hangs on an article of the warehouse.
select
    entity_mention.mention_id as row_key,
    article.article_id is null as is_broken
from core.entity_mention
left join core.article using (article_id)
