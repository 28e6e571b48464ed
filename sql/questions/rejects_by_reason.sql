-- Why did pages not enter in the last run?
-- Rejected pages by stage and reason, each with an example to look at.
with last_run as (
    select max_by(run_id, row(started_at, run_id)) as run_id
    from ops.run
),

rejected_page as (
    from ops.rejected_page semi join last_run using (run_id)
    where scope = 'page'
)

select
    stage,
    reason,
    count(*) as page_count,
    min(source_uri) as example,
    min_by(detail, source_uri) as example_detail
from rejected_page
group by stage, reason
order by page_count desc, stage, reason
