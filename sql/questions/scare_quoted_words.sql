-- Which words does an outlet hold at arm's length?
-- Fragments of up to three words in quotation marks within speech that is told in the outlet's own words.
with fragment as (
    select
        outlet_id,
        outlet,
        speaker,
        article_id,
        unnest(regexp_extract_all(quote, '[“„«"]([^“”„«»"]{1,60})[”“»"]', 1)) as words
    from mart.quote
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
