-- Through whom do the words reach each outlet?
-- Sources that stand between a speaker and the outlet: agencies, broadcasters, other papers, statements. People count where it is known who they are.
-- What copies of an article repeat counts once.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
-- --without-copies: nothing from articles that are copies of others
with text_of as (
    select
        article_id,
        coalesce(copy_class_id, article_id) as text_id
    from core.article
)

select
    coalesce(quote.outlet, '(not known)') as outlet,
    coalesce(source.name, regexp_replace(quote_source.source_text, '^(an?|the|its|his|her|their) ', '', 'i')) as source,
    quote_source.source_kind,
    count(distinct text_of.text_id || ' ' || quote.quote) as quote_count,
    count(distinct text_of.text_id) as article_count
from core.quote_source
inner join mart.quote using (quote_id, article_id)
inner join text_of using (article_id)
left join core.entity as source on quote_source.source_entity_id = source.entity_id
where
    (quote_source.source_kind <> 'person' or quote_source.source_entity_id is not null)
    and coalesce(lower(quote.outlet) = lower(getvariable('outlet')), getvariable('outlet') is null)
    and coalesce(quote.published_on >= getvariable('from')::date, getvariable('from') is null)
    and coalesce(quote.published_on <= getvariable('to')::date, getvariable('to') is null)
    and quote.article_id not in (
        select article.article_id
        from core.article
        where article.is_copy and getvariable('without_copies')::boolean
    )
    and quote.confidence >= coalesce(getvariable('confidence')::double, 0)
group by all
order by article_count desc, quote_count desc, outlet, source, quote_source.source_kind
