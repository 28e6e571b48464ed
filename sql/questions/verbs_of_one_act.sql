-- Which verbs did the outlets give one act?
-- One thing said once: who lets it be said, who lets it be claimed, admitted or threatened.
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
with wording as (
    select
        utterance_member.utterance_id,
        utterance_member.quote_id,
        utterance_member.score,
        utterance_member.is_representative,
        coalesce(utterance_member.part_text, quote.text) as text,
        article.outlet_id,
        article.published_on,
        quote.cue_lemma,
        quote.cue_class
    from core.utterance
    inner join core.utterance_member using (utterance_id)
    inner join core.quote using (quote_id)
    inner join core.article on quote.article_id = article.article_id
    where utterance.outlet_count > 1 and quote.confidence >= coalesce(getvariable('confidence')::double, 0.5)
),

called_variously as (
    select utterance_id
    from wording
    where cue_lemma is not null
    group by utterance_id
    having count(distinct cue_lemma) > 1 and count(distinct outlet_id) > 1
),

called as (
    select
        utterance_id,
        outlet_id,
        cue_lemma,
        cue_class,
        arg_min(text, quote_id) as quote
    from wording
    where cue_lemma is not null and utterance_id in (select called_variously.utterance_id from called_variously)
    group by utterance_id, outlet_id, cue_lemma, cue_class
),

told as (
    select
        utterance_id,
        arg_min(text, row(not is_representative, -score, quote_id)) as quote,
        min(published_on) as first_published_on
    from wording
    where utterance_id in (select called_variously.utterance_id from called_variously)
    group by utterance_id
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
)

select
    speaker.name as speaker,
    told.quote as utterance,
    outlet.name as outlet,
    called.cue_lemma,
    called.cue_class,
    called.quote
from shown as told
inner join called using (utterance_id)
inner join core.utterance using (utterance_id)
left join core.outlet using (outlet_id)
left join core.entity as speaker on utterance.speaker_entity_id = speaker.entity_id
order by told.first_published_on, told.quote, outlet.name, called.cue_lemma, called.quote
