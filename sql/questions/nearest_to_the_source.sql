-- Of those who print the same words, who is nearest to the mouth that said them?
-- By utterance the sources that each outlet names between itself and the speaker; fewest first.
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
with wording as (
    from ops.wording
    where confidence >= coalesce(getvariable('confidence')::double, 0.5)
),

-- where no quote has a source all are as near
told as (
    select
        utterance_id,
        any_value(speaker_entity_id) as speaker_entity_id,
        arg_min(struct_pack(quote_id := quote_id, part_text := part_text), row(not is_representative, -score, quote_id)) as shown_by
    from wording
    group by utterance_id
    having max(source_count) > 0
),

counted as (
    select
        utterance_id,
        outlet_id,
        min(source_count) as source_count,
        arg_min(quote_id, row(source_count, quote_id)) as quote_id
    from wording
    where utterance_id in (select told.utterance_id from told)
    group by utterance_id, outlet_id
),

uneven as (
    select utterance_id
    from counted
    group by utterance_id
    having min(source_count) < max(source_count)
),

shown as (
    from told semi join uneven using (utterance_id)
),

chain as (
    select
        quote_id,
        string_agg(source_text, ' < ' order by hop) as source_chain
    from core.quote_source
    where quote_id in (select counted.quote_id from counted)
    group by quote_id
)

select
    speaker.name as speaker,
    coalesce(told.shown_by.part_text, quote.text) as quote,
    outlet.name as outlet,
    counted.source_count,
    chain.source_chain
from shown as told
inner join counted using (utterance_id)
inner join core.quote on told.shown_by.quote_id = quote.quote_id
left join chain on counted.quote_id = chain.quote_id
left join core.outlet using (outlet_id)
left join core.entity as speaker on told.speaker_entity_id = speaker.entity_id
order by speaker.name, quote, counted.source_count, outlet.name
