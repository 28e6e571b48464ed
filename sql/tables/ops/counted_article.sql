-- One row per article that the counts hold, with the outlet and the day under which. An index, not for people.
create table if not exists ops.counted_article (
    article_id varchar not null,
    run_id varchar not null,
    outlet_id varchar,
    published_on date
);

comment on table ops.counted_article is 'One row per article that the counts hold, with the outlet and the day under which. An index, not for people.';
comment on column ops.counted_article.article_id is 'Article.';
comment on column ops.counted_article.run_id is 'core.article.last_run_id of the state that was counted; where it differs now, its outlet and day are counted anew.';
comment on column ops.counted_article.outlet_id is 'Publisher, NULL where the page does not show one.';
comment on column ops.counted_article.published_on is 'Day of publication, NULL for articles without a date.';
