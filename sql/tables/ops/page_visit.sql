-- One row per page on the web that was asked for.
create table if not exists ops.page_visit (
    address varchar not null,
    url varchar not null,
    outcome varchar not null,
    first_visited_at timestamp not null,
    visited_at timestamp not null,
    next_visit_at timestamp,
    failure_count integer not null,
    moved_to varchar,
    etag varchar,
    last_modified varchar,
    content_sha256 varchar
);

comment on table ops.page_visit is 'One row per page on the web that was asked for.';
comment on column ops.page_visit.address is 'Its address as addresses are compared: without scheme, www and tracking. One row each.';
comment on column ops.page_visit.url is 'Its address as it was asked for last.';
comment on column ops.page_visit.outcome is 'What the last visit brought: new, unchanged, or why it failed.';
comment on column ops.page_visit.first_visited_at is 'Time in UTC of the first visit.';
comment on column ops.page_visit.visited_at is 'Time in UTC of the last visit.';
comment on column ops.page_visit.next_visit_at is 'Time in UTC from which it is asked for again where a feed still lists it, NULL for never: young pages more often.';
comment on column ops.page_visit.failure_count is 'Visits in a row that failed.';
comment on column ops.page_visit.moved_to is 'Address to which it says that it has moved for good.';
comment on column ops.page_visit.etag is 'What its server calls this state of it, sent back so that it need not send it again.';
comment on column ops.page_visit.last_modified is 'When it was last changed, as its server says, sent back likewise.';
comment on column ops.page_visit.content_sha256 is 'SHA-256 of its bytes, in 64 hex digits.';
