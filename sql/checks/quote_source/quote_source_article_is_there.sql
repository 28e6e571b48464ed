-- Every row of quote_source hangs on an article of the warehouse.
select
    quote_source.quote_id || '#' || quote_source.hop as row_key,
    article.article_id is null as is_broken
from core.quote_source
left join core.article using (article_id)
