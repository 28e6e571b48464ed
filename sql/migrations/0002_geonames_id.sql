-- GeoNames keys of places; the next run links anew, and fills them.
alter table core.entity add column geonames_id bigint;
alter table ops.own_entity add column geonames_id bigint;
update core.referent set entity_id = null;
