-- Why pages did not enter
-- All runs; each reason with an example to look at.
select
    reason,
    stage,
    count(*) as page_count,
    min(source_uri) as example,
    min_by(detail, source_uri) as detail
from ops.rejected_page
where scope = 'page'
group by reason, stage
order by page_count desc, reason, stage
limit 40
