-- One row per article and entity that is mentioned in it. Kept by each run.
create table if not exists ops.appearance (
    article_id varchar not null,
    entity_id varchar not null,
    mention_count integer not null,
    name_count integer not null,
    title_mention_count integer not null
);

comment on table ops.appearance is 'One row per article and entity that is mentioned in it. Kept by each run.';
comment on column ops.appearance.article_id is 'Article.';
comment on column ops.appearance.entity_id is 'Entity.';
comment on column ops.appearance.mention_count is 'Number of mentions, pronouns and roles included.';
comment on column ops.appearance.name_count is 'Number of mentions by name, surname, acronym or metonym.';
comment on column ops.appearance.title_mention_count is 'Number of mentions in the headline.';
