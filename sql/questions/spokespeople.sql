-- Who speaks for whom?
-- Spokespeople with the person or body for whom they speak.
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
)

select
    coalesce(speaker, '(not named)') as speaker,
    principal,
    count(*) as quote_count,
    count(distinct outlet_id) as outlet_count,
    min(published_on) as first_published_on,
    max(published_on) as last_published_on
from asked_quote
where principal is not null
group by speaker, principal
order by quote_count desc, speaker, principal
