-- Runs
-- The last twenty: what came in and what fell out.
select
    started_at,
    status,
    pages_seen,
    pages_loaded,
    pages_unchanged,
    pages_rejected,
    round(seconds) as seconds,
    code_version,
    run_id
from mart.pipeline_health
order by started_at desc
limit 20
