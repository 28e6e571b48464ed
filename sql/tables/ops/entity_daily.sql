-- One row per entity, outlet and day of publication: what mart.entity_daily shows with names. Kept by each run.
create table if not exists ops.entity_daily (
    entity_id varchar not null,
    outlet_id varchar,
    published_on date,
    mention_count integer not null,
    article_count integer not null,
    name_count integer not null,
    title_mention_count integer not null
);

comment on table ops.entity_daily is 'One row per entity, outlet and day of publication: what mart.entity_daily shows with names. Kept by each run.';
comment on column ops.entity_daily.entity_id is 'Entity.';
comment on column ops.entity_daily.outlet_id is 'Publisher, NULL where the page does not show one.';
comment on column ops.entity_daily.published_on is 'Day of publication, NULL for articles without a date.';
comment on column ops.entity_daily.mention_count is 'Number of mentions.';
comment on column ops.entity_daily.article_count is 'Number of articles.';
comment on column ops.entity_daily.name_count is 'Number of mentions by a name.';
comment on column ops.entity_daily.title_mention_count is 'Number of mentions in headlines.';
