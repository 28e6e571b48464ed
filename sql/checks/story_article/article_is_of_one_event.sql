-- Every article that was compared belongs to one event, and to one storyline at most.
with membership as (
    select
        article_id,
        count(*) filter (where level = 'event') as event_count,
        count(*) filter (where level = 'storyline') as storyline_count
    from core.story_article
    group by article_id
)

select
    article.article_id as row_key,
    coalesce(membership.event_count, 0) <> 1 or membership.storyline_count > 1 as is_broken
from core.article
left join membership using (article_id)
where article.copy_class_id is not null
