-- One row per version of the tables that this file has been brought to.
create table if not exists ops.schema_version (
    version integer primary key,
    name varchar not null
);

comment on table ops.schema_version is 'One row per version of the tables that this file has been brought to.';
comment on column ops.schema_version.version is 'Number of the version.';
comment on column ops.schema_version.name is 'What brought the file there: created, or the migration''s name.';
