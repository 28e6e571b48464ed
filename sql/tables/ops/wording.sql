-- One row per quote of an utterance that several quotes report, with what questions ask of its wordings. Kept by each run.
create table if not exists ops.wording (
    utterance_id varchar not null,
    quote_id varchar not null,
    article_id varchar not null,
    outlet_id varchar,
    published_on date,
    is_copy boolean not null,
    speaker_entity_id varchar,
    confidence double not null,
    cue_lemma varchar,
    cue_class varchar,
    source_count integer not null,
    score double not null,
    is_representative boolean not null,
    part_text varchar
);

comment on table ops.wording is 'One row per quote of an utterance that several quotes report, with what questions ask of its wordings. Kept by each run.';
comment on column ops.wording.utterance_id is 'Utterance.';
comment on column ops.wording.quote_id is 'Quote.';
comment on column ops.wording.article_id is 'Its article.';
comment on column ops.wording.outlet_id is 'Publisher of the article.';
comment on column ops.wording.published_on is 'Day of publication, NULL where the page does not state it.';
comment on column ops.wording.is_copy is 'Whether the article is a copy of another.';
comment on column ops.wording.speaker_entity_id is 'Who said it, as most quotes of the utterance have it.';
comment on column ops.wording.confidence is 'How sure the quote is, 0 to 1.';
comment on column ops.wording.cue_lemma is 'What the outlet calls the act.';
comment on column ops.wording.cue_class is 'What kind of act that is.';
comment on column ops.wording.source_count is 'Number of sources that the outlet names between itself and the speaker.';
comment on column ops.wording.score is 'How well the quote fits the others, 0 to 1.';
comment on column ops.wording.is_representative is 'Whether it is the wording that shows the utterance best.';
comment on column ops.wording.part_text is 'The words that report the utterance, NULL where all do.';
