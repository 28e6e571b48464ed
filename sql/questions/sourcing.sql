-- Through whom do the words reach each outlet?
-- Sources that stand between a speaker and the outlet: agencies, broadcasters, other papers, statements.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
-- --without-copies: nothing from articles that are copies of others
select
    quote.outlet,
    coalesce(source.name, quote_source.source_text) as source,
    quote_source.source_kind,
    count(*) as quote_count,
    count(distinct quote.article_id) as article_count
from core.quote_source
inner join mart.quote using (quote_id, article_id)
left join core.entity as source on quote_source.source_entity_id = source.entity_id
where
    coalesce(lower(quote.outlet) = lower(getvariable('outlet')), getvariable('outlet') is null)
    and coalesce(quote.published_on >= getvariable('from')::date, getvariable('from') is null)
    and coalesce(quote.published_on <= getvariable('to')::date, getvariable('to') is null)
    and quote.article_id not in (
        select article.article_id
        from core.article
        where article.is_copy and getvariable('without_copies')::boolean
    )
    and quote.confidence >= coalesce(getvariable('confidence')::double, 0)
group by quote.outlet_id, quote.outlet, coalesce(source.name, quote_source.source_text), quote_source.source_kind
order by quote_count desc, quote.outlet, source
