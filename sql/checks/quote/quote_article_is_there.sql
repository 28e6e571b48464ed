-- Every row of quote hangs on an article of the warehouse.
select
    quote.quote_id as row_key,
    article.article_id is null as is_broken
from core.quote
left join core.article using (article_id)
