-- Every row of quote_span hangs on an article of the warehouse.
select
    quote_span.quote_id || '#' || quote_span.position as row_key,
    article.article_id is null as is_broken
from core.quote_span
left join core.article using (article_id)
