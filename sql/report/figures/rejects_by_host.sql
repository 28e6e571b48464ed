-- Sites whose pages did not enter
-- All runs; pages whose address was known, and the reasons of most of them first.
with rejected_page as (
    select
        nullif(regexp_extract(lower(url), '^https?://(?:[^/?#]*@)?(?:www\.)?([^/?#:]+)', 1), '') as host,
        reason,
        url
    from ops.rejected_page
    where scope = 'page'
)

select
    host,
    reason,
    count(*) as page_count,
    min(url) as example
from rejected_page
where host is not null
group by host, reason
order by page_count desc, host, reason
limit 40
