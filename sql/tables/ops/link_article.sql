-- One row per article whose names were linked: the state of it that was read. An index, not for people.
create table if not exists ops.link_article (
    article ubigint not null,
    run_id varchar not null,
    day integer
);

comment on table ops.link_article is
'One row per article whose names were linked: the state of it that was read. An index, not for people.';
comment on column ops.link_article.article is 'Article, its key as a number.';
comment on column ops.link_article.run_id is 'core.article.last_run_id of the state that was read; where it differs now, its names are linked anew.';
comment on column ops.link_article.day is 'First day on which it can have been published, in days since 0001-01-01; NULL where nothing bounds it.';
