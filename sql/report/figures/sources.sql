-- Through whom words reach the outlets
-- Agencies, broadcasters, papers, statements that stand between a speaker and the outlet: the forty strongest ties.
select
    coalesce(source.name, quote_source.source_text) as source,
    quote_source.source_kind as kind,
    quote_source.source_entity_id as entity_id,
    coalesce(outlet.name, '(not stated)') as outlet,
    article.outlet_id,
    count(*) as quote_count
from core.quote_source
inner join core.article using (article_id)
left join core.outlet using (outlet_id)
left join core.entity as source on quote_source.source_entity_id = source.entity_id
group by all
order by quote_count desc, source, outlet
limit 40
