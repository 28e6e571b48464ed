-- Every quote of the articles of this run has at least one piece.
with pieces_of_quote as (
    select
        quote_id,
        count(*) as piece_count
    from core.quote_span
    where article_id in (select checked_article.article_id from checked_article)
    group by quote_id
)

select
    quote.quote_id as row_key,
    pieces_of_quote.piece_count is null as is_broken
from core.quote
semi join checked_article using (article_id)
left join pieces_of_quote using (quote_id)
