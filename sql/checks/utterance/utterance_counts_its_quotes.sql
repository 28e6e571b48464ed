-- An utterance has the quotes that it counts, and one of them shows it.
with member as (
    select
        utterance_id,
        count(*) as quote_count,
        count(*) filter (where is_representative) as representative_count
    from core.utterance_member
    group by utterance_id
)

select
    utterance.utterance_id as row_key,
    coalesce(member.quote_count, 0) <> utterance.quote_count or coalesce(member.representative_count, 0) <> 1 as is_broken
from core.utterance
left join member using (utterance_id)
