"""A run -> where quality fell in it, compared to the runs before: a sentence for each fall."""

import duckdb

RUNS_LOOKED_AT = 10
RUNS_THAT_TELL = 3  # fewer runs before say nothing
PAGES_THAT_TELL = 100
REJECTS_THAT_TELL = 10
TIMES_AS_MANY = 10
HOURS_OF_SILENCE = 24
HOURS_ASKED = 12  # a feed that was dropped from the list is not silent


def find_falls(connection: duckdb.DuckDBPyConnection, run_id: str) -> tuple[str, ...]:
    """Rules that used to hold, reasons that reject ten times the share of pages, and feeds without
    news for a day; each is told once.
    """
    rules = connection.execute(BROKEN_RULES, [run_id, RUNS_LOOKED_AT, RUNS_THAT_TELL]).fetchall()
    broken = (f"rule {rule} used to hold and was broken by {rows:,}" for rule, rows in rules)
    bounds = [run_id, RUNS_LOOKED_AT, PAGES_THAT_TELL, REJECTS_THAT_TELL, TIMES_AS_MANY]
    reasons = connection.execute(MORE_REJECTS, bounds).fetchall()
    more = (
        f"{reason} rejected {now:.1%} of the pages, {before:.1%} before"
        for reason, now, before in reasons
    )
    asked = [run_id, HOURS_OF_SILENCE, HOURS_ASKED]
    feeds = connection.execute(SILENT_FEEDS, asked).fetchall()
    silent = (
        f"feed {url} had no news since {since:%Y-%m-%d %H:%M} UTC (last answer: {outcome})"
        for url, since, outcome in feeds
    )
    return (*broken, *more, *silent)


BROKEN_RULES = """
with bound as (
    select
        ?::varchar as run_id,
        ?::bigint as runs_looked_at,
        ?::bigint as runs_that_tell
),

earlier as (
    select run.run_id
    from ops.run
    inner join bound on run.run_id <> bound.run_id
    where run.status = 'done' and run.pages_seen > 0
    order by run.started_at desc
    limit (select runs_looked_at from bound)
),

kept_rule as (
    select
        suite,
        rule
    from ops.quality_result
    semi join earlier using (run_id)
    where evaluated_count > 0
    group by suite, rule
    having bool_and(is_success) and count(*) >= (select runs_that_tell from bound)
)

select
    rule,
    unexpected_count
from ops.quality_result
semi join bound using (run_id)
semi join kept_rule using (suite, rule)
where not is_success and severity <> 'info'
order by rule
"""

MORE_REJECTS = """
with bound as (
    select
        ?::varchar as run_id,
        ?::bigint as runs_looked_at,
        ?::bigint as pages_that_tell,
        ?::bigint as rejects_that_tell,
        ?::bigint as times_as_many
),

earlier as (
    select
        run.run_id,
        run.pages_seen
    from ops.run
    inner join bound on run.run_id <> bound.run_id
    where run.status = 'done' and run.pages_seen > 0
    order by run.started_at desc
    limit (select runs_looked_at from bound)
),

pages_before as (
    select sum(pages_seen) as page_count
    from earlier
),

frequency_before as (
    select
        reason,
        count(*) / (select page_count from pages_before) as share
    from ops.rejected_page
    semi join earlier using (run_id)
    where scope = 'page'
    group by reason
),

frequency_now as (
    select
        rejected_page.reason,
        count(*) as page_count,
        count(*) / any_value(run.pages_seen) as share
    from ops.rejected_page
    semi join bound using (run_id)
    inner join ops.run using (run_id)
    where rejected_page.scope = 'page'
    group by rejected_page.reason
)

select
    frequency_now.reason,
    frequency_now.share,
    coalesce(frequency_before.share, 0) as share_before
from frequency_now
left join frequency_before using (reason)
cross join bound
cross join pages_before
where
    pages_before.page_count >= bound.pages_that_tell
    and frequency_now.page_count >= bound.rejects_that_tell
    and frequency_now.share >= bound.times_as_many * coalesce(frequency_before.share, 0)
order by frequency_now.reason
"""

SILENT_FEEDS = """
with bound as (
    select
        ?::varchar as run_id,
        to_hours(?::integer) as silence,
        to_hours(?::integer) as asked
),

now as (
    select run.started_at
    from ops.run
    inner join bound using (run_id)
),

earlier as (
    select max(run.started_at) as started_at
    from ops.run
    cross join now
    where run.status = 'done' and run.started_at < now.started_at
),

feed as (
    select
        url,
        outcome,
        visited_at,
        coalesce(last_new_at, first_visited_at) as silent_since
    from ops.feed
)

select
    feed.url,
    feed.silent_since,
    feed.outcome
from feed
cross join bound
cross join now
cross join earlier
where
    feed.visited_at >= feed.silent_since + bound.asked
    and feed.silent_since + bound.silence <= now.started_at
    and feed.silent_since + bound.silence > earlier.started_at
order by feed.url
"""
