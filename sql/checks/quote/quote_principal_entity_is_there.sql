-- In the articles whose names this run linked, every principal_entity_id of quote is a row of core.entity.
select
    quote.quote_id as row_key,
    entity.entity_id is null as is_broken
from core.quote
semi join linked_article using (article_id)
left join core.entity on quote.principal_entity_id = entity.entity_id
where quote.principal_entity_id is not null
