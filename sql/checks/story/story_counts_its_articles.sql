-- A story has the articles that it counts, and a centre.
with member as (
    select
        story_id,
        count(*) as article_count,
        count(*) filter (where is_centre) as centre_count
    from core.story_article
    group by story_id
)

select
    story.story_id as row_key,
    coalesce(member.article_count, 0) <> story.article_count or coalesce(member.centre_count, 0) <> 1 as is_broken
from core.story
left join member using (story_id)
