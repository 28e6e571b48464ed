-- How far can the dates of each outlet be trusted?
-- Where the day of publication was read, and how exact it is; articles without a day have the source none or inferred.
-- --outlet NAME: one outlet only
select
    outlet,
    published_source,
    published_precision,
    count(*) as article_count,
    round(count(*) / sum(count(*)) over (partition by outlet_id), 3) as article_share
from mart.article
where coalesce(lower(outlet) = lower(getvariable('outlet')), getvariable('outlet') is null)
group by outlet_id, outlet, published_source, published_precision
order by outlet, article_count desc, published_source, published_precision
