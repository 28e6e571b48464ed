-- One row per article that was compared with the others: its heaviest words, and the run whose state of it was read.
create table if not exists ops.article_vector (
    article_id varchar not null,
    run_id varchar not null,
    first_day integer,
    last_day integer,
    terms uinteger[] not null,
    weights integer[] not null
);

comment on table ops.article_vector is 'One row per article that was compared with the others: its heaviest words, and the run whose state of it was read.';
comment on column ops.article_vector.article_id is 'Article.';
comment on column ops.article_vector.run_id is 'core.article.last_run_id of the state that was read; where it differs now, the article is compared anew.';
comment on column ops.article_vector.first_day is 'First day on which it can have been published, in days since 0001-01-01; NULL where nothing bounds it.';
comment on column ops.article_vector.last_day is 'Last day on which it can have been published.';
comment on column ops.article_vector.terms is 'Hashes of its heaviest words, sorted.';
comment on column ops.article_vector.weights is 'Their weights.';
