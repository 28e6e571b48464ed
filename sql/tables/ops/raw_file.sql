-- One row per WARC archive of fetched pages that a run has written.
create table if not exists ops.raw_file (
    file_uri varchar not null,
    run_id varchar not null,
    byte_count bigint not null,
    record_count bigint not null,
    first_fetched_at timestamp not null,
    last_fetched_at timestamp not null,
    removed_at timestamp
);

comment on table ops.raw_file is 'One row per WARC archive of fetched pages that a run has written; onrecord ingest on the file replays it offline.';
comment on column ops.raw_file.file_uri is 'Path of the archive.';
comment on column ops.raw_file.run_id is 'Run that fetched its pages.';
comment on column ops.raw_file.byte_count is 'Size of the archive in bytes.';
comment on column ops.raw_file.record_count is 'Number of its records: pages, and notes that a page had not changed.';
comment on column ops.raw_file.first_fetched_at is 'Time in UTC of its first answer.';
comment on column ops.raw_file.last_fetched_at is 'Time in UTC of its last answer.';
comment on column ops.raw_file.removed_at is 'Time in UTC at which it was deleted, since it was older than is to be kept; NULL while it is there.';
