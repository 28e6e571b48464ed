-- One row per person, organisation or place as one article knows it: all its mentions there.
create table if not exists core.referent (
    referent_id varchar not null,
    article_id varchar not null,
    name varchar not null,
    kind varchar not null,
    country_code varchar,
    entity_id varchar,
    country_evidence varchar
);

comment on table core.referent is 'One row per person, organisation or place as one article knows it: all its mentions there.';
comment on column core.referent.referent_id is 'Key of the referent.';
comment on column core.referent.article_id is 'Article.';
comment on column core.referent.name is 'The fullest form of the article.';
comment on column core.referent.kind is 'person, organisation or place.';
comment on column core.referent.country_code is 'ISO 3166-1 alpha-2 code, where the article makes it plain.';
comment on column core.referent.entity_id is 'The entity that it was linked to, NULL until the run has linked it.';
comment on column core.referent.country_evidence is 'The words of the article that give the country ("U.S. Treasury Secretary").';
