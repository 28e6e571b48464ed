-- What do several outlets make of one speaker on the same day?
-- Quotes of speakers whom two or more outlets quote on a day, side by side, those in quotation marks first.
-- --speaker NAME: one speaker only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
-- --without-copies: nothing from articles that are copies of others
with asked_article as (
    select
        article.article_id,
        article.outlet_id,
        article.published_on,
        article.url,
        outlet.name as outlet
    from core.article
    left join core.outlet using (outlet_id)
    where
        article.published_on is not null
        and coalesce(article.published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(article.published_on <= getvariable('to')::date, getvariable('to') is null)
        and not (coalesce(article.is_copy, false) and coalesce(getvariable('without_copies')::boolean, false))
),

asked_speaker as (
    select
        entity_id as speaker_entity_id,
        name as speaker
    from core.entity
    where coalesce(lower(name) = lower(getvariable('speaker')), getvariable('speaker') is null)
),

shared_day as (
    select
        quote.speaker_entity_id,
        asked_article.published_on,
        count(*) filter (where not quote.in_title) as quote_count
    from core.quote
    inner join asked_article using (article_id)
    where
        quote.confidence >= coalesce(getvariable('confidence')::double, 0.5)
        and quote.speaker_entity_id is not null
    group by quote.speaker_entity_id, asked_article.published_on
    having min(asked_article.outlet_id) < max(asked_article.outlet_id)
),

asked_day as (
    from shared_day semi join asked_speaker using (speaker_entity_id)
),

day as (
    select
        published_on,
        sum(sum(quote_count)) over (order by published_on) as quote_count_until
    from asked_day
    group by published_on
),

-- who wants some rows gets no other days than theirs
last_day as (
    select min(published_on) as published_on
    from day
    where quote_count_until >= getvariable('rows')::bigint
),

shown_day as (
    select
        asked_day.speaker_entity_id,
        asked_day.published_on
    from asked_day
    cross join last_day
    where last_day.published_on is null or asked_day.published_on <= last_day.published_on
)

select
    asked_article.published_on,
    asked_speaker.speaker,
    asked_article.outlet,
    quote.kind,
    quote.text as quote,
    asked_article.url as article_url
from core.quote
inner join asked_article using (article_id)
inner join asked_speaker using (speaker_entity_id)
where
    not quote.in_title
    and quote.confidence >= coalesce(getvariable('confidence')::double, 0.5)
    and (quote.speaker_entity_id, asked_article.published_on) in (
        select (shown_day.speaker_entity_id, shown_day.published_on) from shown_day
    )
order by asked_article.published_on, asked_speaker.speaker, quote.kind, asked_article.outlet, quote.article_id, quote.char_start
