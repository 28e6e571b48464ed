-- One row per file that was read to its end: one with many pages, or one whose only page was rejected.
create table if not exists ops.source_file (
    file_uri varchar primary key,
    file_sha256 varchar not null,
    byte_count bigint not null,
    pages_seen bigint not null,
    pages_rejected bigint not null,
    run_id varchar not null,
    code_version varchar not null
);

comment on table ops.source_file is 'One row per file that was read to its end: one with many pages, or one whose only page was rejected.';
comment on column ops.source_file.file_uri is 'The file, as source_uri names it before the "#".';
comment on column ops.source_file.file_sha256 is 'SHA-256 of the file''s bytes, in 64 hex digits.';
comment on column ops.source_file.byte_count is 'Size of the file in bytes.';
comment on column ops.source_file.pages_seen is 'Pages read from it.';
comment on column ops.source_file.pages_rejected is 'Pages of it that did not enter the warehouse.';
comment on column ops.source_file.run_id is 'Run that read it; its rejects stand in ops.rejected_page.';
comment on column ops.source_file.code_version is 'Version of On Record that read it.';
