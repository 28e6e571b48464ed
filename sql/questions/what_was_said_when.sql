-- What was said when?
-- A timeline by the day that is meant, not the day of printing: the day the article states, else, marked so, its publication.
-- --speaker NAME: one speaker only
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
-- --without-copies: nothing from articles that are copies of others
with asked_quote as (
    from mart.quote
    where
        coalesce(lower(outlet) = lower(getvariable('outlet')), getvariable('outlet') is null)
        and coalesce(published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(published_on <= getvariable('to')::date, getvariable('to') is null)
        and article_id not in (
            select article.article_id
            from core.article
            where article.is_copy and getvariable('without_copies')::boolean
        )
        and confidence >= coalesce(getvariable('confidence')::double, 0)
        and coalesce(lower(speaker) = lower(getvariable('speaker')), getvariable('speaker') is null)
)

select
    coalesce(uttered_on, published_on) as said_on,
    uttered_on is not null as is_day_stated,
    coalesce(speaker, '(not named)') as speaker,
    kind,
    quote,
    outlet,
    published_on
from asked_quote
where coalesce(uttered_on, published_on) is not null and not is_in_title
order by said_on, speaker, outlet, article_id, char_start
