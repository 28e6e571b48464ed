-- The states of an article of this run are numbered from 1 without a gap, each of its own words, and the article is there.
with numbered as (
    select
        version_id,
        article_id,
        version_no,
        row_number() over (partition by article_id order by version_no, version_id) as place,
        count(*) over (partition by version_id) as row_count
    from core.article_version
    where article_id in (select checked_article.article_id from checked_article)
)

select
    numbered.version_id as row_key,
    article.article_id is null or numbered.version_no <> numbered.place or numbered.row_count > 1 as is_broken
from numbered
left join core.article using (article_id)
