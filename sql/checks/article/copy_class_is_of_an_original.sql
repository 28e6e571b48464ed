-- The class of an article is an article that is no copy, and of its own class.
select
    article.article_id as row_key,
    original.article_id is null or original.copy_class_id <> original.article_id or original.is_copy as is_broken
from core.article
left join core.article as original on article.copy_class_id = original.article_id
where article.copy_class_id is not null
