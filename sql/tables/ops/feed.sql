-- One row per feed, sitemap or list of addresses on the web that was asked for.
create table if not exists ops.feed (
    address varchar not null,
    url varchar not null,
    outcome varchar not null,
    first_visited_at timestamp not null,
    visited_at timestamp not null,
    next_visit_at timestamp,
    interval_seconds bigint,
    last_new_at timestamp,
    failure_count integer not null,
    moved_to varchar,
    etag varchar,
    last_modified varchar,
    content_sha256 varchar
);

comment on table ops.feed is 'One row per feed, sitemap or list of addresses on the web that was asked for.';
comment on column ops.feed.address is 'Its address as addresses are compared: without scheme, www and tracking. One row each.';
comment on column ops.feed.url is 'Its address as it was asked for last.';
comment on column ops.feed.outcome is 'What the last visit brought: new, unchanged, or why it failed (http_410: it is gone for good).';
comment on column ops.feed.first_visited_at is 'Time in UTC of the first visit.';
comment on column ops.feed.visited_at is 'Time in UTC of the last visit.';
comment on column ops.feed.next_visit_at is 'Time in UTC from which it is asked for again, NULL for never: it is gone.';
comment on column ops.feed.interval_seconds is 'Seconds from the last visit to the next: a quarter of the time since its last news, longer after failures.';
comment on column ops.feed.last_new_at is 'Time in UTC of its last news: of the newest page that it listed and nobody had asked for before.';
comment on column ops.feed.failure_count is 'Visits in a row that failed.';
comment on column ops.feed.moved_to is 'Address to which it says that it has moved for good; put that into your list.';
comment on column ops.feed.etag is 'What its server calls this state of it, sent back so that it need not send it again.';
comment on column ops.feed.last_modified is 'When it was last changed, as its server says, sent back likewise.';
comment on column ops.feed.content_sha256 is 'SHA-256 of its bytes, in 64 hex digits.';
