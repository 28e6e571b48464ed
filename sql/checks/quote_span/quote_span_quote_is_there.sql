-- In the articles of this run, every row of quote_span belongs to a quote of the same article.
select
    quote_span.quote_id || '#' || quote_span.position as row_key,
    quote.quote_id is null as is_broken
from checked_quote_span as quote_span
left join checked_quote as quote using (quote_id, article_id)
