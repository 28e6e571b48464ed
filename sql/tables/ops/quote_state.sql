-- One row per quote that was compared with the others, with what was known of it then.
create table if not exists ops.quote_state (
    quote_id varchar not null,
    article_id varchar not null,
    run_id varchar not null,
    speaker_entity_id varchar
);

comment on table ops.quote_state is 'One row per quote that was compared with the others, with what was known of it then.';
comment on column ops.quote_state.quote_id is 'Quote.';
comment on column ops.quote_state.article_id is 'Article of the quote.';
comment on column ops.quote_state.run_id is 'core.article.last_run_id of the state that was read; where it differs now, the quote is compared anew.';
comment on column ops.quote_state.speaker_entity_id is 'The speaker as linked then; where it differs now, the quote is compared anew.';
