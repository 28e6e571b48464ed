-- One row: the definitions of tables and views that this file was given last.
create table if not exists ops.schema_digest (
    digest varchar not null
);

comment on table ops.schema_digest is 'One row: the definitions of tables and views that this file was given last.';
comment on column ops.schema_digest.digest is 'SHA-256 of the definitions; a run renews the views where its own has another.';
