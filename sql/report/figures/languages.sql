-- Languages
-- By their codes of two letters. Quotes are found in languages that have a model; articles in others have text and metadata.
select
    coalesce(language, '(could not be told)') as language,
    count(*) as article_count,
    sum(quote_count)::bigint as quote_count
from mart.article
group by language
order by article_count desc, language
limit 30
