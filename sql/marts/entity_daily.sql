-- One row per person, organisation or place, outlet and day of publication.
create or replace view mart.entity_daily as
select
    entity.name as entity,
    outlet.name as outlet,
    entity_daily.published_on,
    entity_daily.mention_count::bigint as mention_count,
    entity_daily.article_count::bigint as article_count,
    entity_daily.name_count::bigint as name_count,
    entity_daily.title_mention_count::bigint as title_mention_count,
    entity.kind as entity_kind,
    entity.country_code as entity_country_code,
    entity.geonames_id as entity_geonames_id,
    entity.latitude as entity_latitude,
    entity.longitude as entity_longitude,
    entity_daily.entity_id,
    entity_daily.outlet_id
from ops.entity_daily
inner join core.entity using (entity_id)
left join core.outlet using (outlet_id);

comment on view mart.entity_daily is 'One row per person, organisation or place, outlet and day of publication.';
comment on column mart.entity_daily.entity is 'Canonical name of the entity.';
comment on column mart.entity_daily.outlet is 'Name of the publisher.';
comment on column mart.entity_daily.published_on is 'Day of publication, NULL for articles without a date.';
comment on column mart.entity_daily.mention_count is 'Number of mentions, roles and pronouns included.';
comment on column mart.entity_daily.article_count is 'Number of articles that mention it.';
comment on column mart.entity_daily.name_count is 'Number of mentions by name.';
comment on column mart.entity_daily.title_mention_count is 'Number of mentions in headlines.';
comment on column mart.entity_daily.entity_kind is 'person, organisation or place.';
comment on column mart.entity_daily.entity_country_code is 'ISO 3166-1 alpha-2 code of the entity, where it is known.';
comment on column mart.entity_daily.entity_geonames_id is 'GeoNames key of a place, NULL where it is not sure.';
comment on column mart.entity_daily.entity_latitude is 'Degrees north of a place that has a GeoNames key.';
comment on column mart.entity_daily.entity_longitude is 'Degrees east of a place that has a GeoNames key.';
comment on column mart.entity_daily.entity_id is 'Key of the entity.';
comment on column mart.entity_daily.outlet_id is 'Key of the publisher.';
