-- Feeds
-- Those that were asked for, the ones that failed most often first: when each was visited, when it last had something new, when it is due.
select
    address,
    outcome,
    failure_count,
    visited_at,
    last_new_at,
    next_visit_at,
    moved_to
from ops.feed
order by failure_count desc, last_new_at nulls first, address
limit 40
