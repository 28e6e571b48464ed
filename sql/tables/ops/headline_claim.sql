-- One row per quote in a headline and quote of the text that backs it best, among those that are sure enough. Kept by each run.
create table if not exists ops.headline_claim (
    article_id varchar not null,
    headline_quote_id varchar not null,
    body_quote_id varchar,
    word_share double,
    text_share double not null,
    confidence_above double not null,
    confidence_to double
);

comment on table ops.headline_claim is 'One row per quote in a headline and quote of the text that backs it best, among those that are sure enough. Kept by each run.';
comment on column ops.headline_claim.article_id is 'Article.';
comment on column ops.headline_claim.headline_quote_id is 'Quote in the headline.';
comment on column ops.headline_claim.body_quote_id is 'Quote of the text, NULL where none is sure enough.';
comment on column ops.headline_claim.word_share is 'Share of the headline''s words that it has, 0 to 1.';
comment on column ops.headline_claim.text_share is 'Share of the headline''s words that the text has, 0 to 1.';
comment on column ops.headline_claim.confidence_above is 'It is the best of the quotes whose confidence is at least a bar above this, ...';
comment on column ops.headline_claim.confidence_to is '... and not above that; NULL where the bar may be as high as one likes.';
