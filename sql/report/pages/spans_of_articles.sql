-- The characters of quotes and speakers in some articles.
with asked as (select unnest(getvariable('ids')::varchar[]) as article_id)

select
    quote.article_id,
    quote.quote_id,
    'quote' as what,
    quote.in_title,
    quote_span.char_start,
    quote_span.char_end
from core.quote_span
inner join core.quote using (quote_id, article_id)
where quote.article_id in (select asked.article_id from asked)
union all
select
    article_id,
    quote_id,
    'speaker' as what,
    in_title,
    speaker_start as char_start,
    speaker_end as char_end
from core.quote
where speaker_start is not null and article_id in (select asked.article_id from asked)
order by all
