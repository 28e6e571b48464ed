-- Of which sites did pages not enter, and why?
-- The last run; sites with most rejects first, each reason with an example to look at. Pages whose address was not known have no host.
-- --host NAME: one site only, as example.com; without "www."
with last_run as (
    select max_by(run_id, row(started_at, run_id)) as run_id
    from ops.run
),

reject_of_run as (
    from ops.rejected_page semi join last_run using (run_id)
    where scope = 'page'
),

rejected_page as (
    select
        nullif(regexp_extract(lower(url), '^https?://(?:[^/?#]*@)?(?:www\.)?([^/?#:]+)', 1), '') as host,
        stage,
        reason,
        coalesce(url, source_uri) as example,
        detail
    from reject_of_run
)

select
    host,
    sum(count(*)) over (partition by host)::bigint as host_page_count,
    stage,
    reason,
    count(*) as page_count,
    min(example) as example,
    min_by(detail, example) as example_detail
from rejected_page
where coalesce(host = lower(getvariable('host')), getvariable('host') is null)
group by host, stage, reason
order by host_page_count desc, host nulls last, page_count desc, stage, reason
