-- Every parent_quote_id of quote is a row of core.quote.
select
    quote.quote_id as row_key,
    parent.quote_id is null as is_broken
from core.quote
left join core.quote as parent on quote.parent_quote_id = parent.quote_id
where quote.parent_quote_id is not null
