-- One row per article and pair of speakers whose quotes follow each other in it, of quotes with a confidence of 0.5 at least. Kept by each run.
create table if not exists ops.answer (
    article_id varchar not null,
    speaker_entity_id varchar not null,
    answered_entity_id varchar not null,
    answer_count integer not null,
    denial_count integer not null
);

comment on table ops.answer is 'One row per article and pair of speakers whose quotes follow each other in it, of quotes with a confidence of 0.5 at least. Kept by each run.';
comment on column ops.answer.article_id is 'Article.';
comment on column ops.answer.speaker_entity_id is 'Who has the word.';
comment on column ops.answer.answered_entity_id is 'Who had it before.';
comment on column ops.answer.answer_count is 'How often.';
comment on column ops.answer.denial_count is 'How often it is a denial.';
