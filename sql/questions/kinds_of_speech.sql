-- How much of what an outlet reports stands in quotation marks?
-- Shares of direct, mixed and indirect speech by outlet, over all its quotes.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
-- --without-copies: nothing from articles that are copies of others
with asked_article as (
    select
        article.article_id,
        article.outlet_id
    from core.article
    left join core.outlet using (outlet_id)
    where
        coalesce(lower(outlet.name) = lower(getvariable('outlet')), getvariable('outlet') is null)
        and coalesce(article.published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(article.published_on <= getvariable('to')::date, getvariable('to') is null)
        and not (coalesce(article.is_copy, false) and coalesce(getvariable('without_copies')::boolean, false))
),

asked_quote as (
    from core.quote
    inner join asked_article using (article_id)
    where quote.confidence >= coalesce(getvariable('confidence')::double, 0.5)
),

counted as (
    select
        outlet_id,
        count(*) as quote_count,
        round(avg((kind = 'direct')::integer), 3) as direct_share,
        round(avg((kind = 'mixed')::integer), 3) as mixed_share,
        round(avg((kind = 'indirect')::integer), 3) as indirect_share
    from asked_quote
    group by outlet_id
)

select
    outlet.name as outlet,
    counted.quote_count,
    counted.direct_share,
    counted.mixed_share,
    counted.indirect_share
from counted
left join core.outlet using (outlet_id)
order by counted.quote_count desc, outlet.name
