-- The runs that an article names are rows of ops.run.
select
    article.article_id as row_key,
    first_run.run_id is null or last_run.run_id is null as is_broken
from core.article
left join ops.run as first_run on article.first_run_id = first_run.run_id
left join ops.run as last_run on article.last_run_id = last_run.run_id
