-- One row per article: how much was found in it, of quotes with a confidence of 0.5 at least. Kept by each run.
create table if not exists ops.article_count (
    article_id varchar not null,
    quote_count integer not null,
    direct_quote_count integer not null,
    mixed_quote_count integer not null,
    indirect_quote_count integer not null,
    speaker_count integer not null,
    told_count integer not null,
    named_count integer not null,
    collective_count integer not null,
    anonymous_count integer not null,
    mention_count integer not null,
    entity_count integer not null
);

comment on table ops.article_count is 'One row per article: how much was found in it, of quotes with a confidence of 0.5 at least. Kept by each run.';
comment on column ops.article_count.article_id is 'Article.';
comment on column ops.article_count.quote_count is 'Number of quotes, title included.';
comment on column ops.article_count.direct_quote_count is 'Number of quotes that stand wholly in quotation marks.';
comment on column ops.article_count.mixed_quote_count is 'Number of quotes that stand partly in quotation marks.';
comment on column ops.article_count.indirect_quote_count is 'Number of quotes without quotation marks.';
comment on column ops.article_count.speaker_count is 'Number of different entities that speak.';
comment on column ops.article_count.told_count is 'Number of quotes, each wording once.';
comment on column ops.article_count.named_count is 'Number of these whose speaker the reader can know.';
comment on column ops.article_count.collective_count is 'Number of these of a group.';
comment on column ops.article_count.anonymous_count is 'Number of these of an unnamed source.';
comment on column ops.article_count.mention_count is 'Number of mentions, pronouns included.';
comment on column ops.article_count.entity_count is 'Number of different entities that are mentioned.';
