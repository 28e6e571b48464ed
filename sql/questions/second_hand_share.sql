-- How much of what an outlet reports does it have at second hand?
-- Share of quotes that came through a named source, and how many sources stand between speaker and outlet at most.
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

sourced_quote as (
    select
        quote_id,
        count(*) as source_count
    from core.quote_source
    group by quote_id
),

counted as (
    select
        asked_article.outlet_id,
        count(*) as quote_count,
        count(sourced_quote.source_count) as second_hand_count,
        coalesce(max(sourced_quote.source_count), 0) as longest_chain
    from core.quote
    inner join asked_article using (article_id)
    left join sourced_quote using (quote_id)
    where quote.confidence >= coalesce(getvariable('confidence')::double, 0.5)
    group by asked_article.outlet_id
)

select
    outlet.name as outlet,
    counted.quote_count,
    counted.second_hand_count,
    round(counted.second_hand_count / counted.quote_count, 3) as second_hand_share,
    counted.longest_chain
from counted
left join core.outlet using (outlet_id)
order by second_hand_share desc, outlet.name
