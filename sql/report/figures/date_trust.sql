-- How the day of publication is known
-- What states it. An inferred day has bounds only, and is not counted as a day.
select
    case published_source
        when 'json-ld' then 'structured data of the page'
        when 'meta' then 'metadata of the page'
        when 'visible' then 'words that the page shows'
        when 'url' then 'its address'
        when 'text' then 'its text'
        when 'given' then 'the record that brought it'
        when 'inferred' then 'inferred from other days'
        else 'not stated'
    end as published_source,
    count(*) as article_count,
    count(published_on) as dated_article_count
from core.article
group by all
order by article_count desc, published_source
