-- Pages seen are those loaded, unchanged and rejected, to the unit, in every run that has ended.
select
    run_id as row_key,
    pages_seen <> pages_loaded + pages_unchanged + pages_rejected as is_broken
from ops.run
where status = 'done'
