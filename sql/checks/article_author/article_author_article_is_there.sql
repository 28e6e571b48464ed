-- Every row of article_author hangs on an article of the warehouse.
select
    article_author.article_id || '#' || article_author.position as row_key,
    article.article_id is null as is_broken
from core.article_author
left join core.article using (article_id)
