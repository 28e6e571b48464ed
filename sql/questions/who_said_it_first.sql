-- Who printed it first, and who followed?
-- What several outlets printed of one act of speaking: the outlet that had it first, and the others with the days that they took.
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
with wording as (
    select
        utterance_member.utterance_id,
        utterance_member.quote_id,
        utterance_member.score,
        utterance_member.is_representative,
        coalesce(utterance_member.part_text, quote.text) as text,
        coalesce(article.is_copy, false) as is_copy,
        article.outlet_id,
        article.published_on,
        outlet.name as outlet
    from core.utterance
    inner join core.utterance_member using (utterance_id)
    inner join core.quote using (quote_id)
    inner join core.article on quote.article_id = article.article_id
    left join core.outlet using (outlet_id)
    where utterance.outlet_count > 1 and quote.confidence >= coalesce(getvariable('confidence')::double, 0.5)
),

printed as (
    select
        utterance_id,
        outlet_id,
        outlet,
        min(published_on) as published_on
    from wording
    where outlet_id is not null and published_on is not null
    group by utterance_id, outlet_id, outlet
),

printed_by_several as (
    select utterance_id
    from printed
    group by utterance_id
    having count(distinct outlet) > 1
),

told as (
    select
        utterance_id,
        arg_min(text, row(not is_representative, -score, quote_id)) as quote,
        min(published_on) as first_published_on,
        arg_min(outlet, row(published_on, is_copy, outlet)) filter (published_on is not null) as first_outlet
    from wording
    where utterance_id in (select printed_by_several.utterance_id from printed_by_several)
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
    told.quote,
    told.first_outlet,
    printed.outlet as then_in,
    datediff('day', told.first_published_on, printed.published_on) as days_later,
    told.first_published_on
from shown as told
inner join printed using (utterance_id)
inner join core.utterance using (utterance_id)
left join core.entity as speaker on utterance.speaker_entity_id = speaker.entity_id
where printed.outlet <> told.first_outlet
order by told.first_published_on, told.quote, days_later, then_in
