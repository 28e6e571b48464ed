-- What do several outlets make of one speaker on the same day?
-- Quotes of speakers whom two or more outlets quote on a day, side by side, those in quotation marks first.
-- --speaker NAME: one speaker only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
-- --without-copies: nothing from articles that are copies of others
with asked_quote as (
    from mart.quote
    where
        coalesce(published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(published_on <= getvariable('to')::date, getvariable('to') is null)
        and article_id not in (
            select article.article_id
            from core.article
            where article.is_copy and getvariable('without_copies')::boolean
        )
        and confidence >= coalesce(getvariable('confidence')::double, 0)
        and coalesce(lower(speaker) = lower(getvariable('speaker')), getvariable('speaker') is null)
        and published_on is not null
),

shared_day as (
    select
        speaker_entity_id,
        published_on
    from asked_quote
    where speaker_entity_id is not null
    group by speaker_entity_id, published_on
    having count(distinct outlet_id) > 1
)

select
    quote.published_on,
    quote.speaker,
    quote.outlet,
    quote.kind,
    quote.quote,
    quote.article_url
from asked_quote as quote
semi join shared_day using (speaker_entity_id, published_on)
where not quote.is_in_title
order by quote.published_on, quote.speaker, quote.kind, quote.outlet, quote.article_id, quote.char_start
