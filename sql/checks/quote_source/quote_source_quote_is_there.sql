-- In the articles of this run, every row of quote_source belongs to a quote of the same article.
select
    quote_source.quote_id || '#' || quote_source.hop as row_key,
    quote.quote_id is null as is_broken
from checked_quote_source as quote_source
left join checked_quote as quote using (quote_id, article_id)
