-- How much of what an outlet reports does it have at second hand?
-- Share of quotes that came through a named source, and how many sources stand between speaker and outlet at most.
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
    count(*) filter (where is_second_hand) as second_hand_count,
    round(avg(is_second_hand::integer), 3) as second_hand_share,
    max(source_count) as longest_chain
from asked_quote
group by outlet_id, outlet
order by second_hand_share desc, outlet
