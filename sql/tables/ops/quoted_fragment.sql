-- One row per fragment of up to three words in quotation marks within speech that is told in the outlet's own words. Kept by each run.
create table if not exists ops.quoted_fragment (
    article_id varchar not null,
    quote_id varchar not null,
    fragment varchar not null,
    speaker_text varchar,
    speaker_entity_id varchar,
    confidence double not null
);

comment on table ops.quoted_fragment is 'One row per fragment of up to three words in quotation marks within speech that is told in the outlet''s own words. Kept by each run.';
comment on column ops.quoted_fragment.article_id is 'Article.';
comment on column ops.quoted_fragment.quote_id is 'Quote.';
comment on column ops.quoted_fragment.fragment is 'The words in small letters.';
comment on column ops.quoted_fragment.speaker_text is 'Words of the article that stand for the speaker, NULL for a pronoun.';
comment on column ops.quoted_fragment.speaker_entity_id is 'Speaker, NULL where it could not be told.';
comment on column ops.quoted_fragment.confidence is 'How sure the quote is, 0 to 1.';
