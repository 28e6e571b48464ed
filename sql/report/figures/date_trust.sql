-- How the day of publication is known
-- Stated in the page's markup, its visible words, its address or its text, or not stated: inferred gives bounds only.
select
    published_source,
    count(*) as article_count,
    count(published_on) as dated_article_count
from core.article
group by published_source
order by article_count desc, published_source
