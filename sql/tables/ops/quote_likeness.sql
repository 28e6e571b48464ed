-- One row per two quotes that may report one utterance.
create table if not exists ops.quote_likeness (
    quote_id_a varchar not null,
    quote_id_b varchar not null,
    score double not null
);

comment on table ops.quote_likeness is 'One row per two quotes that may report one utterance.';
comment on column ops.quote_likeness.quote_id_a is 'The quote with the smaller key.';
comment on column ops.quote_likeness.quote_id_b is 'The quote with the greater key.';
comment on column ops.quote_likeness.score is 'How much they are one utterance, 0 to 1.';
