-- Through whom do the words reach each outlet?
-- Sources that stand between a speaker and the outlet: agencies, broadcasters, other papers, statements.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1
select
    outlet.name as outlet,
    coalesce(source.name, quote_source.source_text) as source,
    quote_source.source_kind,
    count(*) as quote_count,
    count(distinct quote.article_id) as article_count
from core.quote_source
inner join core.quote using (quote_id, article_id)
inner join core.article using (article_id)
left join core.outlet using (outlet_id)
left join core.entity as source on quote_source.source_entity_id = source.entity_id
where
    coalesce(lower(outlet.name) = lower(getvariable('outlet')), getvariable('outlet') is null)
    and coalesce(article.published_on >= getvariable('from')::date, getvariable('from') is null)
    and coalesce(article.published_on <= getvariable('to')::date, getvariable('to') is null)
    and quote.confidence >= coalesce(getvariable('confidence')::double, 0)
group by outlet.outlet_id, outlet.name, coalesce(source.name, quote_source.source_text), quote_source.source_kind
order by quote_count desc, outlet, source
