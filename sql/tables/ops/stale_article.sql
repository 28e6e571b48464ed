-- One row per article of which a name was linked anew since it was counted. An index, not for people.
create table if not exists ops.stale_article (
    article_id varchar not null
);

comment on table ops.stale_article is 'One row per article of which a name was linked anew since it was counted. An index, not for people.';
comment on column ops.stale_article.article_id is 'Article.';
