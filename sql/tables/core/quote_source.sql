-- One row per hop of the sourcing chain of a quote: speaker, state television, agency, outlet.
create table if not exists core.quote_source (
    quote_id varchar not null,
    article_id varchar not null,
    hop integer not null,
    source_text varchar not null,
    source_kind varchar not null,
    source_referent_id varchar,
    source_entity_id varchar
);

comment on table core.quote_source is 'One row per hop of the sourcing chain of a quote: speaker, state television, agency, outlet.';
comment on column core.quote_source.quote_id is 'Quote.';
comment on column core.quote_source.article_id is 'Article.';
comment on column core.quote_source.hop is 'Place in the chain, 1 next to the speaker.';
comment on column core.quote_source.source_text is 'Words that name the source.';
comment on column core.quote_source.source_kind is 'agency, broadcaster, newspaper, statement, social, document, anonymous, person or organisation.';
comment on column core.quote_source.source_referent_id is 'The source as this article knows it.';
comment on column core.quote_source.source_entity_id is 'The source as an entity, NULL where it could not be told.';
