-- Runs keep what questions ask of utterances: the next one groups all quotes anew.
create table if not exists ops.quote_state (
    quote_id varchar not null,
    article_id varchar not null,
    run_id varchar not null,
    speaker_entity_id varchar
);
update ops.quote_state set run_id = '';
