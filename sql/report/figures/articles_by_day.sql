-- Articles by day of publication
-- By week where the articles span more than four months, by month where more than three years. Articles without a day are not counted here.
with span as (
    select
        case
            when max(published_on) - min(published_on) > 1100 then 'month'
            when max(published_on) - min(published_on) > 120 then 'week'
            else 'day'
        end as step
    from core.article
)

select
    date_trunc(span.step, article.published_on)::date as published_on,
    count(*) as article_count
from core.article
cross join span
where article.published_on is not null
group by date_trunc(span.step, article.published_on)
order by published_on
