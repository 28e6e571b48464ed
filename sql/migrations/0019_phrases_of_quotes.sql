-- Quotes gain keys for the phrases of all their sentences, and what two articles or quotes are to each other is weighed otherwise: the next run
-- compares all of them anew.
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
update ops.article_vector set run_id = '';
update ops.quote_state set run_id = '';
