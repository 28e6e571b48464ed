-- Keys of articles and of quotes stand in tables of their own, as numbers: the next run makes them and compares all anew.
drop table if exists ops.member_key;
create table if not exists ops.common_key (
    verdict varchar not null,
    kind varchar not null,
    key ubigint not null
);
create table if not exists ops.article_vector (
    article_id varchar not null,
    run_id varchar not null,
    first_day integer,
    last_day integer,
    terms uinteger[] not null,
    weights integer[] not null
);
create table if not exists ops.quote_state (
    quote_id varchar not null,
    article_id varchar not null,
    run_id varchar not null,
    speaker_entity_id varchar
);
delete from ops.common_key;
update ops.article_vector set run_id = '';
update ops.quote_state set run_id = '';
