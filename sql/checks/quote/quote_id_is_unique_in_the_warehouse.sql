-- No two rows of the articles of this run have one quote_id.
select
    quote.quote_id as row_key,
    count(*) > 1 as is_broken
from checked_quote as quote
group by quote.quote_id
