-- Every row of time_mention hangs on an article of the warehouse.
select
    time_mention.article_id || '@' || time_mention.char_start as row_key,
    article.article_id is null as is_broken
from core.time_mention
left join core.article using (article_id)
