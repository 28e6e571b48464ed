-- Quotes that report several utterances are members of each with a part: the next run groups all anew.
create table if not exists core.utterance_member (
    utterance_id varchar not null,
    quote_id varchar not null,
    article_id varchar not null,
    char_start integer not null,
    char_end integer not null,
    score double not null,
    is_representative boolean not null,
    is_speaker_inferred boolean not null
);
alter table core.utterance_member add column if not exists part_text varchar;
create table if not exists ops.quote_state (
    quote_id varchar not null,
    article_id varchar not null,
    run_id varchar not null,
    speaker_entity_id varchar
);
update ops.quote_state set run_id = '';
