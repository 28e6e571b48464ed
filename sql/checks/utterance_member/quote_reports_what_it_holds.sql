-- Every quote of this run that was compared reports an utterance; one that reports several does so in parts that stand apart.
with membership as (
    select
        quote_id,
        char_start,
        part_text is null as is_whole,
        lag(char_end) over (partition by quote_id order by char_start, char_end) as end_before,
        count(*) over (partition by quote_id) as utterance_count
    from core.utterance_member
    where article_id in (select checked_article.article_id from checked_article)
),

judged as (
    select
        quote_id,
        bool_or(utterance_count > 1 and (is_whole or coalesce(char_start < end_before, false))) as is_mixed
    from membership
    group by quote_id
)

select
    quote_state.quote_id as row_key,
    coalesce(judged.is_mixed, true) as is_broken
from ops.quote_state
semi join checked_article using (article_id)
left join judged using (quote_id)
