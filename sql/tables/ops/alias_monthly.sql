-- One row per form that names an entity, outlet and month of publication: what mart.alias_monthly shows with names. Kept by each run.
create table if not exists ops.alias_monthly (
    entity_id varchar not null,
    alias varchar not null,
    alias_kind varchar not null,
    outlet_id varchar,
    published_month_on date,
    mention_count integer not null,
    article_count integer not null,
    first_published_on date
);

comment on table ops.alias_monthly is 'One row per form that names an entity, outlet and month of publication: what mart.alias_monthly shows with names. Kept by each run.';
comment on column ops.alias_monthly.entity_id is 'Entity.';
comment on column ops.alias_monthly.alias is 'The form as written.';
comment on column ops.alias_monthly.alias_kind is 'name, spelling, surname, acronym, role, metonym or demonym.';
comment on column ops.alias_monthly.outlet_id is 'Publisher, NULL where the page does not show one.';
comment on column ops.alias_monthly.published_month_on is 'First day of the month of publication, NULL for articles without a date.';
comment on column ops.alias_monthly.mention_count is 'Number of mentions with this form.';
comment on column ops.alias_monthly.article_count is 'Number of articles with this form.';
comment on column ops.alias_monthly.first_published_on is 'First day of publication with this form in that month.';
