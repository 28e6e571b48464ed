-- Every quote of the articles of this run has at least one piece.
with pieces_of_quote as (
    select
        quote_id,
        count(*) as piece_count
    from checked_quote_span
    group by quote_id
)

select
    quote.quote_id as row_key,
    pieces_of_quote.piece_count is null as is_broken
from checked_quote as quote
left join pieces_of_quote using (quote_id)
