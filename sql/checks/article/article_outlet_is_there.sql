-- Every outlet that an article names is a row of core.outlet.
select
    article.article_id as row_key,
    outlet.outlet_id is null as is_broken
from core.article
left join core.outlet using (outlet_id)
where article.outlet_id is not null
