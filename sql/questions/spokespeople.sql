-- Who speaks for whom?
-- Spokespeople with the person or body for whom they speak.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
-- --without-copies: nothing from articles that are copies of others
with asked_article as (
    select
        article.article_id,
        article.outlet_id,
        article.published_on
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
    where
        quote.confidence >= coalesce(getvariable('confidence')::double, 0.5)
        and (quote.principal_entity_id is not null or quote.principal_text is not null)
)

select
    coalesce(speaker.name, case when quote.speaker_mention_kind != 'pronoun' then quote.speaker_text end, '(not named)') as speaker,
    coalesce(principal.name, quote.principal_text) as principal,
    count(*) as quote_count,
    count(distinct quote.outlet_id) as outlet_count,
    min(quote.published_on) as first_published_on,
    max(quote.published_on) as last_published_on
from asked_quote as quote
left join core.entity as speaker on quote.speaker_entity_id = speaker.entity_id
left join core.entity as principal on quote.principal_entity_id = principal.entity_id
where principal is not null
group by all
order by quote_count desc, speaker, principal
