-- Which feeds bring news, and which are silent, failing, moved or gone?
-- Feeds and sitemaps of the web, those that need a hand first.
with judged_feed as (
    select
        *,
        case
            when next_visit_at is null then 'gone'
            when failure_count > 0 then 'failing'
            when moved_to is not null then 'moved'
            when visited_at - last_new_at > interval 7 day then 'silent'
            else 'at work'
        end as state
    from ops.feed
)

select
    state,
    url,
    outcome as last_outcome,
    failure_count,
    visited_at::date as visited_on,
    last_new_at::date as last_new_on,
    moved_to
from judged_feed
order by
    list_position(['gone', 'failing', 'moved', 'silent', 'at work'], state),
    last_new_on,
    url
