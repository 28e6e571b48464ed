-- One row per speaker, outlet and day of publication, of quotes with a confidence of 0.5 at least: what mart.speaker_daily shows with names. Kept by each run.
create table if not exists ops.speaker_daily (
    speaker_entity_id varchar not null,
    outlet_id varchar,
    published_on date,
    quote_count integer not null,
    word_count integer not null,
    article_count integer not null,
    direct_quote_count integer not null,
    mixed_quote_count integer not null,
    indirect_quote_count integer not null
);

comment on table ops.speaker_daily is 'One row per speaker, outlet and day of publication, of quotes with a confidence of 0.5 at least: what mart.speaker_daily shows with names. Kept by each run.';
comment on column ops.speaker_daily.speaker_entity_id is 'Speaker.';
comment on column ops.speaker_daily.outlet_id is 'Publisher, NULL where the page does not show one.';
comment on column ops.speaker_daily.published_on is 'Day of publication, NULL for articles without a date.';
comment on column ops.speaker_daily.quote_count is 'Number of quotes.';
comment on column ops.speaker_daily.word_count is 'Number of words in the quotes.';
comment on column ops.speaker_daily.article_count is 'Number of articles with such a quote.';
comment on column ops.speaker_daily.direct_quote_count is 'Number of quotes that stand wholly in quotation marks.';
comment on column ops.speaker_daily.mixed_quote_count is 'Number of quotes that stand partly in quotation marks.';
comment on column ops.speaker_daily.indirect_quote_count is 'Number of quotes without quotation marks.';
