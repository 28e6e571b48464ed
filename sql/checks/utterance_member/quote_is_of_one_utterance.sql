-- Every quote of this run that was compared reports one utterance.
with membership as (
    select
        quote_id,
        count(*) as utterance_count
    from core.utterance_member
    where article_id in (select checked_article.article_id from checked_article)
    group by quote_id
)

select
    quote_state.quote_id as row_key,
    coalesce(membership.utterance_count, 0) <> 1 as is_broken
from ops.quote_state
semi join checked_article using (article_id)
left join membership using (quote_id)
