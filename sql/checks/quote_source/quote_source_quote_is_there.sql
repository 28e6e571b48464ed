-- Every row of quote_source belongs to a quote of the same article.
select
    quote_source.quote_id || '#' || quote_source.hop as row_key,
    quote.quote_id is null as is_broken
from core.quote_source
left join core.quote using (quote_id, article_id)
