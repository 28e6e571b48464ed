-- One row per state of a lake that was published: readers are on the newest. Empty in a file.
create table if not exists ops.publication (
    snapshot_id bigint not null,
    published_at timestamp not null,
    run_id varchar
);
comment on table ops.publication is
'One row per state of a lake that was published; readers are on the newest. A warehouse that is a file holds none.';
comment on column ops.publication.snapshot_id is 'The snapshot of the lake, as `ducklake_snapshots` counts them.';
comment on column ops.publication.published_at is 'When it was published.';
comment on column ops.publication.run_id is 'The run that published it; NULL for a correction.';
