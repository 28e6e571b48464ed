-- Through whom do the words reach each outlet?
-- Sources that stand between a speaker and the outlet: agencies, broadcasters, other papers, statements. People count where it is known who they are.
-- What copies of an article repeat counts once.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
-- --without-copies: nothing from articles that are copies of others
with asked_article as (
    select
        article.article_id,
        coalesce(outlet.name, '(not known)') as outlet,
        coalesce(article.copy_class_id, article.article_id) as text_id
    from core.article
    left join core.outlet using (outlet_id)
    where
        coalesce(lower(outlet.name) = lower(getvariable('outlet')), getvariable('outlet') is null)
        and coalesce(article.published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(article.published_on <= getvariable('to')::date, getvariable('to') is null)
        and not (coalesce(article.is_copy, false) and coalesce(getvariable('without_copies')::boolean, false))
),

asked_source as (
    from core.quote_source
    where quote_source.source_kind <> 'person' or quote_source.source_entity_id is not null
)

select
    asked_article.outlet,
    coalesce(source.name, regexp_replace(asked_source.source_text, '^(an?|the|its|his|her|their) ', '', 'i')) as source,
    asked_source.source_kind,
    count(distinct asked_article.text_id || ' ' || quote.text) as quote_count,
    count(distinct asked_article.text_id) as article_count
from asked_source
inner join core.quote using (quote_id, article_id)
inner join asked_article using (article_id)
left join core.entity as source on asked_source.source_entity_id = source.entity_id
where quote.confidence >= coalesce(getvariable('confidence')::double, 0.5)
group by all
order by article_count desc, quote_count desc, asked_article.outlet, source, asked_source.source_kind
