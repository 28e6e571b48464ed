-- In the articles whose names this run linked, every source_entity_id of quote_source is a row of core.entity.
select
    quote_source.quote_id || '#' || quote_source.hop as row_key,
    entity.entity_id is null as is_broken
from core.quote_source
semi join linked_article using (article_id)
left join core.entity on quote_source.source_entity_id = entity.entity_id
where quote_source.source_entity_id is not null
