-- One row per metadatum of an article and place where the page states it.
create table if not exists core.article_evidence (
    article_id varchar not null,
    field varchar not null,
    source varchar not null,
    value varchar not null
);

comment on table core.article_evidence is 'One row per metadatum of an article and place where the page states it.';
comment on column core.article_evidence.article_id is 'Article.';
comment on column core.article_evidence.field is 'Metadatum: title, authors, published_on and so on.';
comment on column core.article_evidence.source is 'Where it stands on the page, such as h1 or json-ld.';
comment on column core.article_evidence.value is 'The value as written there.';
