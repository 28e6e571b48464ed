-- How many days lie between what is said and what is printed?
-- By outlet, over the quotes whose day the text states; a quote that is printed before it is said is a slip of one of the two dates.
select
    outlet,
    count(*) as quote_count,
    median(datediff('day', uttered_on, published_on))::integer as median_days,
    max(datediff('day', uttered_on, published_on)) as most_days,
    count(*) filter (uttered_on = published_on) as same_day_count
from mart.quote
where uttered_on <= published_on
group by outlet_id, outlet
order by median_days, outlet
