-- In the articles of this run, what stands between the offsets of a entity mention is its text.
select
    entity_mention.mention_id as row_key,
    coalesce(
        substring(
            case when entity_mention.in_title then article.title else article.text end,
            entity_mention.char_start + 1,
            entity_mention.char_end - entity_mention.char_start
        ),
        ''
    ) <> entity_mention.text as is_broken
from checked_entity_mention as entity_mention
inner join checked_article as article using (article_id)
