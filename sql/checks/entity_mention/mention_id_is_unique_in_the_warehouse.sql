-- No two rows of the articles of this run have one mention_id.
select
    entity_mention.mention_id as row_key,
    count(*) > 1 as is_broken
from core.entity_mention
semi join checked_article using (article_id)
group by entity_mention.mention_id
