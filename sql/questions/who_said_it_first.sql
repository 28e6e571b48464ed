-- Who printed it first, and who followed?
-- What several outlets printed of one act of speaking: the outlet that had it first, and the others with the days that they took.
with printed as (
    select
        utterance_id,
        outlet_id,
        outlet,
        min(published_on) as published_on
    from mart.utterance_wording
    where outlet_id is not null and published_on is not null
    group by utterance_id, outlet_id, outlet
)

select
    utterance.speaker,
    utterance.quote,
    utterance.first_outlet,
    utterance.first_published_on,
    printed.outlet as then_in,
    datediff('day', utterance.first_published_on, printed.published_on) as days_later
from mart.utterance
inner join printed using (utterance_id)
where printed.outlet <> utterance.first_outlet
order by utterance.first_published_on, utterance.quote, days_later, then_in
