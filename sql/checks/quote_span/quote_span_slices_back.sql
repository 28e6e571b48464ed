-- In the articles of this run, what stands between the offsets of a piece of a quote is its text.
select
    quote_span.quote_id || '#' || quote_span.position as row_key,
    coalesce(
        substring(
            case when quote.in_title then article.title else article.text end,
            quote_span.char_start + 1,
            quote_span.char_end - quote_span.char_start
        ),
        ''
    ) <> quote_span.text as is_broken
from checked_quote_span as quote_span
inner join checked_quote as quote using (quote_id, article_id)
inner join checked_article as article using (article_id)
