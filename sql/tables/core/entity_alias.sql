-- One row per form that names an entity.
create table if not exists core.entity_alias (
    entity_id varchar not null,
    alias varchar not null,
    alias_kind varchar not null,
    mention_count integer not null
);

comment on table core.entity_alias is 'One row per form that names an entity.';
comment on column core.entity_alias.entity_id is 'Entity.';
comment on column core.entity_alias.alias is 'The form as written.';
comment on column core.entity_alias.alias_kind is 'name, spelling, surname, acronym, role, metonym or demonym.';
comment on column core.entity_alias.mention_count is 'Number of mentions with this form in the whole warehouse.';
