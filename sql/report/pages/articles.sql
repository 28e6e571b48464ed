-- Some articles, with what the page states.
with asked as (select unnest(getvariable('ids')::varchar[]) as article_id),

byline as (
    select
        article_id,
        string_agg(name, ', ' order by position) as authors
    from core.article_author
    where article_id in (select asked.article_id from asked)
    group by article_id
)

select
    article.article_id,
    article.title,
    article.text,
    article.url,
    article.language,
    article.published_on,
    article.published_precision,
    article.published_source,
    article.published_evidence,
    article.genre,
    article.extractor,
    article.source_uri,
    article.dateline,
    article.outlet_id,
    outlet.name as outlet,
    byline.authors
from core.article
semi join asked using (article_id)
left join core.outlet using (outlet_id)
left join byline using (article_id)
order by article.article_id
