-- One row per form that names an entity, outlet and month of publication: who writes Kiev, who Kyiv, since when.
create or replace view mart.alias_monthly as
select
    entity.name as entity,
    referent_form.form as alias,
    outlet.name as outlet,
    date_trunc('month', article.published_on)::date as published_month_on,
    sum(referent_form.mention_count)::bigint as mention_count,
    count(distinct article.article_id) as article_count,
    referent_form.alias_kind,
    entity.kind as entity_kind,
    min(article.published_on) as first_published_on,
    referent.entity_id,
    article.outlet_id
from core.referent_form
inner join core.referent using (referent_id)
inner join core.entity using (entity_id)
inner join core.article on referent_form.article_id = article.article_id
left join core.outlet using (outlet_id)
group by
    article.outlet_id,
    outlet.name,
    referent.entity_id,
    entity.name,
    entity.kind,
    referent_form.form,
    referent_form.alias_kind,
    date_trunc('month', article.published_on);

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
