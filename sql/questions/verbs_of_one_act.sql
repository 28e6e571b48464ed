-- Which verbs did the outlets give one act?
-- One thing said once: who lets it be said, who lets it be claimed, admitted or threatened.
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
with wording as (
    from ops.wording
    where confidence >= coalesce(getvariable('confidence')::double, 0.5)
),

told as (
    select
        utterance_id,
        any_value(speaker_entity_id) as speaker_entity_id,
        arg_min(struct_pack(quote_id := quote_id, part_text := part_text), row(not is_representative, -score, quote_id)) as shown_by,
        min(published_on) as first_published_on
    from wording
    group by utterance_id
    having
        min(cue_lemma) < max(cue_lemma)
        and min(outlet_id) filter (cue_lemma is not null) < max(outlet_id) filter (cue_lemma is not null)
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

called as (
    select
        wording.utterance_id,
        wording.outlet_id,
        wording.cue_lemma,
        wording.cue_class,
        arg_min(struct_pack(quote_id := wording.quote_id, part_text := wording.part_text), wording.quote_id) as shown_by
    from wording
    inner join shown using (utterance_id)
    where wording.cue_lemma is not null
    group by wording.utterance_id, wording.outlet_id, wording.cue_lemma, wording.cue_class
)

select
    speaker.name as speaker,
    coalesce(told.shown_by.part_text, utterance_quote.text) as utterance,
    outlet.name as outlet,
    called.cue_lemma,
    called.cue_class,
    coalesce(called.shown_by.part_text, quote.text) as quote
from shown as told
inner join called using (utterance_id)
inner join core.quote as utterance_quote on told.shown_by.quote_id = utterance_quote.quote_id
inner join core.quote on called.shown_by.quote_id = quote.quote_id
left join core.outlet using (outlet_id)
left join core.entity as speaker on told.speaker_entity_id = speaker.entity_id
order by told.first_published_on, utterance, outlet.name, called.cue_lemma, quote
