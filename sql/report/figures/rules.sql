-- Rules of quality that some row broke
-- In the last run. Critical: the row was kept out; warning: the field was emptied; info: noted only.
with last_run as (select max_by(run_id, row(started_at, run_id)) as run_id from ops.run)

select
    rule,
    table_name,
    severity,
    unexpected_count,
    evaluated_count,
    sample_keys
from ops.quality_result
where not is_success and run_id in (select last_run.run_id from last_run)
order by severity, unexpected_count desc, rule
