-- Every row of referent_form hangs on an article of the warehouse.
select
    referent_form.referent_id || ' ' || referent_form.form as row_key,
    article.article_id is null as is_broken
from core.referent_form
left join core.article using (article_id)
