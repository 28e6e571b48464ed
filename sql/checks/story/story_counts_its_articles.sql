-- A story with an article of this run has the articles that it counts, and a centre.
with told as (
    select distinct story_id
    from core.story_article
    where article_id in (select checked_article.article_id from checked_article)
),

member as (
    select
        story_id,
        count(*) as article_count,
        count(*) filter (where is_centre) as centre_count
    from core.story_article
    where story_id in (select told.story_id from told)
    group by story_id
)

select
    story.story_id as row_key,
    coalesce(member.article_count, 0) <> story.article_count or coalesce(member.centre_count, 0) <> 1 as is_broken
from core.story
semi join told using (story_id)
left join member using (story_id)
