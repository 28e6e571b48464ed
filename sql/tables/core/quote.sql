-- One row per thing somebody is reported to have said in one article, however many pieces it has.
create table if not exists core.quote (
    quote_id varchar not null,
    article_id varchar not null,
    kind varchar not null,
    in_title boolean not null,
    text varchar not null,
    char_start integer not null,
    char_end integer not null,
    cue_text varchar,
    cue_lemma varchar,
    cue_class varchar,
    speaker_text varchar,
    speaker_start integer,
    speaker_end integer,
    speaker_mention_kind varchar not null,
    speaker_referent_id varchar,
    speaker_entity_id varchar,
    principal_text varchar,
    principal_referent_id varchar,
    principal_entity_id varchar,
    uttered_on date,
    uttered_on_text varchar,
    confidence double not null,
    rule varchar,
    reader varchar,
    is_statement boolean,
    parent_quote_id varchar
);

comment on table core.quote is 'One row per thing somebody is reported to have said in one article, however many pieces it has.';
comment on column core.quote.quote_id is 'Key of the quote.';
comment on column core.quote.article_id is 'Article.';
comment on column core.quote.kind is 'direct (all in quotation marks), mixed (partly) or indirect (none).';
comment on column core.quote.in_title is 'Whether the quote stands in the title; offsets count there then.';
comment on column core.quote.text is 'The words; the pieces of a split quote are joined by " ... ".';
comment on column core.quote.char_start is 'Offset of the first character of the first piece, in Unicode code points.';
comment on column core.quote.char_end is 'Offset after the last character of the last piece.';
comment on column core.quote.cue_text is 'Words that report the speech: said, according to. NULL where there are none.';
comment on column core.quote.cue_lemma is 'The cue in its dictionary form.';
comment on column core.quote.cue_class is 'What kind of act the cue makes of it: neutral, claim, denial, accusation, warning and so on.';
comment on column core.quote.speaker_text is 'Words of the article that stand for the speaker: Lavrov, he, the minister. NULL where it names none.';
comment on column core.quote.speaker_start is 'Offset of the speaker words, in the same text as the quote.';
comment on column core.quote.speaker_end is 'Offset after the speaker words.';
comment on column core.quote.speaker_mention_kind is 'How the speaker is named: name, surname, acronym, role, pronoun, metonym, demonym, collective, anonymous or none.';
comment on column core.quote.speaker_referent_id is 'The speaker as this article knows it.';
comment on column core.quote.speaker_entity_id is 'The person, organisation or place that speaks, NULL where it could not be told.';
comment on column core.quote.principal_text is 'For whom a spokesperson speaks, in the words of the article.';
comment on column core.quote.principal_referent_id is 'For whom a spokesperson speaks, as this article knows it.';
comment on column core.quote.principal_entity_id is 'For whom a spokesperson speaks.';
comment on column core.quote.uttered_on is 'Day on which it was said, NULL where the text or the article''s date does not allow an answer.';
comment on column core.quote.uttered_on_text is 'Words that say when: on Sunday.';
comment on column core.quote.confidence is 'Estimated share of such quotes that have the right words and the right speaker, 0 to 1.';
comment on column core.quote.rule is 'The construction that found it: clause:that, inverted, string:alone, marks:behind. NULL in rows of an older version.';
comment on column core.quote.reader is 'What read the article: en-parse, rules over the parse of English, or marks, quotation marks with a verb of speech beside them in another language. NULL in rows of an older version.';
comment on column core.quote.is_statement is 'Whether it is a clause or a quotation, rather than the mere mention of an act (denies the allegations). NULL in rows of an older version.';
comment on column core.quote.parent_quote_id is 'The quote that reports this one, as where the White House says that Biden warned; NULL where none does.';
