-- One row per day from the first publication to the last, days without an article included: the calendar for charts.
create or replace view mart.date as
with bound as (
    select
        min(published_on) as first_on,
        max(published_on) as last_on
    from core.article
),

day as (
    select unnest(generate_series(first_on::timestamp, last_on::timestamp, interval 1 day))::date as date_on
    from bound
    where first_on is not null and datediff('day', first_on, last_on) < 200000
),

printed as (
    select
        published_on,
        count(*) as article_count
    from core.article
    group by published_on
)

select
    day.date_on,
    year(day.date_on) as year,
    quarter(day.date_on) as quarter,
    month(day.date_on) as month,
    date_trunc('month', day.date_on)::date as month_on,
    date_trunc('week', day.date_on)::date as week_on,
    isodow(day.date_on) as weekday,
    dayname(day.date_on) as weekday_name,
    isodow(day.date_on) > 5 as is_weekend,
    coalesce(printed.article_count, 0) as article_count
from day
left join printed on day.date_on = printed.published_on;

comment on view mart.date is 'One row per day from the first publication to the last, days without an article included: the calendar for charts.';
comment on column mart.date.date_on is 'The day.';
comment on column mart.date.year is 'Year.';
comment on column mart.date.quarter is 'Quarter, 1 to 4.';
comment on column mart.date.month is 'Month, 1 to 12.';
comment on column mart.date.month_on is 'First day of the month.';
comment on column mart.date.week_on is 'Monday of the week.';
comment on column mart.date.weekday is 'Day of the week, 1 for Monday.';
comment on column mart.date.weekday_name is 'Monday to Sunday.';
comment on column mart.date.is_weekend is 'Whether it is a Saturday or Sunday.';
comment on column mart.date.article_count is 'Number of articles published on it.';
