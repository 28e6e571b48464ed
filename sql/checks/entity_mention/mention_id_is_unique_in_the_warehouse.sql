-- No two rows of the articles of this run have one mention_id.
select
    entity_mention.mention_id as row_key,
    count(*) > 1 as is_broken
from checked_entity_mention as entity_mention
group by entity_mention.mention_id
