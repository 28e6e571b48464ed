-- An utterance with a quote of this run has the quotes that it counts, and one of them shows it.
with told as (
    select distinct utterance_id
    from core.utterance_member
    where article_id in (select checked_article.article_id from checked_article)
),

member as (
    select
        utterance_id,
        count(*) as quote_count,
        count(*) filter (where is_representative) as representative_count
    from core.utterance_member
    where utterance_id in (select told.utterance_id from told)
    group by utterance_id
)

select
    utterance.utterance_id as row_key,
    coalesce(member.quote_count, 0) <> utterance.quote_count or coalesce(member.representative_count, 0) <> 1 as is_broken
from core.utterance
semi join told using (utterance_id)
left join member using (utterance_id)
