-- GeoNames keys of places; 0008 has everything linked anew, which fills them.
alter table core.entity add column geonames_id bigint;
alter table ops.own_entity add column geonames_id bigint;
