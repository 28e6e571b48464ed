-- One row per utterance by somebody whom the reader can know, of quotes with a confidence of 0.5 at least: the day on which it was said. Kept by each run.
create table if not exists ops.said (
    utterance_id varchar not null,
    said_on date not null
);

comment on table ops.said is 'One row per utterance by somebody whom the reader can know, of quotes with a confidence of 0.5 at least: the day on which it was said. Kept by each run.';
comment on column ops.said.utterance_id is 'Utterance.';
comment on column ops.said.said_on is 'Day that an article states, else that on which it was printed first.';
