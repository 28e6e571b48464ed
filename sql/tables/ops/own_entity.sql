-- One row per entity of the user's own list; its names win over the automatic linking.
create table if not exists ops.own_entity (
    own_id varchar primary key,
    name varchar not null,
    aliases varchar[] not null,
    kind varchar not null,
    wikidata_id varchar,
    geonames_id bigint
);

comment on table ops.own_entity is 'One row per entity of the user''s own list; its names win over the automatic linking.';
comment on column ops.own_entity.own_id is 'Key that the user gives it.';
comment on column ops.own_entity.name is 'Name that the entity gets.';
comment on column ops.own_entity.aliases is 'Other names that surely mean it.';
comment on column ops.own_entity.kind is 'person, organisation or place.';
comment on column ops.own_entity.wikidata_id is 'Wikidata key.';
comment on column ops.own_entity.geonames_id is 'GeoNames key of a place.';
