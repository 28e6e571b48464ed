-- Every article that a row of time_mention hangs on is in the warehouse. A row for each such article.
with named as (
    select distinct article_id
    from core.time_mention
)

select
    named.article_id as row_key,
    article.article_id is null as is_broken
from named
left join core.article using (article_id)
