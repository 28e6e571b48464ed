-- Of those who print the same words, who is nearest to the mouth that said them?
-- By utterance the sources that each outlet names between itself and the speaker; fewest first.
with wording as (
    from mart.utterance_wording
),

counted as (
    select
        utterance_id,
        outlet_id,
        outlet,
        min(source_count) as source_count,
        arg_min(source_chain, row(source_count, quote_id)) as source_chain
    from wording
    group by utterance_id, outlet_id, outlet
),

uneven as (
    select utterance_id
    from counted
    group by utterance_id
    having count(distinct source_count) > 1
),

told as (
    select
        utterance_id,
        arg_min(quote, row(not is_representative, -score, quote_id)) as quote
    from wording
    where utterance_id in (select uneven.utterance_id from uneven)
    group by utterance_id
)

select
    speaker.name as speaker,
    told.quote,
    counted.outlet,
    counted.source_count,
    counted.source_chain
from told
inner join counted using (utterance_id)
inner join core.utterance using (utterance_id)
left join core.entity as speaker on utterance.speaker_entity_id = speaker.entity_id
order by speaker.name, told.quote, counted.source_count, counted.outlet
