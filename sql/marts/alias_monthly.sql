-- One row per form that names an entity, outlet and month of publication: who writes Kiev, who Kyiv, since when.
create or replace view mart.alias_monthly as
select
    entity.name as entity,
    alias_monthly.alias,
    outlet.name as outlet,
    alias_monthly.published_month_on,
    alias_monthly.mention_count::bigint as mention_count,
    alias_monthly.article_count::bigint as article_count,
    alias_monthly.alias_kind,
    entity.kind as entity_kind,
    alias_monthly.first_published_on,
    alias_monthly.entity_id,
    alias_monthly.outlet_id
from ops.alias_monthly
inner join core.entity using (entity_id)
left join core.outlet using (outlet_id);

comment on view mart.alias_monthly is 'One row per form that names an entity, outlet and month of publication: who writes Kiev, who Kyiv, since when.';
comment on column mart.alias_monthly.entity is 'Canonical name of the entity.';
comment on column mart.alias_monthly.alias is 'The form as written.';
comment on column mart.alias_monthly.outlet is 'Name of the publisher.';
comment on column mart.alias_monthly.published_month_on is 'First day of the month of publication, NULL for articles without a date.';
comment on column mart.alias_monthly.mention_count is 'Number of mentions with this form.';
comment on column mart.alias_monthly.article_count is 'Number of articles with this form.';
comment on column mart.alias_monthly.alias_kind is 'name, spelling, surname, acronym, role, metonym or demonym.';
comment on column mart.alias_monthly.entity_kind is 'person, organisation or place.';
comment on column mart.alias_monthly.first_published_on is 'First day of publication with this form in that month.';
comment on column mart.alias_monthly.entity_id is 'Key of the entity.';
comment on column mart.alias_monthly.outlet_id is 'Key of the publisher.';
