-- Every row of referent hangs on an article of the warehouse.
select
    referent.referent_id as row_key,
    article.article_id is null as is_broken
from core.referent
left join core.article using (article_id)
