-- Of those who print the same words, who is nearest to the mouth that said them?
-- By utterance the sources that each outlet names between itself and the speaker; fewest first.
with counted as (
    select
        utterance_id,
        outlet_id,
        outlet,
        min(source_count) as source_count,
        arg_min(source_chain, row(source_count, quote_id)) as source_chain
    from mart.utterance_wording
    group by utterance_id, outlet_id, outlet
),

uneven as (
    select utterance_id
    from counted
    group by utterance_id
    having count(distinct source_count) > 1
)

select
    utterance.speaker,
    utterance.quote,
    counted.outlet,
    counted.source_count,
    counted.source_chain
from mart.utterance
semi join uneven using (utterance_id)
inner join counted using (utterance_id)
order by utterance.speaker, utterance.quote, counted.source_count, counted.outlet
