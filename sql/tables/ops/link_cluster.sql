-- One row per cluster of nodes that the rules hold to be one, before lists and corrections. An index, not for people.
create table if not exists ops.link_cluster (
    cluster ubigint not null,
    kind varchar not null,
    name_key varchar not null,
    name varchar,
    folded varchar,
    is_open boolean not null,
    common_country varchar,
    geonames_id bigint,
    country_code varchar,
    region varchar,
    found_in integer,
    united ubigint not null,
    is_in_hand boolean not null
);

comment on table ops.link_cluster is
'One row per cluster of nodes that the rules hold to be one, before lists and corrections. An index, not for people.';
comment on column ops.link_cluster.cluster is 'Key of the cluster as a number: the entity_id that it has where no list or correction says otherwise.';
comment on column ops.link_cluster.kind is 'person, organisation or place.';
comment on column ops.link_cluster.name_key is 'Normalised name that the key is made of.';
comment on column ops.link_cluster.name is 'Name that a table gives it.';
comment on column ops.link_cluster.folded is 'That name as names are compared.';
comment on column ops.link_cluster.is_open is 'Whether what articles name beside it can tell which city it is.';
comment on column ops.link_cluster.common_country is 'Country of all places that the name can mean.';
comment on column ops.link_cluster.geonames_id is 'GeoNames key.';
comment on column ops.link_cluster.country_code is 'Country that it lies in.';
comment on column ops.link_cluster.region is 'Country or state that articles name by naming it.';
comment on column ops.link_cluster.found_in is 'Round in which that was found, 0 for what needs no evidence.';
comment on column ops.link_cluster.united is 'Of clusters that are one place the first; else its own key.';
comment on column ops.link_cluster.is_in_hand is 'Whether the list or a correction may speak of it.';
