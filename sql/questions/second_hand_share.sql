-- How much of what an outlet reports does it have at second hand?
-- Share of quotes that came through a named source, and how many sources stand between speaker and outlet at most.
select
    outlet,
    count(*) as quote_count,
    count(*) filter (where is_second_hand) as second_hand_count,
    round(avg(is_second_hand::integer), 3) as second_hand_share,
    max(source_count) as longest_chain
from mart.quote
group by outlet_id, outlet
order by second_hand_share desc, outlet
