-- Of a pair with an article of this run both are there, the smaller key first, and the pair is there once.
select
    article_pair.article_id_a || ' ' || article_pair.article_id_b as row_key,
    one.article_id is null
    or other.article_id is null
    or article_pair.article_id_a >= article_pair.article_id_b
    or count(*) over (partition by article_pair.article_id_a, article_pair.article_id_b) > 1 as is_broken
from core.article_pair
left join core.article as one on article_pair.article_id_a = one.article_id
left join core.article as other on article_pair.article_id_b = other.article_id
where
    article_pair.article_id_a in (select checked_article.article_id from checked_article)
    or article_pair.article_id_b in (select checked_article.article_id from checked_article)
