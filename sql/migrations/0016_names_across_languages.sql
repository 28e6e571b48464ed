-- Articles gain keys by which translations are found: the next run compares all of them anew.
create table if not exists ops.article_vector (
    article_id varchar not null,
    run_id varchar not null,
    first_day integer,
    last_day integer,
    terms uinteger[] not null,
    weights integer[] not null
);
update ops.article_vector set run_id = '';
