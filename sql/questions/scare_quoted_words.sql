-- Which words does an outlet hold at arm's length?
-- Fragments of up to three words in quotation marks within speech that is told in the outlet's own words.
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
)

select
    outlet.name as outlet,
    quoted_fragment.fragment as quoted_words,
    count(*) as quote_count,
    count(distinct quoted_fragment.article_id) as article_count,
    min(coalesce(speaker.name, quoted_fragment.speaker_text)) as example_speaker
from ops.quoted_fragment
inner join asked_article using (article_id)
left join core.entity as speaker on quoted_fragment.speaker_entity_id = speaker.entity_id
left join core.outlet on asked_article.outlet_id = outlet.outlet_id
where quoted_fragment.confidence >= coalesce(getvariable('confidence')::double, 0.5)
group by asked_article.outlet_id, outlet.name, quoted_fragment.fragment
order by quote_count desc, outlet.name, quoted_fragment.fragment
