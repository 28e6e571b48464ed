-- Who printed it first, and who followed?
-- What several outlets printed of one act of speaking: the outlet that had it first, and the others with the days that they took.
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
with wording as (
    select
        wording.*,
        outlet.name as outlet
    from ops.wording
    left join core.outlet using (outlet_id)
    where wording.confidence >= coalesce(getvariable('confidence')::double, 0.5)
),

told as (
    select
        utterance_id,
        any_value(speaker_entity_id) as speaker_entity_id,
        arg_min(struct_pack(quote_id := quote_id, part_text := part_text), row(not is_representative, -score, quote_id)) as shown_by,
        min(published_on) as first_published_on,
        arg_min(outlet, row(published_on, is_copy, outlet)) filter (published_on is not null) as first_outlet
    from wording
    group by utterance_id
    having
        min(outlet) filter (published_on is not null) < max(outlet) filter (published_on is not null)
),

-- who wants some rows gets no other days than theirs
first_told as (
    select first_published_on
    from told
    order by first_published_on
    limit coalesce(getvariable('rows')::bigint, 0)
),

last_day as (
    select case when count(first_published_on) = getvariable('rows')::bigint then max(first_published_on) end as published_on
    from first_told
),

shown as (
    select told.*
    from told
    cross join last_day
    where last_day.published_on is null or told.first_published_on <= last_day.published_on
),

printed as (
    select
        wording.utterance_id,
        wording.outlet_id,
        wording.outlet,
        min(wording.published_on) as published_on
    from wording
    inner join shown using (utterance_id)
    where wording.published_on is not null and wording.outlet <> shown.first_outlet
    group by wording.utterance_id, wording.outlet_id, wording.outlet
)

select
    speaker.name as speaker,
    coalesce(told.shown_by.part_text, quote.text) as quote,
    told.first_outlet,
    printed.outlet as then_in,
    datediff('day', told.first_published_on, printed.published_on) as days_later,
    told.first_published_on
from shown as told
inner join printed using (utterance_id)
inner join core.quote on told.shown_by.quote_id = quote.quote_id
left join core.entity as speaker on told.speaker_entity_id = speaker.entity_id
order by told.first_published_on, quote, days_later, then_in
