-- Which words does an outlet hold at arm's length?
-- Fragments of up to three words in quotation marks within speech that is told in the outlet's own words.
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
),

fragment as (
    select
        outlet_id,
        outlet,
        speaker,
        article_id,
        unnest(regexp_extract_all(quote, '[“„«"]([^“”„«»"]{1,60})[”“»"]', 1)) as words
    from asked_quote
    where kind = 'mixed'
)

select
    outlet,
    lower(trim(words, ' ,.;:')) as quoted_words,
    count(*) as quote_count,
    count(distinct article_id) as article_count,
    min(speaker) as example_speaker
from fragment
where len(string_split(trim(words), ' ')) <= 3
group by outlet_id, outlet, lower(trim(words, ' ,.;:'))
order by quote_count desc, outlet, quoted_words
