-- The articles of some stories, in the order of their days.
with asked as (select unnest(getvariable('ids')::varchar[]) as story_id)

select
    story_article.story_id,
    article.article_id,
    article.title,
    article.published_on,
    coalesce(article.is_copy, false) as is_copy,
    coalesce(article.is_wire_copy, false) as is_wire_copy,
    article.outlet_id,
    outlet.name as outlet
from core.story_article
semi join asked using (story_id)
inner join core.article using (article_id)
left join core.outlet using (outlet_id)
qualify
    row_number() over (
        partition by story_article.story_id
        order by article.published_on nulls last, article.article_id
    ) <= 100
order by story_article.story_id, article.published_on nulls last, article.article_id
