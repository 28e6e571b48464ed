-- One row per real person, organisation or place.
create table if not exists core.entity (
    entity_id varchar primary key,
    name varchar not null,
    kind varchar not null,
    country_code varchar,
    wikidata_id varchar,
    geonames_id bigint,
    country_evidence varchar,
    latitude double,
    longitude double
);

comment on table core.entity is 'One row per real person, organisation or place.';
comment on column core.entity.entity_id is 'Key of the entity: a hash of its normalised name, the same in every run.';
comment on column core.entity.name is 'Canonical name.';
comment on column core.entity.kind is 'person, organisation or place.';
comment on column core.entity.country_code is 'ISO 3166-1 alpha-2 code, where the articles or the tables of places make it plain; of a place, the country that it lies in.';
comment on column core.entity.wikidata_id is 'Wikidata key, where a list of the user''s own gives it.';
comment on column core.entity.geonames_id is
'GeoNames key of a place, where such a list gives it, or name and articles leave no doubt; NULL is no statement.';
comment on column core.entity.country_evidence is 'The words that most articles give the country by, or the table that gives it.';
comment on column core.entity.latitude is
'Degrees north of a place that has a GeoNames key: of a city its middle, of a country or state the middle of its cities, each as heavy as its people.';
comment on column core.entity.longitude is 'Degrees east, likewise.';
