-- Every rejected page of a run that has ended has a row that says why.
with named_reject as (
    select
        run_id,
        count(*) as page_count
    from ops.rejected_page
    where scope = 'page'
    group by run_id
)

select
    run.run_id as row_key,
    run.pages_rejected <> coalesce(named_reject.page_count, 0) as is_broken
from ops.run
left join named_reject using (run_id)
where run.status = 'done'
