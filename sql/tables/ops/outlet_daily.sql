-- One row per outlet and day of publication, of quotes with a confidence of 0.5 at least: what mart.outlet_profile adds up. Kept by each run.
create table if not exists ops.outlet_daily (
    outlet_id varchar,
    published_on date,
    article_count integer not null,
    quote_count integer not null,
    word_count integer not null,
    direct_count integer not null,
    named_count integer not null,
    anonymous_count integer not null,
    second_hand_count integer not null
);

comment on table ops.outlet_daily is 'One row per outlet and day of publication, of quotes with a confidence of 0.5 at least: what mart.outlet_profile adds up. Kept by each run.';
comment on column ops.outlet_daily.outlet_id is 'Publisher, NULL where the page does not show one.';
comment on column ops.outlet_daily.published_on is 'Day of publication, NULL for articles without a date.';
comment on column ops.outlet_daily.article_count is 'Number of articles.';
comment on column ops.outlet_daily.quote_count is 'Number of quotes.';
comment on column ops.outlet_daily.word_count is 'Number of words in the quotes.';
comment on column ops.outlet_daily.direct_count is 'Number of quotes that stand wholly in quotation marks.';
comment on column ops.outlet_daily.named_count is 'Number of quotes whose speaker the reader can know.';
comment on column ops.outlet_daily.anonymous_count is 'Number of quotes of unnamed sources.';
comment on column ops.outlet_daily.second_hand_count is 'Number of quotes that came through another source.';
