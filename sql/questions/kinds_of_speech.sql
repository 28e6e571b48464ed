-- How much of what an outlet reports stands in quotation marks?
-- Shares of direct, mixed and indirect speech by outlet, over all its quotes.
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
    outlet,
    count(*) as quote_count,
    round(avg((kind = 'direct')::integer), 3) as direct_share,
    round(avg((kind = 'mixed')::integer), 3) as mixed_share,
    round(avg((kind = 'indirect')::integer), 3) as indirect_share
from asked_quote
group by outlet_id, outlet
order by quote_count desc, outlet
